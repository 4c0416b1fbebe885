"""Whether a confidence means what it says: of the letters at 0.9, nine in ten must be right."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from benchmarks.scoring.judging import Judged
from shared.model.fact import Fact

EDGES = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0)
"""The bands' edges. Each band includes its upper edge, the lowest also its lower."""


class Band(Fact):
    """The letters whose confidence lies in one band; shares from 0 to 1."""

    above: float
    to: float
    letters: int
    confidence: float
    """Their mean."""
    right: float

    @property
    def error(self) -> float:
        """How much surer they were than right; negative when too modest."""
        return self.confidence - self.right


def bands(judged: Sequence[Judged]) -> tuple[Band, ...]:
    """Every band that has letters, the lowest first."""
    return tuple(_bands(judged))


def expected_error(judged: Sequence[Judged]) -> float | None:
    """The bands' mean distance of confidence from being right, weighted by their letters."""
    if not judged:
        return None
    return sum(band.letters * abs(band.error) for band in bands(judged)) / len(judged)


def could_be_sure(judged: Sequence[Judged], wanted: float) -> float | None:
    """The largest share of letters that a limit could declare sure with ``wanted`` right."""
    if not judged:
        return None
    ordered = sorted(judged, key=lambda one: -one.answer.confidence)
    most = right = 0
    for count, one in enumerate(ordered, start=1):
        right += one.process_right
        last = count == len(ordered)
        tied = not last and ordered[count].answer.confidence == one.answer.confidence
        if not tied and right >= wanted * count:
            most = count
    return most / len(ordered)


def _bands(judged: Sequence[Judged]) -> Iterator[Band]:
    for above, to in pairwise(EDGES):
        inside = [one for one in judged if above < max(one.answer.confidence, 1e-9) <= to]
        if inside:
            yield Band(
                above=above,
                to=to,
                letters=len(inside),
                confidence=sum(one.answer.confidence for one in inside) / len(inside),
                right=sum(one.process_right for one in inside) / len(inside),
            )
