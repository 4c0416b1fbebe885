"""What the stories need from the outside world, in the words of the domain.

``shared.aws`` keeps these promises on AWS; ``tests.fakes`` keeps them in memory; one set
of tests runs against both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from pydantic import BaseModel

from shared.model.arrival import Arrival
from shared.model.fact import ArrivalId, OfficeCode, SubmissionId
from shared.model.letter import ArrivalRecord, LetterRecord, Outcome, Reply
from shared.model.receipt import Receipt
from shared.model.register import RegisterEntry
from shared.model.submission import ReadLetter
from shared.model.work import WorkItem


class RawStore(Protocol):
    """The buckets that letters arrive in. They are never written by us."""

    def read(self, bucket: str, key: str) -> bytes:
        """The object's bytes. Raises TryLater when it is not there or S3 is busy."""
        ...

    def keys(self, bucket: str, prefix: str) -> tuple[str, ...]:
        """The keys below ``prefix``, sorted."""
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


class Arrivals(Protocol):
    """The ledger of arrivals: everything that came in, and how it ended."""

    def note(self, record: ArrivalRecord) -> None:
        """Write an arrival's line; one that is there already stays as it is."""
        ...

    def end(self, arrival_id: ArrivalId, outcome: Outcome, submission_id: SubmissionId) -> None:
        """Say how a taken-in arrival ended; one that has ended already stays as it is."""
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

    def replace(self, item: WorkItem) -> None:
        """Write the next version. Raises StaleWork unless ours is the next."""
        ...

    def join(self, submission_id: SubmissionId, reply: Reply) -> Reply:
        """Add a reply and wake the letter's work items; returns the reply that stands.

        The same letter joining again changes nothing.
        Raises TryLater when a clerk changes the work at the same moment.
        """
        ...

    def queue(self, office: OfficeCode) -> tuple[WorkItem, ...]:
        """An office's unfinished work, by urgency, then by due date, then by time."""
        ...

    def register(self, office: OfficeCode, year: int) -> tuple[RegisterEntry, ...]:
        """An office's receiving register of a Buddhist year, by number."""
        ...


class Receipts(Protocol):
    """What was sent to senders, or why nothing was."""

    def start(self, receipt: Receipt) -> Receipt:
        """Write a receipt unless this arrival has one; returns the one that stands."""
        ...

    def end(self, receipt: Receipt) -> None:
        """Say how a receipt ended; its Message-IDs lead replies to the letter from now on."""
        ...

    def get(self, arrival_id: ArrivalId) -> Receipt | None:
        """The receipt of one arrival."""
        ...

    def count_answer(self, address_hash: str, day: date, arrival_id: ArrivalId, most: int) -> bool:
        """Count an answer to one address on one day; False when ``most`` others were counted.

        The same arrival is counted once, however often it asks.
        """
        ...


@dataclass(frozen=True)
class Register:
    """The register as a whole."""

    arrivals: Arrivals
    letters: Letters
    work: WorkBook
    receipts: Receipts


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
