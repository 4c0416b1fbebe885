"""Work on desks, its history, and what it is found by."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Protocol

from shared.model.arrival import Arrival
from shared.model.dossier import Dossier, Entered
from shared.model.event import Event
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.letter import LetterRecord, Reply
from shared.model.queue import Counts, QueuePage, QueueQuery
from shared.model.register import RegisterEntry
from shared.model.search import Found, SearchEntry
from shared.model.work import WorkItem


class WorkBook(Protocol):
    """Work items, and the register numbers that are taken with them."""

    def open(
        self,
        record: LetterRecord,
        office: OfficeCode,
        arrival: Arrival,
        opened_at: datetime,
        due_on: date,
    ) -> WorkItem:
        """Open a letter's work item at an office and take its register number, at once.

        One transaction: item, number and register line, or none of them. When the office
        has the letter already, the work item that stands is returned and no number taken.
        Raises TryLater when too many letters want the office's next number.
        """
        ...

    def enter(
        self,
        record: LetterRecord,
        addressed: Sequence[OfficeCode],
        arrival: Arrival,
        opened_at: datetime,
        due_on: date,
    ) -> Entered:
        """Open a new letter and its work at the first office of its routing, at once.

        One transaction does what ``Letters.open`` and ``open`` do, or nothing. When the letter
        is there already, its record is returned unchanged, without work. Raises ReferenceTaken
        when another letter has this reference, TryLater as ``open`` does.
        """
        ...

    def of(self, submission_id: SubmissionId) -> tuple[WorkItem, ...]:
        """The letter's work items, by office code."""
        ...

    def dossier(self, submission_id: SubmissionId) -> Dossier | None:
        """The letter with its work items and replies, in one call."""
        ...

    def at(self, submission_id: SubmissionId, office: OfficeCode) -> WorkItem | None:
        """The letter's work item at one office."""
        ...

    def several(self, office: OfficeCode, letters: Sequence[SubmissionId]) -> tuple[WorkItem, ...]:
        """The office's items of these letters, in their order; those it has not are left out."""
        ...

    def replace(self, before: WorkItem, after: WorkItem, event: Event) -> None:
        """Write the next version and its event, together with every list and count it changes.

        Raises StaleWork unless ``before`` still stands, TryLater when the lists are crowded.
        """
        ...

    def hand_over(
        self, before: WorkItem, after: WorkItem, gone: Event, came: Event, record: LetterRecord
    ) -> WorkItem:
        """Pass the work to the office of ``came``, in one transaction; returns its item there.

        An office that never had the letter takes a number of the year of ``came.at``; one that
        had it keeps its own. Raises StaleWork as ``replace`` does, and IllegalMove when the
        office has the letter on its desk now.
        """
        ...

    def join(self, submission_id: SubmissionId, reply: Reply, due_on: date | None = None) -> Reply:
        """Add a reply and wake the letter's work items; returns the reply that stands.

        Work that waited or was finished opens anew and is due on ``due_on``. The same letter
        joining again changes nothing.
        Raises TryLater when a clerk changes the work at the same moment.
        """
        ...

    def page(self, query: QueueQuery) -> QueuePage:
        """A page of an office's unfinished work, in a bounded number of calls.

        A page may be short and still lead on: what was asked for is rare in its tray.
        """
        ...

    def counts(self, office: OfficeCode) -> Counts:
        """How many items lie in each of an office's trays; kept, not counted."""
        ...

    def counts_of(self, offices: Sequence[OfficeCode]) -> tuple[Counts, ...]:
        """The same of several offices, in their order; a call for each hundred."""
        ...

    def queue(self, office: OfficeCode) -> tuple[WorkItem, ...]:
        """An office's unfinished work, by urgency, then by due date, then by time."""
        ...

    def register(self, office: OfficeCode, year: int) -> tuple[RegisterEntry, ...]:
        """An office's receiving register of a Buddhist year, by number."""
        ...

    def lines(
        self, office: OfficeCode, year: int, last: int, most: int
    ) -> tuple[RegisterEntry, ...]:
        """At most ``most`` lines of a register, from the number after ``last`` on."""
        ...


class Events(Protocol):
    """What was done with letters, by whom and when. Lines are added, never changed."""

    def note(self, event: Event) -> None:
        """Add a line beside no change, as for looking; one that is there stays as it is."""
        ...

    def of(self, submission_id: SubmissionId) -> tuple[Event, ...]:
        """A letter's history at all offices, oldest first."""
        ...

    def on(self, day: date) -> Iterable[Event]:
        """Everything that was done on a day (Thai time), in order."""
        ...

    def corrections(self) -> Iterable[Event]:
        """Every correction of a process, oldest first."""
        ...


class Search(Protocol):
    """Finds an office's letters by their words and senders, the newest first."""

    def enter(self, entry: SearchEntry) -> None:
        """Make a letter findable at an office; twice changes nothing."""
        ...

    def by_words(self, office: OfficeCode, terms: Sequence[str], before: str, most: int) -> Found:
        """Letters that have all terms, from before a place on; in a bounded number of calls.

        Like a queue's page it may be short and still lead on.
        """
        ...

    def by_sender(self, office: OfficeCode, address: str, before: str, most: int) -> Found:
        """Letters of a sender, by the hash of the address."""
        ...
