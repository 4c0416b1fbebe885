"""Figures, looks and failures in memory."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from shared.model.fact import ArrivalId, OfficeCode
from shared.model.failure import Failure
from shared.model.figures import NO_PROCESS, Figures, Look, Overdue, Tally


@dataclass
class FakeStatistics:
    """Keeps ``shared.ports.watching.Statistics``."""

    tallies: list[Tally] = field(default_factory=list)
    counted: set[ArrivalId] = field(default_factory=set)

    def count_once(self, arrival_id: ArrivalId, tallies: Sequence[Tally]) -> None:
        if arrival_id not in self.counted:
            self.counted.add(arrival_id)
            self.tallies += tallies

    def of(self, offices: Sequence[OfficeCode], month: date) -> tuple[Figures, ...]:
        return tuple(self._of(office, month) for office in offices)

    def _of(self, office: OfficeCode, month: date) -> Figures:
        days: dict[int, Counter] = {}
        processes: dict[str, Counter] = {}
        for tally in self.tallies:
            if tally.office == office and f"{tally.day:%Y-%m}" == f"{month:%Y-%m}":
                days.setdefault(tally.day.day, Counter()).update(tally.names)
                process = tally.process or NO_PROCESS
                processes.setdefault(process, Counter()).update(tally.names)
        return Figures(by_day=days, by_process=processes)


@dataclass
class FakeLooks:
    """Keeps ``shared.ports.watching.Looks``."""

    look: Look | None = None
    late: dict[OfficeCode, Overdue] = field(default_factory=dict)

    def note(self, look: Look) -> None:
        self.look = look

    def last(self) -> Look | None:
        return self.look

    def note_overdue(self, overdue: Overdue) -> None:
        self.late[overdue.office] = overdue

    def overdue(self, offices: Sequence[OfficeCode]) -> tuple[Overdue, ...]:
        return tuple(self.late[office] for office in offices if office in self.late)


@dataclass
class FakeFailures:
    """Keeps ``shared.ports.watching.Failures``."""

    failures: dict[str, Failure] = field(default_factory=dict)

    def note(self, failure: Failure) -> None:
        self.failures[failure.message_id] = failure

    def several(self, message_ids: Sequence[str]) -> tuple[Failure, ...]:
        return tuple(self.failures[name] for name in message_ids if name in self.failures)
