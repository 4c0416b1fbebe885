"""What a file is, by its content. A name proves nothing."""

import re
import struct
from io import BytesIO
from zipfile import ZipFile

from functions.intake.reading.archives.tars import is_tar
from functions.intake.reading.kinds import Kind
from functions.intake.reading.markup import looks_like_html, looks_like_mail
from functions.intake.reading.ole_directory import MAGIC, names_at_top

_HEAD = 4096
_PDF_WITHIN = 1024
"""Acrobat accepts a PDF header anywhere in the first kilobyte; scanners rely on it."""

_MAGIC: tuple[tuple[re.Pattern[bytes], Kind], ...] = tuple(
    (re.compile(rb"|".join(patterns), re.DOTALL), kind)
    for kind, patterns in {
        Kind.JPEG: [rb"\xff\xd8\xff"],
        Kind.PNG: [rb"\x89PNG\r\n\x1a\n"],
        Kind.TIFF: [rb"II\*\x00", rb"MM\x00\*", rb"II\+\x00\x08\x00", rb"MM\x00\+\x00\x08"],
        Kind.GIF: [rb"GIF8[79]a"],
        Kind.BMP: [rb"BM.{4}\x00{4}.{4}[\x0c\x28\x38\x40\x6c\x7c]\x00{3}"],
        Kind.WEBP: [rb"RIFF.{4}WEBPVP8"],
        Kind.HEIC: [rb".{4}ftyp(?:hei[cxms]|hev[cxm]|mif1|msf1|avif)"],
        Kind.RTF: [rb"\{\\rtf"],
        Kind.TNEF: [rb"\x78\x9f\x3e\x22"],
        # signed or encrypted data; authenticated or compressed data; any of them as text
        Kind.PKCS7: [
            rb"\x30.{1,5}\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07",
            rb"\x30.{1,5}\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01[\x09\x17]",
            rb"-----BEGIN (?:PKCS7|CMS)-----",
        ],
        Kind.CALENDAR: [rb"(?i)(?:\xef\xbb\xbf)?\s*BEGIN:VCALENDAR"],
        Kind.SEVEN_ZIP: [rb"7z\xbc\xaf\x27\x1c"],
        Kind.RAR: [rb"Rar!\x1a\x07"],
        # Excel before there was OLE
        Kind.XLS: [rb"\x09[\x00\x02\x04]\x06\x00.{2}(?:[\x10\x20\x40]\x00|\x00\x01)"],
        # gzip, bzip2, xz, cab, zstd, ar, compress, tar
        Kind.ARCHIVE: [
            rb"\x1f\x8b[\x00-\x08]",
            rb"BZh[1-9]1AY",
            rb"\xfd7zXZ\x00",
            rb"MSCF\x00",
            rb"\x28\xb5\x2f\xfd",
            rb"!<arch>\n",
            rb"\x1f\x9d",
            rb".{257}ustar",
        ],
        # Windows, Linux, Java, macOS, Windows shortcut, script, Android
        Kind.EXECUTABLE: [
            rb"MZ(?=.{0,60}\x00)",
            rb"\x7fELF",
            rb"\xca\xfe\xba\xbe\x00",
            rb"[\xce\xcf]\xfa\xed\xfe",
            rb"L\x00{3}\x01\x14\x02",
            rb"#!\s*/",
            rb"dex\n03",
        ],
    }.items()
)

_OLE_STREAMS = (
    ("EncryptedPackage", Kind.LOCKED_OFFICE),
    ("__nameid_version1.0", Kind.MSG),
    ("__properties_version1.0", Kind.MSG),
    ("WordDocument", Kind.DOC),
    ("Workbook", Kind.XLS),
    ("PowerPoint Document", Kind.PPT),
    ("Book", Kind.XLS),
)
_ZIP_ENTRY, _MOST_ZIP_ENTRIES = b"PK\x01\x02", 20_000
"""No office file has more; merely to list a million takes half a minute and a gigabyte."""
_ZIP_MEMBERS = (
    ("word/document", Kind.DOCX),
    ("xl/workbook", Kind.XLSX),
    ("ppt/presentation", Kind.PPTX),
)

_PROGRAM = re.compile(r"AndroidManifest\.xml|.+\.class")
"""Members of programs for telephones and for Java."""

_CONTROLS = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.02


def kind_of(content: bytes) -> Kind:
    """The kind of a file. Never fails; UNKNOWN when nothing fits."""
    head = content[:_HEAD]
    if content.startswith(MAGIC):
        return _ole_kind(content)
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip_kind(content)
    for pattern, kind in _MAGIC:
        if pattern.match(head):
            return kind
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return Kind.PDF
    if is_tar(head):
        return Kind.ARCHIVE
    return _text_kind(head)


def _ole_kind(content: bytes) -> Kind:
    """By the names in its root directory; where that is broken, by any that is there."""
    try:
        names = names_at_top(content)
    except (struct.error, ValueError, IndexError):
        names = frozenset(name for name, _ in _OLE_STREAMS if name.encode("utf-16-le") in content)
    folded = {name.casefold() for name in names}  # OLE does not tell capitals apart
    return next((kind for name, kind in _OLE_STREAMS if name.casefold() in folded), Kind.OLE)


def _zip_kind(content: bytes) -> Kind:
    if content.count(_ZIP_ENTRY) > _MOST_ZIP_ENTRIES:
        return Kind.ZIP
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
            first = archive.getinfo("mimetype") if "mimetype" in names else None
            if first and first.file_size < _HEAD and _is_odf(archive.read(first)):
                return Kind.ODF
    except Exception:  # noqa: BLE001 - foreign bytes; zipfile raises eight kinds of errors
        return Kind.ZIP
    found = (kind for start, kind in _ZIP_MEMBERS if any(n.startswith(start) for n in names))
    program = any(map(_PROGRAM.fullmatch, names))
    return next(found, Kind.EXECUTABLE if program else Kind.ZIP)


def _is_odf(declared: bytes) -> bool:
    return declared.startswith(b"application/vnd.oasis.opendocument.")


def _text_kind(head: bytes) -> Kind:
    """Text has no NUL (but in UTF-16) and hardly any control characters."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Kind.TEXT
    if not head.strip() or len(_CONTROLS.findall(head)) > len(head) * _MOST_CONTROLS:
        return Kind.UNKNOWN
    if looks_like_html(head):
        return Kind.HTML
    return Kind.EML if looks_like_mail(head) else Kind.TEXT
