"""What is due, made ready: whom it is for, and how it will be written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage

from functions.notify.withholding import Asking
from functions.notify.writing import (
    Letterhead,
    heading_of,
    write_joined,
    write_receipt,
    write_refusal,
)
from shared.errors import TryLater
from shared.model.fact import ArrivalId, SubmissionId
from shared.model.letter import LetterRecord, Reply
from shared.model.messages import ReceiptDue, RefusalDue
from shared.model.receipt import Receipt
from shared.ports import Register


@dataclass(frozen=True)
class Draft:
    """A message that is due; ``write`` gives it once it is known to whom and when."""

    arrival_id: ArrivalId
    submission_id: SubmissionId | None
    asking: Asking
    write: Callable[[Receipt, str], EmailMessage]


def draft(due: ReceiptDue | RefusalDue, register: Register, letterhead: Letterhead) -> Draft:
    """Look up what a message needs. Raises TryLater when the register has it not yet."""
    if isinstance(due, RefusalDue):
        return _refusal(due, letterhead)
    record = register.letters.get(due.submission_id)
    if record is None:
        raise TryLater("the letter is not in the register yet")
    if due.joined:
        return _joined(due, record, register, letterhead)
    return _receipt(due, record, register, letterhead)


def _receipt(
    due: ReceiptDue, record: LetterRecord, register: Register, letterhead: Letterhead
) -> Draft:
    items = tuple(i for i in register.work.of(due.submission_id) if i.opened_by == due.arrival_id)
    if not items:
        raise TryLater("the work is not in the register yet")
    entered_at = _entered_at(due.arrival_id, record, register)

    def write(receipt: Receipt, to: str) -> EmailMessage:
        heading = heading_of(receipt, to, record.message_id, letterhead)
        return write_receipt(record, items, entered_at, heading, letterhead)

    return Draft(due.arrival_id, due.submission_id, _asking(record), write)


def _joined(
    due: ReceiptDue, record: LetterRecord, register: Register, letterhead: Letterhead
) -> Draft:
    replies = register.letters.replies(due.submission_id)
    reply = next((reply for reply in replies if reply.arrival_id == due.arrival_id), None)
    items = register.work.of(due.submission_id)
    if reply is None or not items:
        raise TryLater("the reply is not in the register yet")

    def write(receipt: Receipt, to: str) -> EmailMessage:
        heading = heading_of(receipt, to, reply.message_id, letterhead)
        return write_joined(record, reply, items, heading, letterhead)

    return Draft(due.arrival_id, due.submission_id, _asking(reply), write)


def _refusal(due: RefusalDue, letterhead: Letterhead) -> Draft:
    asking = Asking(
        sender=due.sender,
        envelope_sender=due.arrival.envelope_sender,
        machine=due.machine,
        verdicts=due.arrival.verdicts,
    )

    def write(receipt: Receipt, to: str) -> EmailMessage:
        return write_refusal(due, heading_of(receipt, to, due.message_id, letterhead))

    return Draft(due.arrival.id, None, asking, write)


def _asking(source: LetterRecord | Reply) -> Asking:
    return Asking(
        sender=source.sender,
        envelope_sender=source.envelope_sender,
        machine=source.machine,
        verdicts=source.verdicts,
    )


def _entered_at(arrival_id: ArrivalId, record: LetterRecord, register: Register) -> datetime:
    """When this arrival entered the system: the first one's time is on the letter's record."""
    if arrival_id == record.arrival_id:
        return record.received_at
    line = register.arrivals.get(arrival_id)
    return line.arrival.received_at if line else record.received_at
