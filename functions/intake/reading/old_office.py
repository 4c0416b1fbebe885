"""Office files from before the zipped ones: Word, Excel, PowerPoint and RTF."""

from collections.abc import Iterator

from functions.intake.reading.blips import blips
from functions.intake.reading.excel_binary import excel_text
from functions.intake.reading.kinds import Kind
from functions.intake.reading.rtf import rtf_pictures, rtf_text
from functions.intake.reading.slides_binary import slides_drawings, slides_text
from functions.intake.reading.word_binary import word_drawings, word_text

_TEXTS = {
    Kind.DOC: word_text, Kind.XLS: excel_text, Kind.PPT: slides_text, Kind.RTF: rtf_text,
}  # fmt: skip
_DRAWINGS = {Kind.DOC: word_drawings, Kind.PPT: slides_drawings}
OLD_OFFICE = frozenset(_TEXTS)


def old_office_text(content: bytes, kind: Kind) -> str:
    """The words. Raises Unreadable(password); broken files may raise anything."""
    return _TEXTS[kind](content)


def old_office_pictures(content: bytes, kind: Kind) -> Iterator[bytes]:
    """Large pictures inside, such as a scan pasted into Word; of Excel's none is found."""
    if kind is Kind.RTF:
        yield from rtf_pictures(content)
    elif kind in _DRAWINGS:
        yield from blips(_DRAWINGS[kind](content))
