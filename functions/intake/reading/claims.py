"""What a file's name claims to be, against what its content is."""

from functions.intake.notes import named_otherwise
from functions.intake.reading.kinds import Kind
from functions.intake.reading.names import extension

_ENDINGS: dict[Kind, str] = {
    Kind.TEXT: "txt text csv tsv log md asc ics vcf json xml pem",
    Kind.HTML: "html htm xhtml mht mhtml",
    Kind.EML: "eml mht mhtml mbox emlx txt",
    Kind.PDF: "pdf ai",
    Kind.JPEG: "jpg jpeg jpe jfif",
    Kind.PNG: "png",
    Kind.TIFF: "tif tiff",
    Kind.GIF: "gif",
    Kind.BMP: "bmp dib",
    Kind.WEBP: "webp",
    Kind.HEIC: "heic heif hif avif",
    Kind.DOCX: "docx docm dotx dotm",
    Kind.XLSX: "xlsx xlsm xltx xlsb",
    Kind.PPTX: "pptx pptm ppsx potx",
    Kind.ODF: "odt ods odp odg odf ott ots",
    Kind.DOC: "doc dot",
    Kind.XLS: "xls xlt",
    Kind.PPT: "ppt pps pot",
    Kind.MSG: "msg oft",
    Kind.LOCKED_OFFICE: "docx xlsx pptx docm xlsm pptm doc xls ppt",
    Kind.RTF: "rtf doc",
    Kind.ZIP: "zip jar apk epub",
    Kind.SEVEN_ZIP: "7z",
    Kind.RAR: "rar cbr",
    Kind.ARCHIVE: "gz tgz bz2 tbz2 xz cab zst ar tar z svgz",
    Kind.TNEF: "dat",
    Kind.PKCS7: "p7m p7s p7c p7z pem",
    Kind.CALENDAR: "ics ical ifb vcs",
    Kind.EXECUTABLE: "exe dll scr com msi elf so class lnk sh",
}
_CLAIMS = {
    ending
    for kind, endings in _ENDINGS.items()
    if kind not in (Kind.TEXT, Kind.EML)
    for ending in endings.split()
}
"""Endings that promise a kind; .txt and unknown ones promise nothing."""


def misnamed(name: str, kind: Kind) -> str | None:
    """A note for the clerk when the name's ending claims another kind; None otherwise."""
    ending = extension(name)
    if kind is Kind.UNKNOWN or ending not in _CLAIMS:
        return None
    if kind not in _ENDINGS or ending in _ENDINGS[kind].split():
        return None
    return named_otherwise(f".{ending}", kind.upper())
