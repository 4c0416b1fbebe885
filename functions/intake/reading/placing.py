"""Where on the page the characters of an OCR'd page's text stand. Pure.

The engine's words are boxes on the picture that it saw, in its own text. Between that text and
the page's lie lines that were left out, numbers that were read again and signs that were
composed; between that picture and the page lie a turn, a levelling and a scale.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from functions.intake.reading.digits.page_signs import lines_of_signs
from functions.intake.reading.digits.words import Box
from functions.intake.reading.lying import (
    Size,
    back_to_page,
    still_to_turn,
    turned_box,
    turned_size,
)
from functions.intake.reading.ocr import Recognised
from shared.model.layout import Layout, Run

_RUN = re.compile(r"\S+")
_AS_A_LINE = 4
"""One sign of so many has a box as high as its whole line, and more."""


def layout_of(read: Recognised, text: str, turned: float, seen: Size, page: Size) -> Layout | None:
    """Where ``text``, made of what the engine read, stands; None where that cannot be told.

    ``seen``: the size of the picture that it read, ``turned`` degrees counter-clockwise from a
    picture of the size ``page``.
    """
    if text.count("\n") + 1 != len(read.real):
        return None
    found = _boxes(read, text)
    lines = [list(line.values()) for line in found]
    quarter = still_to_turn(lines)
    boxes = {at: turned_box(box, quarter, seen) for line in found for at, box in line.items()}
    matrix = back_to_page(turned + quarter, turned_size(quarter, seen), page)
    return Layout(matrix=matrix, runs=tuple(_runs(text, boxes)))


def _boxes(read: Recognised, text: str) -> list[Mapping[int, Box]]:
    """For each of the text's lines: its characters' places in the text, and their boxes."""
    everything = "\n".join(line.text for line in read.lines)
    starts = _starts([line.text for line in read.lines])
    kept = {starts[at]: line.text for at, line in enumerate(read.lines) if line in read.real}
    signs = lines_of_signs(everything, read.words)
    after = text.split("\n")
    found: list[Mapping[int, Box]] = []
    for (start, engine), new, begins in zip(kept.items(), after, _starts(after), strict=True):
        places = _moved(engine, new)
        own = (sign for line in signs for sign in line if 0 <= sign.place - start < len(engine))
        moved = ((places[sign.place - start], sign.box) for sign in own)
        found.append({begins + place: box for place, box in moved if place >= 0})
    return found


def _starts(lines: list[str]) -> list[int]:
    starts = [0]
    for line in lines[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _moved(engine: str, new: str) -> list[int]:
    """For each character of the engine's line its place in the page's; -1 for one that is gone."""
    if engine == new:
        return list(range(len(engine)))
    places = [-1] * len(engine)
    matched = SequenceMatcher(None, engine, new, autojunk=False).get_opcodes()
    for _, start, end, begins, ends in matched:
        for at in range(start, end):
            if ends > begins:
                places[at] = begins + (at - start) * (ends - begins) // (end - start)
    return places


def _runs(text: str, boxes: Mapping[int, Box]) -> Iterator[Run]:
    for found in _RUN.finditer(text):
        own = [boxes[at] for at in range(*found.span()) if at in boxes]
        if own:
            top, bottom = sorted(box[1] for box in own), sorted(box[3] for box in own)
            few = len(own) // _AS_A_LINE
            columns = tuple(_columns(found, own[0][0], boxes))
            yield Run(found.start(), top[few], bottom[-1 - few], columns)


def _columns(found: re.Match[str], left: int, boxes: Mapping[int, Box]) -> Iterator[int]:
    """Never going back; a character without a box has no width of its own."""
    edge = left
    for at in range(*found.span()):
        box = boxes.get(at)
        left = max(left, box[0] if box else edge)
        edge = max(edge, box[2] if box else edge)
        yield left
    yield max(left, edge)
