"""The marks of urgency and secrecy in a line that has nothing else, or before a number."""

from collections.abc import Iterable

from shared.correspondence.lines import Line
from shared.correspondence.marks import MARK, STAMPS, secrecy_in, urgency_in
from shared.model.official import SaidSecrecy, SaidUrgency

Stamps = tuple[SaidUrgency | None, SaidSecrecy | None]


def stamps_in(line: Line, start: int, end: int) -> Stamps:
    """The strongest of each mark in a slice of a line."""
    urgencies: list[SaidUrgency] = []
    secrecies: list[SaidSecrecy] = []
    for mark in MARK.finditer(line.text, start, end):
        said = dict(line.said(*mark.span()))
        if urgency := urgency_in(mark.group()):
            urgencies.append(SaidUrgency(**said, level=urgency))
        elif secrecy := secrecy_in(mark.group()):
            secrecies.append(SaidSecrecy(**said, level=secrecy))
    return _strongest(urgencies, secrecies)


def stamps_on(lines: Iterable[Line]) -> Stamps:
    """The strongest of each mark among the lines that are nothing but marks."""
    found = [stamps_in(line, 0, len(line.text)) for line in lines if STAMPS.match(line.text)]
    return _strongest([u for u, _ in found if u], [s for _, s in found if s])


def _strongest(urgencies: list[SaidUrgency], secrecies: list[SaidSecrecy]) -> Stamps:
    urgency = min(urgencies, key=lambda mark: mark.level.rank, default=None)
    return urgency, min(secrecies, key=lambda mark: mark.level.rank, default=None)
