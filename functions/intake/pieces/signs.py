"""What on a page speaks for a kind: its titles, its form codes, a letter's lines, its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from functions.intake.pieces.headings import Cell, cells, heading, titles
from functions.intake.pieces.words import Words
from shared.model.piece import PieceKind
from shared.thai.folding import fold
from shared.thai.form_codes import FormCode, form_codes

NAMED = 4.0
"""The weight that a name needs, and that makes a title of its own."""
LEAD = 1.5
"""How far the first kind must lie before the second."""
FORMED = (PieceKind.REQUEST_FORM, PieceKind.MEDICAL_CERTIFICATE)
"""The kinds that the office has forms for (กท. 16/1 is a doctor's certificate)."""
_CODE_ALONE, _CODE_BESIDE, _CODE_BELOW = 4.0, 2.0, 2.0
_ALONE = 0.5
"""What else a cell may say, in lengths of the code, and the code still stands alone."""
_ABOUT, _TO, _NUMBER = 2.0, 2.0, 8.5
_SIGNS = 4_000
"""Letters of a page in which words are looked for."""
_FOOT = 400


@dataclass(frozen=True, slots=True)
class Sign:
    """Something on the page that speaks for a kind: its weight, its slice of the page."""

    kind: PieceKind
    weight: float
    start: int
    end: int
    title: bool = True
    form: str | None = None


def signs(text: str, words: Words, *, legible: bool = True) -> list[Sign]:
    """Every sign of a page, its heading's first."""
    return [*_heading(text, words, legible=legible), *_foot(text), *_text(text, words)]


def _heading(text: str, words: Words, *, legible: bool) -> Iterator[Sign]:
    """Titles and codes, up to a letter's first line; its own lines, if no title is above it."""
    titled = letter = False
    for cell in heading(text):
        line = cell.letter_line()
        if line:
            letter = letter or not titled
            if letter:
                yield from _letter(cell, line)
        elif not letter:
            found = titles(cell, words.titles, legible=legible)
            for title in found:
                weight = title.surely * title.word.weight
                titled = titled or weight >= NAMED
                yield Sign(title.word.kind, weight, title.start, title.end)
            form = any(title.word.kind in FORMED for title in found)
            yield from _codes(cell, _CODE_ALONE, _CODE_BESIDE, anywhere=form)


def _letter(cell: Cell, line: re.Match[str]) -> Iterator[Sign]:
    start, end = cell.place(*line.span("words"))
    weight = _ABOUT if line["about"] else _TO if line["to"] else 0.0
    if line["number"]:
        yield Sign(PieceKind.OFFICIAL_LETTER, _NUMBER, start, end)
    if weight:
        yield Sign(PieceKind.LETTER, weight, start, end)
        yield Sign(PieceKind.OFFICIAL_LETTER, weight - LEAD, start, end)


def _codes(cell: Cell, alone: float, beside: float, *, anywhere: bool = False) -> Iterator[Sign]:
    """Codes at the edge of a cell, or ``anywhere`` in one that has a form's title."""
    text = cell.folded.text
    for code in form_codes(cell.folded):
        edge = not text[: code.start].strip("( ") or not text[code.end :].strip(") .")
        if code.bare or not (edge or anywhere):
            continue
        stands_alone = len(text) / (code.end - code.start) - 1 <= _ALONE
        weight = alone if stands_alone else beside
        if weight:
            yield _code_sign(cell, code, weight)


def _code_sign(cell: Cell, code: FormCode, weight: float) -> Sign:
    start, end = cell.place(code.start, code.end)
    return Sign(PieceKind.REQUEST_FORM, weight, start, end, form=code.code)


def _foot(text: str) -> Iterator[Sign]:
    """Some forms have their code at the foot of the page."""
    above = max(0, len(text) - _FOOT)
    head = max((cell.offset for cell in heading(text)), default=0)
    for cell in cells(text[above:], above):
        if cell.offset > head:
            yield from _codes(cell, _CODE_BELOW, 0.0)


def _text(text: str, words: Words) -> Iterator[Sign]:
    folded = fold(text[:_SIGNS])
    seen: set[tuple[PieceKind, str]] = set()
    for hit in words.text.find(folded):
        known = (hit.value.kind, hit.value.folded)
        if known not in seen:
            seen.add(known)
            start, end = folded.span(hit.start, hit.end)
            yield Sign(hit.value.kind, hit.value.weight, start, end, title=False)
