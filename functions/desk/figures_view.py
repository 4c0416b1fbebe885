"""A month as the overview shows it: rows of numbers, shares, and the half of a waiting. Pure."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from shared.model.figures import Counted, Figures, Name, Told, Touched

EMPTY: Mapping[Name, int] = {}
NEAR, LEAST = 1, 0.1
"""Per cent: what is nearer to none or all than the first has a digit more, and what is nearer than
the second is only told to be so: neither none nor all."""


class Row(NamedTuple):
    """One line: an office, a process, or the whole. ``overdue`` is None where nobody knows it."""

    name: str
    numbers: Mapping[Name, int]
    overdue: int | None = None

    def of(self, *names: Name) -> int:
        """How many, of all names together."""
        return sum(self.numbers.get(name, 0) for name in names)

    @property
    def came(self) -> int:
        """Letters that an arrival brought."""
        return self.of(Counted.CAME)

    @property
    def by_machine(self) -> str:
        """Of those, the share that the machine decided."""
        return share(self.of(Counted.MACHINE), self.came)

    @property
    def changed(self) -> str:
        """Of what the machine decided, the share that a person changed."""
        return share(self.of(Counted.CORRECTED, Counted.PASSED_ON), self.of(Counted.MACHINE))

    @property
    def told_soon(self) -> str:
        """Of the receipts, the share that went out within five minutes."""
        return share(self.of(Told.MINUTE, Told.FIVE_MINUTES), self.of(*Told))

    @property
    def touched_soon(self) -> str:
        """Of what was opened, the share that was by the end of the next working day."""
        return share(self.of(Touched.SAME_DAY, Touched.NEXT_DAY), self.of(*Touched))

    @property
    def untouched(self) -> int:
        """What came, also from other offices, and nobody has opened yet."""
        return max(0, self.of(Counted.CAME, Counted.PASSED_IN) - self.of(*Touched))


def share(part: int, of: int) -> str:
    """In per cent; a dash where there is nothing to have a share of."""
    if not of:
        return "-"
    exact = 100 * part / of
    if 0 < exact < LEAST:
        return f"<{LEAST}%"
    if part < of and exact > 100 - LEAST:
        return f">{100 - LEAST}%"
    whole = part in {0, of} or NEAR <= exact <= 100 - NEAR
    return f"{exact:.0f}%" if whole else f"{exact:.1f}%"


def total(figures: Figures) -> Mapping[Name, int]:
    """All days together."""
    names = {name for one in figures.by_day.values() for name in one}
    return {name: figures.of(name) for name in names}


def half(row: Row, names: Sequence[Name]) -> Name | None:
    """The span within which half of them lie, of spans in order; None for nothing at all."""
    whole, so_far = row.of(*names), 0
    for name in names:
        so_far += row.of(name)
        if whole and 2 * so_far >= whole:
            return name
    return None
