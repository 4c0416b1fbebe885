"""The heading of a page: its first lines in cells, and the titles that stand in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from functions.intake.pieces.likeness import nearest, pairs
from functions.intake.pieces.words import Where, Word
from shared.thai.blurring import blur
from shared.thai.folding import Folded, fold
from shared.thai.phrases import stands_alone

LINES = 12
"""A title stands within a page's first lines (a scan begins with noise and a letterhead)."""
_LONGEST_CELL, _REACH = 160, 2_500
_BETWEEN = re.compile(r"[\t|\n]|\s{3,}|$")
_LETTER_LINE = re.compile(
    r"[()\[\]:.,\-*\"' ]*(?P<words>(?P<about>เรือง|subject:|re:)"
    r"|(?P<to>เรียน(?!รู)|กราบเรียน|นมัสการ|dear |attn)"
    r"|อางถึง|สิงทีสงมาดวย"
    r"|ที(?P<number>[ก-ฮ]{2}\.?(?:\(?[ก-ฮ.]*\))?(?!2[05]\d\d/)\d{4,5}(?:\.\(?[ก-ฮ\d]+\)?)*/ว?\d+))"
)
_SPOILT_LETTER_LINE = re.compile(
    rf"(?P<words>(?P<about>{blur('เรือง')})|(?P<to>{blur('เรียน')}(?!{blur('รู')}))(?P<number>(?!))?)"
)
"""Folded. A government number has two letters, then the unit's four or five digits."""
_FILE_NAME = re.compile(r"\.(?:pdf|jpe?g|png|tiff?|heic|docx?|xlsx?|zip)\b")
_FRAME = "()[]{}<>:.,-–*\"'_ "
_BEFORE = re.compile(r"(?:สาเนา|ตนฉบับ|คูฉบับ|เอกสารแนบ|copy of|\d{1,2}[.)])")
_BESIDE_FULL, _BESIDE_OPENING, _BESIDE_WITHIN = 0.6, 2.0, 1.0
"""How much else a title's cell may say, in lengths of the title."""
_FULL, _PARTLY, _PER_ERROR = 1.0, 0.75, 0.1


@dataclass(frozen=True)
class Cell:
    """Words that stand together in a line; ``offset`` is their place in the page."""

    offset: int
    folded: Folded

    def letter_line(self) -> re.Match[str] | None:
        """What kind of a letter's line this is (เรื่อง, เรียน, ที่ …), if it is one."""
        text = self.folded.text
        return _LETTER_LINE.match(text) or _SPOILT_LETTER_LINE.match(blur(text))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The page's slice for a folded slice of the cell."""
        opening, closing = self.folded.span(start, end)
        return self.offset + opening, self.offset + closing


@dataclass(frozen=True, slots=True)
class Title:
    """A title found: its word, the page's slice, and how surely it is one (0 to 1)."""

    word: Word
    start: int
    end: int
    surely: float


def cells(page: str, offset: int = 0) -> Iterator[Cell]:
    """The cells of a text: parts of its lines that tabs, bars or wide gaps hold apart.

    A file's name in a list is none: it names another document.
    """
    start = 0
    for gap in _BETWEEN.finditer(page):
        folded = fold(page[start : min(gap.start(), start + _LONGEST_CELL)])
        if folded.text.strip(_FRAME) and not _FILE_NAME.search(folded.text):
            yield Cell(offset + start, folded)
        start = gap.end()


def heading(page: str) -> Iterator[Cell]:
    """The cells of a page's first lines that have words, as far as a heading can reach."""
    place = said = 0
    for line in page[:_REACH].splitlines(keepends=True):
        found = list(cells(line, place))
        yield from found
        place += len(line)
        said += bool(found)
        if said == LINES:
            return


def titles(cell: Cell, words: tuple[Word, ...], *, legible: bool = True) -> list[Title]:
    """The longest title in a cell (several words may share it), or the nearest likeness.

    Likenesses are only looked for on pages that could be read.
    """
    found = [title for word in words if (title := _exact(cell, word))]
    if found or not legible:
        longest = max((title.end - title.start for title in found), default=0)
        return [title for title in found if title.end - title.start == longest]
    return _likeness(cell, words)


def _exact(cell: Cell, word: Word) -> Title | None:
    text = cell.folded.text
    start = text.find(word.folded)
    end = start + len(word.folded)
    if start < 0 or not stands_alone(text, start, end):
        return None
    return _title(cell, word, start, end, 0)


def _likeness(cell: Cell, words: tuple[Word, ...]) -> list[Title]:
    found: list[tuple[float, Title]] = []
    blurred = blur(cell.folded.text)
    shown = pairs(blurred)
    for word in words:
        like = nearest(word.blurred, word.pairs, blurred, shown)
        title = _title(cell, word, *like) if like else None
        if like and title:
            found.append((like.errors / len(word.blurred), title))
    least = min((share for share, _ in found), default=0.0)
    return [title for share, title in found if share == least]


def _title(cell: Cell, word: Word, start: int, end: int, errors: int) -> Title | None:
    """The words as a title: they open the cell, or do not drown in what else it says."""
    text = cell.folded.text
    opens = len(_BEFORE.sub("", text[:start]).strip(_FRAME)) <= 1
    beside = len(text) / (end - start) - 1
    if word.where is Where.OPENS:
        surely = _FULL if opens else 0.0
    elif beside <= _BESIDE_FULL and opens:
        surely = _FULL
    else:
        surely = _PARTLY if beside <= (_BESIDE_OPENING if opens else _BESIDE_WITHIN) else 0.0
    if not surely:
        return None
    return Title(word, *cell.place(start, end), surely - _PER_ERROR * errors)
