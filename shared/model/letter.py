"""LetterRecord: what the register keeps of one submission, and how each arrival ended."""

from enum import StrEnum

from pydantic import AwareDatetime

from shared.model.arrival import Arrival, Channel, Verdicts
from shared.model.classification import Classification
from shared.model.fact import ArrivalId, Fact, OfficeCode, SubmissionId
from shared.model.official import OfficialLetter, Urgency
from shared.model.piece import Piece
from shared.model.routing import Routing
from shared.model.submission import Machine, Role, Sender

SECRET_SUBJECT = "หนังสือชั้นความลับ (marked secret)"  # noqa: S105 - words that are shown
"""Stands for the subject of a letter marked secret wherever the register shows one."""
SECRET_NAME = "ไม่แสดงชื่อไฟล์ (file name not shown)"  # noqa: S105 - words that are shown
"""The same for the names of its files."""


class Outcome(StrEnum):
    """How an arrival ended. Every one ends as exactly one of these but TAKEN_IN."""

    TAKEN_IN = "taken_in"
    """Not ended yet: intake has passed it to the router."""
    WORK_ITEM = "work_item"
    JOINED_THREAD = "joined_thread"
    DUPLICATE = "duplicate"
    QUARANTINED = "quarantined"
    REFUSED = "refused"


class RefusedLetter(Fact):
    """Of a letter that we did not take: what the answer to its sender needs."""

    sender: Sender | None
    machine: Machine | None = None
    subject: str = ""
    message_id: str | None = None


class ArrivalRecord(Fact):
    """One line of the ledger of arrivals."""

    arrival: Arrival
    outcome: Outcome
    reason: str | None = None
    """For a refusal or a quarantine: its stable name."""
    detail: str | None = None
    submission_id: SubmissionId | None = None
    """The letter it became, repeated or joined."""
    refused: RefusedLetter | None = None
    """Of a refusal that is answered."""


class Part(Fact):
    """One document of the letter as a receipt accounts for it."""

    number: int
    role: Role
    name: str
    kind: str
    size: int
    sha256: str
    pages: int
    unread: int = 0
    """Of the pages, how many a person must look at."""
    refusal: str | None = None
    pieces: tuple[Piece, ...] = ()


class LetterRecord(Fact):
    """One submission as the register has it: who, what, what was decided and why.

    ``letter_key`` is where the letter's text and documents lie in the letters bucket. Of a
    letter marked secret (``secret``) no words are kept here: subject and file names are
    SECRET_SUBJECT and SECRET_NAME, and there is no evidence; the registrar opens the letter.
    """

    submission_id: SubmissionId
    reference: str
    arrival_id: ArrivalId
    channel: Channel
    sender: Sender | None
    reply_to: str | None
    subject: str
    message_id: str | None
    machine: Machine | None
    envelope_sender: str | None
    """None where there was no envelope (uploads), "" for the null sender of RFC 5321."""
    verdicts: Verdicts
    english: bool
    """The sender's own words are in English: the receipt leads with it."""
    received_at: AwareDatetime
    letter_key: str
    parts: tuple[Part, ...]
    classification: Classification
    routing: Routing
    official: OfficialLetter | None = None
    urgency: Urgency = Urgency.NONE
    """What an official letter meant for us asks; a citizen's ด่วน is none."""
    secret: bool = False
    findings: tuple[str, ...] = ()
    """Names of what a request fails in by its own form's rules; for the desk, no refusal."""


class Reply(Fact):
    """A later letter of the sender that joined an earlier one."""

    arrival_id: ArrivalId
    submission_id: SubmissionId
    received_at: AwareDatetime
    letter_key: str
    sender: Sender | None
    machine: Machine | None
    envelope_sender: str | None
    """None where there was no envelope (uploads), "" for the null sender of RFC 5321."""
    verdicts: Verdicts
    message_id: str | None
    subject: str
    parts: tuple[Part, ...]


class Filed(Fact):
    """What a dispatch left in the register: for the log, the receipt and the tests."""

    outcome: Outcome
    submission_id: SubmissionId
    reference: str
    arrival_id: ArrivalId
    offices: tuple[OfficeCode, ...]
    """The offices whose work items this arrival opened, or that have the thread."""
