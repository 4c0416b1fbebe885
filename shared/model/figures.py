"""Figures: what is counted of an office's letters in a month, by day and by process.

Everything that is counted of a letter belongs to the day on which it came to the office, so
that a share ("of what came on Friday, so much was corrected") compares a number with its own
whole, however late the correction was.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from pydantic import AwareDatetime

from shared.model.fact import Fact, OfficeCode, ProcessId


class Counted(StrEnum):
    """What is counted of a letter at an office, each at most once."""

    CAME = "came"
    """An arrival brought it here, and it was registered."""
    PASSED_IN = "passed_in"
    """Another office passed it here; each time."""
    MACHINE = "machine"
    """It came here, and the machine decided office and process by itself."""
    CORRECTED = "corrected"
    """Of those: a person corrected the process."""
    PASSED_ON = "passed_on"
    """Of those: a person passed it to another office, the process as the machine had it."""


class Told(StrEnum):
    """How long after it entered the system the letter's receipt was sent: up to so long."""

    MINUTE = "told_minute"
    FIVE_MINUTES = "told_5_minutes"
    QUARTER = "told_15_minutes"
    HOUR = "told_hour"
    DAY = "told_day"
    LATER = "told_later"


class Touched(StrEnum):
    """On which working day, from that of deemed receipt, a person of the office first opened it."""

    SAME_DAY = "touched_0"
    NEXT_DAY = "touched_1"
    SECOND_DAY = "touched_2"
    THIRD_DAY = "touched_3"
    LATER = "touched_later"


Name = Counted | Told | Touched
Key = TypeVar("Key")
NO_PROCESS = ProcessId("-")
"""Stands for the process of what was taken for none."""


class Tally(Fact):
    """One more of each of ``names``, for letters that came to ``office`` on ``day``."""

    office: OfficeCode
    day: date
    """By Thai time."""
    process: ProcessId | None
    names: tuple[Name, ...]


class Figures(Fact):
    """Numbers by day of the month and by process; both add up to the same."""

    by_day: Mapping[int, Mapping[Name, int]] = {}
    by_process: Mapping[ProcessId, Mapping[Name, int]] = {}

    def of(self, *names: Name) -> int:
        """How many in the whole month, of all ``names`` together."""
        return sum(one.get(name, 0) for one in self.by_day.values() for name in names)


class Overdue(Fact):
    """How much of an office's work was overdue at a moment, by process."""

    office: OfficeCode
    at: AwareDatetime
    by_process: Mapping[ProcessId, int]


class Look(Fact):
    """What the last daily look found."""

    at: AwareDatetime
    objects: int
    differences: int


def whole(several: Iterable[Figures]) -> Figures:
    """All of them together."""
    days: dict[int, Counter[Name]] = {}
    processes: dict[ProcessId, Counter[Name]] = {}
    for one in several:
        _add(days, one.by_day)
        _add(processes, one.by_process)
    return Figures(by_day=days, by_process=processes)


def _add(total: dict[Key, Counter[Name]], more: Mapping[Key, Mapping[Name, int]]) -> None:
    for key, numbers in more.items():
        total.setdefault(key, Counter()).update(numbers)
