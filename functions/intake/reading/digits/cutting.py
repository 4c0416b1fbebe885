"""A suspect cut out of its page, with enough around it to see where its numbers end."""

from dataclasses import dataclass
from statistics import median

import numpy as np
from numpy.typing import NDArray

from functions.intake.reading.digits.page_signs import PageSign
from functions.intake.reading.digits.strip import BODY, Grey, Strip, body_band, cut, dark
from functions.intake.reading.digits.suspects import Suspect, line_height
from functions.intake.reading.digits.words import Box

_ROOM = 0.5
"""Of the line's height, over and under the boxes."""
_CONTEXT = 3
"""Of the line's height, to either side: where the body of the line is looked for."""
_COMPANIONS = 6
"""Signs to either side whose boxes help to tell where the line runs."""
_AROUND = 2.0
"""Bodies of paper or neighbours to either side of a suspect."""
_SNAP = 0.7
"""Bodies by which an edge may move to cut through no letter."""
_WIDEST = 120
"""Bodies: a longer strip is no line of print."""


@dataclass(frozen=True)
class Cut:
    """A suspect's strip, and how it lies on the page.

    ``signs`` are the engine's within it. ``left`` is the page's column in which it begins,
    ``rows`` are the page's between which the body of the line stands.
    """

    strip: Strip
    signs: tuple[PageSign, ...]
    left: int
    rows: tuple[int, int]

    @property
    def scale(self) -> float:
        """Columns of the strip for one of the page."""
        return BODY / (self.rows[1] - self.rows[0])

    def column(self, sign: PageSign) -> float:
        """The strip's column in which the engine sees a sign's middle."""
        return (sign.middle - self.left) * self.scale

    def box(self, first: float, last: float) -> Box:
        """Where the signs between two columns of the strip stand on the page."""
        left, right = first - BODY / 2, last + BODY / 2
        top, bottom = self.rows
        return (
            self.left + round(left / self.scale),
            top,
            self.left + round(right / self.scale),
            bottom,
        )


def cut_out(page: Grey, suspect: Suspect) -> Cut | None:
    """The suspect's strip; None when there is no line of print where the engine saw it."""
    first, last = suspect.left, suspect.right
    top, bottom = _rows(suspect)
    line = page[top:bottom]
    wide = _CONTEXT * line_height(suspect.line)
    band = body_band(line[:, max(0, first - wide) : max(0, last + wide)])
    if band is None:
        return None
    body = band.bottom - band.top
    ink = dark(line[band.top : band.bottom]).any(axis=0)
    left = _edge(ink, first - _AROUND * body, body)
    right = _edge(ink, last + _AROUND * body, body)
    if not 0 < right - left <= _WIDEST * body:
        return None
    signs = tuple(sign for sign in suspect.line if left <= sign.middle <= right)
    return Cut(cut(line, band, left, right), signs, left, (top + band.top, top + band.bottom))


def _rows(suspect: Suspect) -> tuple[int, int]:
    """The page's rows in which the suspect and its companions stand, and some around."""
    begin = max(0, suspect.first - _COMPANIONS)
    signs = suspect.line[begin : suspect.last + 1 + _COMPANIONS]
    top, bottom = (round(median(sign.box[side] for sign in signs)) for side in (1, 3))
    room = round(line_height(suspect.line) * _ROOM)
    return max(0, top - room), max(0, bottom + room)


def _edge(ink: NDArray[np.bool_], column: float, body: int) -> int:
    """The column, or the nearest one without ink if there is one near."""
    wanted = min(max(0, round(column)), len(ink))
    reach = round(_SNAP * body)
    start = max(0, wanted - reach)
    free = np.flatnonzero(~ink[start : wanted + reach]) + start
    return int(free[np.argmin(np.abs(free - wanted))]) if len(free) else wanted
