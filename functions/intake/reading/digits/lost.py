"""Ink in a line that the engine passed over: a lone ๗ at a line's end is lost without a trace."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

import numpy as np
from numpy.typing import NDArray

from functions.intake.reading.digits.page_signs import PageSign
from functions.intake.reading.digits.strip import Grey, dark
from functions.intake.reading.digits.suspects import line_height

_SPACE = 0.25
"""Of the line's height: ink nearer to a sign may be a part of it."""
_FAR = 3.0
"""Of the line's height: what lies farther off belongs to something else."""
_LEAST = 0.15
"""Of the line's height: narrower ink is a speck."""
_PIXELS = 2
"""Of a column: less is grain."""

Boxes = NDArray[np.int64]
"""One row for each word: left, top, right, bottom."""
Extent = tuple[int, int]
"""The columns from its first to its last."""


def lost_ink(page: Grey, line: Sequence[PageSign], boxes: Boxes) -> dict[int, Extent]:
    """The places of the signs beside which ink lies in no word's box, and where that ink is.

    It lies behind the sign; before it only at the line's beginning. ``boxes`` are those of
    all words of the page.
    """
    height = line_height(line)
    top, bottom = (max(0, round(median(sign.box[side] for sign in line))) for side in (1, 3))
    ink = np.count_nonzero(dark(page[top:bottom]), axis=0) >= _PIXELS
    ink &= ~_elsewhere(boxes, line, (top, bottom), len(ink))
    least, off = max(2, round(_LEAST * height)), round(_SPACE * height)
    found: dict[int, Extent] = {}
    for place, begin, end in _gaps(line, round(height * _FAR), len(ink)):
        lost = np.flatnonzero(ink[begin + off : max(0, end - off)]) + begin + off
        if len(lost) >= least:
            first, last = found.get(place, (int(lost[0]), 0))
            found[place] = first, max(last, int(lost[-1]))
    return found


def _elsewhere(
    boxes: Boxes, line: Sequence[PageSign], rows: Extent, width: int
) -> NDArray[np.bool_]:
    """The columns in which words stand beside the line: another column of a table."""
    lefts, tops, rights, bottoms = boxes.T
    shared = np.minimum(bottoms, rows[1]) - np.maximum(tops, rows[0])
    beside = (rights <= line[0].box[0]) | (lefts >= line[-1].box[2])
    taken = np.zeros(width, np.bool_)
    for left, _, right, _ in boxes[beside & (shared > (bottoms - tops) / 2)]:
        taken[max(0, left) : max(0, right)] = True
    return taken


def _gaps(line: Sequence[PageSign], longest: int, edge: int) -> Iterator[tuple[int, int, int]]:
    """Each stretch between two signs, and those before the first and behind the last."""
    left, right = line[0].box[0], max(0, line[-1].box[2])
    yield 0, max(0, left - longest), max(0, left)
    for place, (sign, following) in enumerate(pairwise(line)):
        begin = max(0, sign.box[2])
        yield place, begin, min(following.box[0], begin + longest)
    yield len(line) - 1, right, min(edge, right + longest)
