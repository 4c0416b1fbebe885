"""Work items and register numbers in DynamoDB."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from typing import TYPE_CHECKING

from shared.aws import trays
from shared.aws.entering import NewWork, enter, next_number, open_work
from shared.aws.items import FAILED, Item, below, between, fact, get, key, many, next_after, read
from shared.aws.work_items import Write, changing, dossier, joining, opening, work
from shared.aws.writing import new, transact
from shared.errors import StaleWork, TryLater
from shared.model.arrival import Arrival
from shared.model.dossier import Dossier, Entered
from shared.model.event import Event
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.handing import entry_of, received, sent_on
from shared.model.letter import LetterRecord, Reply
from shared.model.queue import Counts, QueuePage, QueueQuery
from shared.model.register import RegisterEntry, register_year
from shared.model.work import WorkItem

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table

TRIES = 8
"""How often a crowded transaction is tried before its caller must come again."""


@dataclass(frozen=True)
class DynamoWorkBook:
    """Keeps ``shared.ports.work.WorkBook``."""

    table: "Table"

    def open(
        self,
        record: LetterRecord,
        office: OfficeCode,
        arrival: Arrival,
        opened_at: datetime,
        due_on: date,
    ) -> WorkItem:
        """Open a work item and take its number, or return the item that stands."""
        new = NewWork(record, arrival, opened_at, due_on)
        return open_work(self.table, office, new) or self._standing(record.submission_id, office)

    def enter(
        self,
        record: LetterRecord,
        addressed: Sequence[OfficeCode],
        arrival: Arrival,
        opened_at: datetime,
        due_on: date,
    ) -> Entered:
        """Open a new letter and its work at the first office of its routing, at once."""
        return enter(self.table, addressed, NewWork(record, arrival, opened_at, due_on))

    def of(self, submission_id: SubmissionId) -> tuple[WorkItem, ...]:
        """The letter's work items, by office code."""
        return tuple(map(work, below(self.table, f"LETTER#{submission_id}", "WORK#")))

    def dossier(self, submission_id: SubmissionId) -> Dossier | None:
        """The letter with its work items and replies, in one call."""
        return dossier(between(self.table, f"LETTER#{submission_id}", "LETTER", "WORK#~"))

    def at(self, submission_id: SubmissionId, office: OfficeCode) -> WorkItem | None:
        """The letter's work item at one office."""
        item = get(self.table, key("LETTER", submission_id, sk=f"WORK#{office}"))
        return work(item) if item else None

    def several(self, office: OfficeCode, letters: Sequence[SubmissionId]) -> tuple[WorkItem, ...]:
        """The office's items of these letters, in their order; those it has not are left out."""
        places = [key("LETTER", letter, sk=f"WORK#{office}") for letter in letters]
        return tuple(map(work, many(self.table, places)))

    def replace(self, before: WorkItem, after: WorkItem, event: Event) -> None:
        """Write the next version with its event. Raises StaleWork unless ours is the next."""
        self._write(
            lambda: changing(before, after, event),
            lambda: changing(before, after, event, noted=True),
        )

    def hand_over(
        self, before: WorkItem, after: WorkItem, gone: Event, came: Event, record: LetterRecord
    ) -> WorkItem:
        """Pass the work on; the office of ``came`` has it, and a number, from then on."""
        theirs = self.at(before.submission_id, came.office)
        if theirs:
            back = received(theirs, came, after)
            told = came.model_copy(update={"version": back.version})
            self._write(lambda: chain(changing(before, after, gone), changing(theirs, back, told)))
            return back
        self._write(lambda: chain(changing(before, after, gone), self._new(after, came, record)))
        return self._standing(before.submission_id, came.office)

    def join(self, submission_id: SubmissionId, reply: Reply, due_on: date | None = None) -> Reply:
        """Add a reply and wake the letter's work items; returns the reply that stands."""
        where = key("LETTER", submission_id, sk=f"REPLY#{reply.submission_id}")
        woken = chain.from_iterable(joining(item, reply, due_on) for item in self.of(submission_id))
        reasons = transact(self.table, new({**where, **fact(reply)}), *woken)
        if not reasons:
            return reply
        standing = get(self.table, where)
        if standing:
            return read(Reply, standing)
        raise TryLater("dynamodb: the work changed while a reply joined it")

    def page(self, query: QueueQuery) -> QueuePage:
        """A page of an office's unfinished work."""
        return trays.page(self.table, query)

    def counts(self, office: OfficeCode) -> Counts:
        """How many items lie in each of an office's trays."""
        return trays.counts(self.table, office)

    def counts_of(self, offices: Sequence[OfficeCode]) -> tuple[Counts, ...]:
        """The same of several offices, in their order."""
        return trays.counts_of(self.table, offices)

    def queue(self, office: OfficeCode) -> tuple[WorkItem, ...]:
        """An office's unfinished work, by urgency, due date and time."""
        found: list[WorkItem] = []
        query: QueueQuery | None = QueueQuery(office=office)
        while query:
            part = self.page(query)
            found += part.items
            query = query.model_copy(update={"after": part.after}) if part.after else None
        return tuple(found)

    def register(self, office: OfficeCode, year: int) -> tuple[RegisterEntry, ...]:
        """An office's receiving register of a Buddhist year, by number."""
        return _entries(below(self.table, f"REGISTER#{office}#{year}"))

    def lines(
        self, office: OfficeCode, year: int, last: int, most: int
    ) -> tuple[RegisterEntry, ...]:
        """At most ``most`` lines of a register, from the number after ``last`` on."""
        return _entries(next_after(self.table, f"REGISTER#{office}#{year}", f"{last:08}", most))

    def _new(self, gone: WorkItem, came: Event, record: LetterRecord) -> Iterable[Write]:
        number = next_number(self.table, came.office, register_year(came.at))
        item = sent_on(gone, number, came.at)
        entry = entry_of(record, number, gone.opened_by, came.at)
        return opening(item, entry, came)

    def _standing(self, submission_id: SubmissionId, office: OfficeCode) -> WorkItem:
        item = self.at(submission_id, office)
        if item is None:
            raise TryLater("dynamodb: a work item was there and is gone")
        return item

    def _write(
        self,
        writes: Callable[[], Iterable[Write]],
        once_noted: Callable[[], Iterable[Write]] | None = None,
    ) -> None:
        """Try until nobody else is in the way. Raises StaleWork when the first write is late.

        ``once_noted`` are the writes when the last one, the event, is there already.
        """
        for _ in range(TRIES):
            reasons = transact(self.table, *writes())
            if not reasons:
                return
            if reasons[0] == FAILED:
                raise StaleWork
            if reasons[-1] == FAILED and once_noted:
                writes = once_noted
        raise TryLater("dynamodb: too many change the same lists")


def _entries(lines: Iterable[Item]) -> tuple[RegisterEntry, ...]:
    return tuple(read(RegisterEntry, line) for line in lines)
