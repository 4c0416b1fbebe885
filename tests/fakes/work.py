"""Work items and their history in memory."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from shared.errors import StaleWork
from shared.model.arrival import Arrival
from shared.model.dossier import Dossier, Entered
from shared.model.event import ONCE_A_DAY, Did, Event
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.handing import answered, entry_of, received, registered, sent_on, work_item
from shared.model.letter import LetterRecord, Reply
from shared.model.queue import Counts, QueuePage, QueueQuery, counted, order
from shared.model.register import RegisterEntry, RegisterNumber, register_year
from shared.model.work import WorkItem
from shared.tallying import changed, opened
from shared.thai.calendar import BANGKOK
from tests.fakes.watching import FakeStatistics


@dataclass
class FakeEvents:
    """Keeps ``shared.ports.work.Events``."""

    lines: dict[tuple[Any, ...], Event] = field(default_factory=dict)

    def note(self, event: Event) -> None:
        self.lines.setdefault(self._name(event), event)

    def of(self, submission_id: SubmissionId) -> tuple[Event, ...]:
        return tuple(e for e in self._in_order() if e.submission_id == submission_id)

    def on(self, day: date) -> Iterable[Event]:
        return tuple(e for e in self._in_order() if e.at.astimezone(BANGKOK).date() == day)

    def corrections(self) -> Iterable[Event]:
        return tuple(e for e in self._in_order() if e.did is Did.CORRECTED)

    def _in_order(self) -> list[Event]:
        return sorted(self.lines.values(), key=lambda event: event.at)

    def _name(self, event: Event) -> tuple[Any, ...]:
        name: tuple[Any, ...] = (event.submission_id, event.office, event.did)
        if event.did in ONCE_A_DAY:
            return (*name, event.who, event.detail, event.at.astimezone(BANGKOK).date())
        return (*name, event.version)


@dataclass
class FakeWorkBook:
    """Keeps ``shared.ports.work.WorkBook``. ``letters`` has the replies."""

    letters: Any
    events: FakeEvents
    statistics: FakeStatistics
    items: dict[tuple[SubmissionId, OfficeCode], WorkItem] = field(default_factory=dict)
    books: dict[tuple[OfficeCode, int], list[RegisterEntry]] = field(default_factory=dict)

    def open(
        self,
        record: LetterRecord,
        office: OfficeCode,
        arrival: Arrival,
        opened_at: datetime,
        due_on: date,
    ) -> WorkItem:
        standing = self.items.get((record.submission_id, office))
        if standing:
            return standing
        number = self._next_number(office, register_year(arrival.received_at))
        item = work_item(record, number, arrival.id, opened_at, due_on)
        self._enter(item, entry_of(record, number, arrival.id, arrival.received_at))
        self.events.note(registered(item, opened_at))
        return item

    def enter(
        self,
        record: LetterRecord,
        addressed: Sequence[OfficeCode],
        arrival: Arrival,
        opened_at: datetime,
        due_on: date,
    ) -> Entered:
        if self.letters.get(record.submission_id):
            return Entered(record=self.letters.open(record))
        standing = self.letters.open(record, addressed)
        item = self.open(record, record.routing.offices[0], arrival, opened_at, due_on)
        return Entered(record=standing, item=item)

    def of(self, submission_id: SubmissionId) -> tuple[WorkItem, ...]:
        found = [item for item in self.items.values() if item.submission_id == submission_id]
        return tuple(sorted(found, key=lambda item: item.office))

    def dossier(self, submission_id: SubmissionId) -> Dossier | None:
        record = self.letters.get(submission_id)
        replies = self.letters.replies(submission_id)
        return record and Dossier(record=record, items=self.of(submission_id), replies=replies)

    def at(self, submission_id: SubmissionId, office: OfficeCode) -> WorkItem | None:
        return self.items.get((submission_id, office))

    def several(self, office: OfficeCode, letters: Sequence[SubmissionId]) -> tuple[WorkItem, ...]:
        found = (self.at(letter, office) for letter in dict.fromkeys(letters))
        return tuple(item for item in found if item)

    def replace(self, before: WorkItem, after: WorkItem, event: Event) -> None:
        standing = self.items.get((before.submission_id, before.office))
        if not standing or standing.version != before.version:
            raise StaleWork
        self.items[after.submission_id, after.office] = after
        if tally := changed(before, after, event):
            self.statistics.tallies.append(tally)
        self.events.note(event)

    def hand_over(
        self, before: WorkItem, after: WorkItem, gone: Event, came: Event, record: LetterRecord
    ) -> WorkItem:
        theirs = self.at(before.submission_id, came.office)
        item = received(theirs, came, after) if theirs else None
        self.replace(before, after, gone)
        if theirs and item:
            self.replace(theirs, item, came.model_copy(update={"version": item.version}))
            return item
        number = self._next_number(came.office, register_year(came.at))
        item = sent_on(after, number, came.at)
        self._enter(item, entry_of(record, number, after.opened_by, came.at))
        self.events.note(came)
        return item

    def join(self, submission_id: SubmissionId, reply: Reply, due_on: date | None = None) -> Reply:
        joined = self.letters.joined.setdefault(submission_id, {})
        if reply.submission_id not in joined:
            joined[reply.submission_id] = reply
            for item in self.of(submission_id):
                self.replace(item, *answered(item, reply, due_on))
        return joined[reply.submission_id]

    def page(self, query: QueueQuery) -> QueuePage:
        found = [i for i in self.queue(query.office) if query.holds(i) and order(i) > query.after]
        shown = tuple(found[: query.most])
        return QueuePage(items=shown, after=order(shown[-1]) if len(found) > len(shown) else None)

    def counts(self, office: OfficeCode) -> Counts:
        total: Counter[str] = Counter()
        for item in self.items.values():
            total += counted(item) if item.office == office else Counter()
        return Counts(by_name=total)

    def counts_of(self, offices: Sequence[OfficeCode]) -> tuple[Counts, ...]:
        return tuple(self.counts(office) for office in offices)

    def queue(self, office: OfficeCode) -> tuple[WorkItem, ...]:
        found = [i for i in self.items.values() if i.office == office and not i.ended]
        return tuple(sorted(found, key=order))

    def register(self, office: OfficeCode, year: int) -> tuple[RegisterEntry, ...]:
        return tuple(self.books.get((office, year), ()))

    def lines(
        self, office: OfficeCode, year: int, last: int, most: int
    ) -> tuple[RegisterEntry, ...]:
        return tuple(self.books.get((office, year), ()))[last : last + most]

    def _next_number(self, office: OfficeCode, year: int) -> RegisterNumber:
        number = len(self.books.get((office, year), ())) + 1
        return RegisterNumber(office=office, year=year, number=number)

    def _enter(self, item: WorkItem, entry: RegisterEntry) -> None:
        number = item.number
        self.books.setdefault((number.office, number.year), []).append(entry)
        self.items[item.submission_id, item.office] = item
        self.statistics.tallies.append(opened(item))
