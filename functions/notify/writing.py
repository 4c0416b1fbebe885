"""From what the register has to a finished message: the only place where both are known."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.message import EmailMessage

from functions.notify.gathering import joined_facts, receipt_facts, refusal_facts
from functions.notify.message import Heading
from functions.notify.receipt import compose_joined, compose_receipt
from functions.notify.refusal import compose_refusal
from shared.directory.offices import Directory
from shared.model.fact import ProcessId
from shared.model.letter import LetterRecord, Reply
from shared.model.messages import RefusalDue
from shared.model.process import Process
from shared.model.receipt import Receipt
from shared.model.work import WorkItem
from shared.thai.calendar import BANGKOK


@dataclass(frozen=True)
class Letterhead:
    """Who writes, and the directory and processes in force on a day."""

    address: str
    directory: Callable[[date], Directory]
    processes: Callable[[date], Mapping[ProcessId, Process]]

    @property
    def domain(self) -> str:
        """The domain of our Message-IDs."""
        return self.address.rpartition("@")[2]


def write_receipt(
    record: LetterRecord,
    items: Sequence[WorkItem],
    entered_at: datetime,
    heading: Heading,
    letterhead: Letterhead,
) -> EmailMessage:
    """The receipt of an arrival that opened ``items``."""
    day = entered_at.astimezone(BANGKOK).date()
    facts = receipt_facts(
        record, items, entered_at, letterhead.directory(day), letterhead.processes(day)
    )
    return compose_receipt(facts, heading)


def write_joined(
    record: LetterRecord,
    reply: Reply,
    items: Sequence[WorkItem],
    heading: Heading,
    letterhead: Letterhead,
) -> EmailMessage:
    """The receipt of a letter that joined an earlier one, which ``items`` belong to."""
    day = reply.received_at.astimezone(BANGKOK).date()
    return compose_joined(joined_facts(record, reply, items, letterhead.directory(day)), heading)


def write_refusal(due: RefusalDue, heading: Heading) -> EmailMessage:
    """The answer to a letter that was refused."""
    return compose_refusal(refusal_facts(due), heading)


def heading_of(receipt: Receipt, to: str, answers: str | None, letterhead: Letterhead) -> Heading:
    """The headers of one message; its date is when the receipt was first written."""
    return Heading(
        sender=letterhead.address,
        to=to,
        message_id=receipt.message_id,
        date=receipt.at,
        answers=answers,
    )
