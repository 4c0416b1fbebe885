"""What passes from station to station by queue; big text travels by reference."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, TypeAdapter

from shared.model.arrival import Arrival
from shared.model.fact import ArrivalId, Fact, OfficeCode, SubmissionId


class TakenIn(Fact):
    """intake → router: this letter was read; its text lies at ``letter_key``."""

    arrival_id: ArrivalId
    submission_id: SubmissionId
    letter_key: str


class Released(Fact):
    """desk → intake: a person looked at a letter in quarantine and wants it taken in.

    ``arrival`` is the one in the ledger, with the verdict that stood in its way set aside.
    """

    kind: Literal["released"] = "released"
    arrival: Arrival


class ReadFurther(Fact):
    """desk → intake: a clerk wants the pages of the letter at ``letter_key`` that are unread.

    ``unread`` is how many there were: where there are fewer now, it has been done.
    """

    kind: Literal["read_further"] = "read_further"
    letter_key: str
    unread: int


class Found(Fact):
    """operator → intake: this arrival has no end; it goes through intake again.

    ``arrival`` is the one in the ledger or, where the notice itself was lost, what the stored
    object tells of it.
    """

    kind: Literal["found"] = "found"
    arrival: Arrival


class ReceiptDue(Fact):
    """router → notify: this arrival was registered (or joined); tell its sender."""

    kind: Literal["receipt"] = "receipt"
    arrival_id: ArrivalId
    submission_id: SubmissionId
    joined: bool = False
    """The arrival joined an earlier letter: ``submission_id`` is that letter's."""


class RefusalDue(Fact):
    """intake → notify: this arrival was refused; tell its sender why and what to do.

    Whom, and about what, stands in the ledger: a message lies among dead letters for weeks.
    """

    kind: Literal["refusal"] = "refusal"
    arrival_id: ArrivalId


class ReceiptReleased(Fact):
    """desk → notify: a person looked at a receipt that was withheld and wants it sent."""

    kind: Literal["release"] = "release"
    arrival_id: ArrivalId
    submission_id: SubmissionId
    joined: bool = False


class Notice(Fact):
    """desk → notify: tell a letter's sender of a later event; the base of the kinds below.

    ``event`` names the event within its letter (``asked-3``: word and the work item's
    version, say): the same event is told once, however often the message comes.
    ``office`` is the one that writes. ``note`` is the clerk's own words to the sender; it may
    have several lines.
    """

    submission_id: SubmissionId
    event: str = Field(pattern=r"^[a-z0-9][a-z0-9._-]{0,63}$")
    office: OfficeCode
    note: str = ""


class TransferDue(Notice):
    """Another office has the letter now, or another agency is responsible for it.

    One of the two is given: ``to_office``, at which the letter then has a work item, or the
    name of the ``agency`` (the sender must be told it: Electronic Government Act, section 10).
    """

    kind: Literal["transfer"] = "transfer"
    to_office: OfficeCode | None = None
    agency: str = ""


class DocumentsAsked(Notice):
    """The letter is incomplete: these documents are wanted until ``answer_by``, that day too."""

    kind: Literal["documents"] = "documents"
    documents: tuple[str, ...]
    answer_by: date


class ReminderDue(Notice):
    """Documents that were asked for have not come, and ``answer_by`` is near."""

    kind: Literal["reminder"] = "reminder"
    documents: tuple[str, ...]
    answer_by: date


class ResultDue(Notice):
    """What came of the letter: ``result`` in the clerk's words."""

    kind: Literal["result"] = "result"
    result: str = Field(min_length=1)


class BounceSeen(Fact):
    """intake → feedback: a delivery report came as mail; it speaks of these Message-IDs."""

    kind: Literal["bounce_seen"] = "bounce_seen"
    arrival_id: ArrivalId
    names: tuple[str, ...]
    at: AwareDatetime


class ReceiptImpossible(Fact):
    """notify → feedback: SES refused this message for good; its sender is told by telephone."""

    kind: Literal["impossible"] = "impossible"
    message_id: str
    at: AwareDatetime


NoticeDue = TransferDue | DocumentsAsked | ReminderDue | ResultDue
AnyDue = ReceiptDue | RefusalDue | ReceiptReleased | NoticeDue
DUE: TypeAdapter[AnyDue] = TypeAdapter(Annotated[AnyDue, Field(discriminator="kind")])
"""Reads a message of notify's queue."""
