"""What is due, made ready: whom it is for, and how it will be written."""

from datetime import datetime
from email.message import EmailMessage

from functions.notify.drafted import Draft, Write, asking
from functions.notify.facts import ReceiptFacts
from functions.notify.receipt import compose_joined, compose_receipt
from functions.notify.withholding import Asking
from functions.notify.writing import (
    Letterhead,
    facts_of_joined,
    facts_of_receipt,
    heading_of,
    write_limit,
    write_notice,
    write_refusal,
)
from shared.errors import TryLater
from shared.model.fact import ArrivalId
from shared.model.letter import LetterRecord, Reply
from shared.model.messages import AnyDue, NoticeDue, ReceiptDue, ReceiptReleased, RefusalDue
from shared.model.receipt import Receipt, Sending
from shared.ports.register import Register


def draft(due: AnyDue, register: Register, letterhead: Letterhead) -> Draft:
    """Look up what a message needs. Raises TryLater when the register has it not yet."""
    if isinstance(due, RefusalDue):
        return _refusal(due, letterhead)
    record = register.letters.get(due.submission_id)
    if record is None:
        raise TryLater("the letter is not in the register yet")
    if isinstance(due, ReceiptDue | ReceiptReleased):
        if due.joined:
            return _joined(due, record, register, letterhead)
        return _receipt(due, record, register, letterhead)
    return _notice(due, record, register, letterhead)


def _receipt(
    due: ReceiptDue | ReceiptReleased,
    record: LetterRecord,
    register: Register,
    letterhead: Letterhead,
) -> Draft:
    items = tuple(i for i in register.work.of(due.submission_id) if i.opened_by == due.arrival_id)
    if not items:
        raise TryLater("the work is not in the register yet")
    entered_at = _entered_at(due.arrival_id, record, register)
    facts = facts_of_receipt(record, items, entered_at, letterhead)

    def write(receipt: Receipt, to: str) -> EmailMessage:
        return compose_receipt(facts, heading_of(receipt, to, record.message_id, letterhead))

    def limit(receipt: Receipt, to: str) -> EmailMessage:
        heading = heading_of(receipt, to, record.message_id, letterhead)
        return write_limit(record, items, entered_at, heading, letterhead)

    return _answer(due, record, facts, write, limit)


def _joined(
    due: ReceiptDue | ReceiptReleased,
    record: LetterRecord,
    register: Register,
    letterhead: Letterhead,
) -> Draft:
    replies = register.letters.replies(due.submission_id)
    reply = next((reply for reply in replies if reply.arrival_id == due.arrival_id), None)
    items = register.work.of(due.submission_id)
    if reply is None or not items:
        raise TryLater("the reply is not in the register yet")

    facts = facts_of_joined(record, reply, items, letterhead)

    def write(receipt: Receipt, to: str) -> EmailMessage:
        return compose_joined(facts, heading_of(receipt, to, reply.message_id, letterhead))

    def limit(receipt: Receipt, to: str) -> EmailMessage:
        heading = heading_of(receipt, to, reply.message_id, letterhead)
        return write_limit(record, items, reply.received_at, heading, letterhead)

    return _answer(due, reply, facts, write, limit)


def _answer(
    due: ReceiptDue | ReceiptReleased,
    answered: LetterRecord | Reply,
    facts: ReceiptFacts,
    write: Write,
    limit: Write,
) -> Draft:
    """The answer to an arrival; who released one has looked at whom it goes to."""
    released = isinstance(due, ReceiptReleased)
    return Draft(
        arrival_id=due.arrival_id,
        submission_id=due.submission_id,
        asking=asking(answered, proven=released),
        write=write,
        facts=facts,
        by_a_person=released,
        write_limit=limit,
    )


def _notice(
    due: NoticeDue, record: LetterRecord, register: Register, letterhead: Letterhead
) -> Draft:
    """What a clerk wants told; an unproven sender is told only what a released receipt tells."""
    items = register.work.of(due.submission_id)
    told = register.receipts.get(record.arrival_id)

    def write(receipt: Receipt, to: str) -> EmailMessage:
        heading = heading_of(receipt, to, record.message_id, letterhead)
        return write_notice(due, record, items, heading, letterhead)

    return Draft(
        arrival_id=record.arrival_id,
        submission_id=due.submission_id,
        asking=asking(record, proven=told is not None and told.sending is Sending.SENT),
        write=write,
        event=due.event,
        by_a_person=True,
    )


def _refusal(due: RefusalDue, letterhead: Letterhead) -> Draft:
    whom = Asking(
        sender=due.sender,
        envelope_sender=due.arrival.envelope_sender,
        machine=due.machine,
        verdicts=due.arrival.verdicts,
    )

    def write(receipt: Receipt, to: str) -> EmailMessage:
        return write_refusal(due, heading_of(receipt, to, due.message_id, letterhead))

    return Draft(due.arrival.id, None, whom, write)


def _entered_at(arrival_id: ArrivalId, record: LetterRecord, register: Register) -> datetime:
    """When this arrival entered the system: the first one's time is on the letter's record."""
    if arrival_id == record.arrival_id:
        return record.received_at
    line = register.arrivals.get(arrival_id)
    return line.arrival.received_at if line else record.received_at
