"""What the stories need from the outside world, in the words of the domain.

``shared.aws`` keeps these promises on AWS; ``tests.fakes`` keeps them in memory; one set
of tests runs against both.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from pydantic import BaseModel

from shared.model.arrival import Arrival
from shared.model.event import Event
from shared.model.fact import ArrivalId, OfficeCode, SubmissionId
from shared.model.letter import ArrivalRecord, LetterRecord, Outcome, Reply
from shared.model.queue import Counts, QueuePage, QueueQuery
from shared.model.receipt import Receipt
from shared.model.register import RegisterEntry
from shared.model.search import Found, SearchEntry
from shared.model.session import Challenge, Session
from shared.model.stored import Stored
from shared.model.submission import ReadLetter
from shared.model.task import Task
from shared.model.ticket import Ticket
from shared.model.work import WorkItem


class RawStore(Protocol):
    """The buckets that letters arrive in. They are never written by us."""

    def read(self, bucket: str, key: str) -> bytes:
        """The object's bytes. Raises TryLater when it is not there or S3 is busy."""
        ...

    def keys(self, bucket: str, prefix: str) -> tuple[str, ...]:
        """The keys below ``prefix``, sorted."""
        ...


class Inventory(RawStore, Protocol):
    """The same buckets for those who compare them with the register."""

    def stored(self, bucket: str, prefix: str) -> Iterator[Stored]:
        """The objects below ``prefix`` that stand now, page by page, in the order of keys."""
        ...


class LetterStore(Protocol):
    """The bucket that keeps what was read of each letter, and its documents' bytes."""

    def keep_document(self, submission_id: SubmissionId, number: int, content: bytes) -> str:
        """Keep a document's bytes; the same call twice changes nothing. Returns its key."""
        ...

    def keep_letter(self, letter: ReadLetter) -> str:
        """Keep the letter as this arrival brought it; twice changes nothing. Returns its key."""
        ...

    def read_letter(self, key: str) -> ReadLetter:
        """The letter kept at ``key``."""
        ...


class LetterShelf(LetterStore, Protocol):
    """The same bucket for those who look into it: the desk."""

    def read_document(self, key: str) -> bytes:
        """The bytes of the document kept at ``key``."""
        ...

    def lent(self, key: str, name: str) -> str:
        """An address at which the document can be downloaded as ``name`` for one minute."""
        ...


class Arrivals(Protocol):
    """The ledger of arrivals: everything that came in, and how it ended."""

    def note(self, record: ArrivalRecord) -> None:
        """Write an arrival's line; one that is there already stays as it is."""
        ...

    def end(self, arrival_id: ArrivalId, outcome: Outcome, submission_id: SubmissionId) -> None:
        """Say how a taken-in arrival ended; one that has ended already stays as it is."""
        ...

    def release(self, arrival_id: ArrivalId) -> None:
        """Let an arrival in quarantine be taken in after all; any other stays as it is."""
        ...

    def get(self, arrival_id: ArrivalId) -> ArrivalRecord | None:
        """One arrival's line."""
        ...

    def on(self, day: date) -> tuple[ArrivalRecord, ...]:
        """All arrivals of one day (Thai time), in order of arrival."""
        ...

    def of(self, submission_id: SubmissionId) -> tuple[ArrivalId, ...]:
        """The arrivals that ended as, repeated or joined this letter."""
        ...


class Letters(Protocol):
    """What the register keeps of each submission."""

    def open(self, record: LetterRecord) -> LetterRecord:
        """Write a letter with its reference; returns the record that stands.

        When the letter is there already, the earlier record is returned unchanged.
        Raises ReferenceTaken when another letter has this reference.
        """
        ...

    def get(self, submission_id: SubmissionId) -> LetterRecord | None:
        """One letter."""
        ...

    def several(self, submission_ids: Sequence[SubmissionId]) -> tuple[LetterRecord, ...]:
        """These letters, in their order, in few calls; those not there are left out."""
        ...

    def by_reference(self, reference: str) -> LetterRecord | None:
        """The letter that has this reference, as ``new_reference`` writes it."""
        ...

    def by_message(self, message_id: str) -> LetterRecord | None:
        """The letter that a message of ours with this Message-ID was about."""
        ...

    def add_addressed(
        self, submission_id: SubmissionId, offices: Sequence[OfficeCode]
    ) -> tuple[OfficeCode, ...]:
        """Add to the offices that any arrival of this letter addressed; returns all, sorted."""
        ...

    def replies(self, submission_id: SubmissionId) -> tuple[Reply, ...]:
        """The later letters that joined this one, oldest first."""
        ...


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

    def of(self, submission_id: SubmissionId) -> tuple[WorkItem, ...]:
        """The letter's work items, by office code."""
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


