"""Text out of office files that are zipped XML: Word, Excel, PowerPoint, OpenDocument.

Only the words are taken, in the order in which they stand; that is what classifying and
searching need. Large pictures inside, such as a scan pasted into Word, go to OCR.
"""

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from functions.intake.reading.blips import LARGE_PICTURE
from functions.intake.reading.budget import MOST_TEXT, MOST_UNPACKED_BYTES
from functions.intake.reading.kinds import Kind
from functions.intake.reading.refusals import Refusal, Unreadable
from functions.intake.reading.sheets import Cells, Strings
from functions.intake.reading.xml_words import (
    OPEN_DOCUMENT,
    SHARED_STRINGS,
    SLIDES,
    WORD,
    Grammar,
    run,
    words,
)  # fmt: skip

_TEXTS: dict[Kind, tuple[re.Pattern[str], Grammar]] = {
    Kind.DOCX: (
        re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml"),
        WORD,
    ),
    Kind.PPTX: (re.compile(r"ppt/(?:slides/slide|notesSlides/notesSlide)\d+\.xml"), SLIDES),
    Kind.ODF: (re.compile(r"content\.xml"), OPEN_DOCUMENT),
}
_SHEET = re.compile(r"xl/worksheets/sheet\d+\.xml")
_ON_SHEET = re.compile(r"xl/(?:drawings/drawing\d+|comments\d*|threadedComments/.+)\.xml")
_STRINGS = "xl/sharedStrings.xml"
_PICTURE = re.compile(
    r"(?:(?:word|xl|ppt)/media|Pictures)/[^/]+\.(?:png|jpe?g|tiff?|bmp|gif)", re.IGNORECASE
)
_OTHER_THINGS = re.compile(r"(?i).*(?:media|embeddings|charts|diagrams|afchunk|Pictures|Object)")
_MANIFEST, _ENCRYPTED = "META-INF/manifest.xml", b"encryption-data"
_CHUNK = 64 * 1024
_LOCKED = 0x1
"""Flag bit of an encrypted zip member."""


def office_text(content: bytes, kind: Kind) -> str:
    """The words of a file. Raises Unreadable: password, corrupt, too_large."""
    with _opened(content) as archive:
        if kind is Kind.XLSX:
            return _sheets(archive)
        pattern, grammar = _TEXTS[kind]
        members = [each for each in archive.infolist() if pattern.fullmatch(each.filename)]
        texts: list[str] = []
        for member in sorted(members, key=_reading_order):
            texts.append(words(_chunks(archive, member), grammar))
            if sum(map(len, texts)) > MOST_TEXT:
                break
        return "\n".join(texts)


def office_pictures(content: bytes, smallest: int = LARGE_PICTURE) -> tuple[bytes, ...]:
    """The pictures inside from ``smallest`` bytes on, in order. Raises like ``office_text``."""
    with _opened(content) as archive:
        pictures = [
            each
            for each in archive.infolist()
            if _PICTURE.fullmatch(each.filename) and each.file_size >= smallest
        ]
        pictures.sort(key=_reading_order)
        return tuple(b"".join(_chunks(archive, each)) for each in pictures)


def holds_more_than_text(content: bytes) -> bool:
    """Whether pictures, charts or embedded files are inside. Raises like ``office_text``."""
    with _opened(content) as archive:
        return any(map(_OTHER_THINGS.match, archive.namelist()))


@contextmanager
def _opened(content: bytes) -> Iterator[ZipFile]:
    try:
        with ZipFile(BytesIO(content)) as archive:
            _check(archive)
            yield archive
    except (BadZipFile, zlib.error, expat.ExpatError, ValueError, KeyError, EOFError, OSError):
        raise Unreadable(Refusal.CORRUPT) from None


def _check(archive: ZipFile) -> None:
    members = archive.infolist()
    if sum(each.file_size for each in members) > MOST_UNPACKED_BYTES:
        raise Unreadable(Refusal.TOO_LARGE)
    names = {each.filename for each in members}
    locked = any(each.flag_bits & _LOCKED for each in members)
    if locked or (_MANIFEST in names and _ENCRYPTED in archive.read(_MANIFEST)):
        raise Unreadable(Refusal.PASSWORD)


def _sheets(archive: ZipFile) -> str:
    members = {each.filename: each for each in archive.infolist()}
    strings = Strings(SHARED_STRINGS)
    if _STRINGS in members:
        run(_chunks(archive, members[_STRINGS]), strings)
    cells = Cells(shared=tuple(strings.strings))
    for name in sorted(filter(_SHEET.fullmatch, members), key=lambda each: (len(each), each)):
        run(_chunks(archive, members[name]), cells)
        cells.found.append("\n")
    for name in sorted(filter(_ON_SHEET.fullmatch, members)):
        cells.found += [words(_chunks(archive, members[name]), SLIDES), "\n"]
    return "".join(cells.found)


def _chunks(archive: ZipFile, member: ZipInfo) -> Iterator[bytes]:
    """A member's bytes; zipfile stops at the declared size, which has been checked."""
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _reading_order(member: ZipInfo) -> tuple[bool, int, str]:
    """The document itself first, then by number: slide2 before slide10."""
    name = member.filename
    return (not name.endswith("document.xml"), len(name), name)
