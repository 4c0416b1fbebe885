"""Where on the picture of a page the words that counted stand. Pure."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shared.model.classification import Evidence
from shared.model.layout import Layout, Run

SIDE = 1000
"""Of the drawing that is stretched over a page, whatever the page's shape."""
BESIDE, ABOVE = 0.1, 0.25
"""Of a line's height: the engine's boxes are rough, and Thai has marks above and below."""


class Mark(NamedTuple):
    """A rectangle on the picture that was read, in its pixels; ``why`` is what it speaks for."""

    left: int
    top: int
    width: int
    height: int
    why: str


class Overlay(NamedTuple):
    """A page's marks, and how they come to lie on the page: shares of its width and height."""

    matrix: tuple[float, float, float, float, float, float]
    marks: tuple[Mark, ...]

    @property
    def transform(self) -> str:
        """The way onto a page of SIDE by SIDE, as SVG writes it."""
        return f"matrix({' '.join(f'{share * SIDE:.6f}' for share in self.matrix)})"


def overlay(layout: Layout, evidence: Sequence[Evidence], start: int) -> Overlay | None:
    """The marks of a page whose text begins at ``start`` of its document; None without any."""
    found = tuple(
        mark
        for piece in evidence
        for run in layout.runs
        for mark in _mark(run, piece.start - start, piece.end - start, piece.meaning)
    )
    return Overlay(layout.matrix, tuple(dict.fromkeys(found))) if found else None


def _mark(run: Run, start: int, end: int, why: str) -> Iterator[Mark]:
    first = max(start - run.at, 0)
    last = min(end - run.at, len(run.columns) - 1)
    if first >= last:
        return
    left, right = run.columns[first], run.columns[last]
    if right > left:
        high = run.bottom - run.top
        beside, above = round(high * BESIDE), round(high * ABOVE)
        across, down = right - left + 2 * beside, high + 2 * above
        yield Mark(left - beside, run.top - above, across, down, why)