class Receipts(Protocol):
    """What was sent to senders, or why nothing was.

    A receipt with an ``event`` is a later message about a letter; one without is the answer
    to its arrival.
    """

    def start(self, receipt: Receipt) -> Receipt:
        """Write a receipt unless this arrival (or event) has one; returns the one that stands."""
        ...

    def release(self, receipt: Receipt) -> Receipt:
        """Write ``receipt`` over one that was withheld; returns the one that stands then."""
        ...

    def end(self, receipt: Receipt) -> None:
        """Say how a receipt ended; its Message-IDs lead replies to the letter from now on."""
        ...

    def get(self, arrival_id: ArrivalId) -> Receipt | None:
        """The receipt of one arrival."""
        ...

    def several(self, arrival_ids: Sequence[ArrivalId]) -> tuple[Receipt, ...]:
        """The receipts of these arrivals, in few calls; those not there are left out."""
        ...

    def notices(self, submission_id: SubmissionId) -> tuple[Receipt, ...]:
        """The later messages about a letter, by the names of their events."""
        ...

    def by_message(self, message_id: str) -> Receipt | None:
        """The receipt that went out under a Message-ID: ours, or the one that SES gave it."""
        ...

    def count_answer(self, counter: str, until: datetime, arrival_id: ArrivalId, most: int) -> bool:
        """Count an answer in one counter; False when ``most`` others were counted there.

        The same arrival is counted once, however often it asks. The counter may be forgotten
        after ``until``.
        """
        ...


class Suppressions(Protocol):
    """Addresses that nothing is sent to any more, each by its hash (``address_hash``)."""

    def suppress(self, address_hash: str, reason: str, at: datetime) -> None:
        """Send nothing to this address from now on; the first reason stands."""
        ...

    def reason(self, address_hash: str) -> str | None:
        """Why nothing is sent to this address, or None."""
        ...

    def lift(self, address_hash: str) -> None:
        """Send to this address again: a person has made sure that it works."""
        ...


class Tasks(Protocol):
    """What persons must do about letters, by office."""

    def add(self, task: Task) -> bool:
        """Lay a task on its office's desk; False if it was laid there before, done or not."""
        ...

    def of(self, office: OfficeCode) -> tuple[Task, ...]:
        """An office's tasks, oldest first."""
        ...

    def done(self, task: Task) -> None:
        """Take a task off the desk; twice changes nothing. It is not laid there again."""
        ...


@dataclass(frozen=True)
class Register:
    """The register as a whole."""

    arrivals: Arrivals
    letters: Letters
    work: WorkBook
    receipts: Receipts
    events: Events
    search: Search
    suppressions: Suppressions
    tasks: Tasks


class SignIn(Protocol):
    """Who may enter: the pool of the offices' people."""

    def enter(self, name: str, password: str) -> Session | Challenge:
        """Sign in with name and password. Raises NotSignedIn, TryLater."""
        ...

    def answer(self, challenge: Challenge, answer: str) -> Session | Challenge:
        """Answer what was asked after the password. Raises NotSignedIn, TryLater."""
        ...


class Queue(Protocol):
    """The next station's queue."""

    def send(self, message: BaseModel) -> None:
        """Put one message; it will be delivered at least once."""
        ...


class Post(Protocol):
    """Outgoing mail."""

    def send(self, to: str, message: bytes) -> str:
        """Hand a complete RFC 5322 message to SES; returns SES's message id.

        Raises TryLater when SES is busy, Undeliverable when it refuses for good.
        """
        ...


class Uploads(Protocol):
    """The bucket that uploads arrive in, for those who lay them there."""

    @property
    def bucket(self) -> str:
        """Its name."""
        ...

    @property
    def origin(self) -> str:
        """Where browsers post files to: scheme and host."""
        ...

    def lay(self, key: str, content: bytes) -> str:
        """Put an object; returns its version as the notice of it will name it."""
        ...

    def sizes(self, folder: str) -> Mapping[str, int]:
        """The objects of a folder by their keys, and their sizes in bytes."""
        ...

    def ticket(self, key: str, size: int) -> Ticket:
        """Leave for a browser to put one object of just this size there, for an hour."""
        ...


class Visits(Protocol):
    """How often somebody came lately; names are hashes and are soon forgotten."""

    def count(self, name: str, until: datetime, most: int) -> bool:
        """Count one; False when ``most`` were counted before. Forgotten some time after ``until``.

        Raises TryLater when the store is busy.
        """
        ...


class Signer(Protocol):
    """The key that seals receipts."""

    def sign(self, message: bytes) -> bytes:
        """ECDSA on P-256 with SHA-256: r and s, 32 bytes each. Raises TryLater when busy."""
        ...
