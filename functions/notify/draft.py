"""What is due, made ready: whom it is for, and how it will be written."""

from dataclasses import replace
from datetime import datetime
from email.message import EmailMessage

from functions.notify.drafted import Draft, Registered, Write, asking
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
from shared.model.arrival import Channel
from shared.model.dossier import Dossier
from shared.model.fact import ArrivalId
from shared.model.letter import LetterRecord, Reply
from shared.model.messages import AnyDue, NoticeDue, ReceiptDue, ReceiptReleased, RefusalDue
from shared.model.receipt import Receipt, Sending
from shared.ports.register import Register


def draft(due: AnyDue, register: Register, letterhead: Letterhead) -> Draft:
    """Look up what a message needs. Raises TryLater when the register has it not yet."""
    if isinstance(due, RefusalDue):
        return _refusal(due, register, letterhead)
    dossier = register.work.dossier(due.submission_id)
    if dossier is None:
        raise TryLater("the letter is not in the register yet")
    if isinstance(due, ReceiptDue | ReceiptReleased):
        if due.joined:
            return _joined(due, dossier, register, letterhead)
        return _receipt(due, dossier, register, letterhead)
    return _notice(due, dossier, register, letterhead)


def _receipt(
    due: ReceiptDue | ReceiptReleased, dossier: Dossier, register: Register, letterhead: Letterhead
) -> Draft:
    record = dossier.record
    items = tuple(item for item in dossier.items if item.opened_by == due.arrival_id)
    if not items:
        raise TryLater("the work is not in the register yet")
    entered_at = _entered_at(due.arrival_id, record, register)
    facts = facts_of_receipt(record, items, entered_at, letterhead)

    def write(receipt: Receipt, to: str) -> EmailMessage:
        return compose_receipt(facts, heading_of(receipt, to, record.message_id, letterhead))

    def limit(receipt: Receipt, to: str) -> EmailMessage:
        heading = heading_of(receipt, to, record.message_id, letterhead)
        return write_limit(record, items, entered_at, heading, letterhead)

    answer = _answer(due, record, facts, write, limit)
    fetched = record.channel is Channel.UPLOAD
    return replace(answer, registered=Registered(record, items, entered_at), fetched=fetched)


def _joined(
    due: ReceiptDue | ReceiptReleased, dossier: Dossier, register: Register, letterhead: Letterhead
) -> Draft:
    record, items = dossier.record, dossier.items
    reply = next((reply for reply in dossier.replies if reply.arrival_id == due.arrival_id), None)
    if reply is None or not items:
        raise TryLater("the reply is not in the register yet")

    facts = facts_of_joined(record, reply, items, letterhead)

    def write(receipt: Receipt, to: str) -> EmailMessage:
        return compose_joined(facts, heading_of(receipt, to, reply.message_id, letterhead))

    def limit(receipt: Receipt, to: str) -> EmailMessage:
        heading = heading_of(receipt, to, reply.message_id, letterhead)
        return write_limit(record, items, reply.received_at, heading, letterhead)

    line = register.arrivals.get(due.arrival_id)
    fetched = line is not None and line.arrival.channel is Channel.UPLOAD
    return replace(_answer(due, reply, facts, write, limit), fetched=fetched)


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


def _notice(due: NoticeDue, dossier: Dossier, register: Register, letterhead: Letterhead) -> Draft:
    """What a clerk wants told; an unproven sender is told only what a released receipt tells."""
    record, items = dossier.record, dossier.items
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


def _refusal(due: RefusalDue, register: Register, letterhead: Letterhead) -> Draft:
    line = register.arrivals.get(due.arrival_id)
    if line is None or line.refused is None:
        raise TryLater("the refusal is not in the ledger yet")
    answered = line.refused
    whom = Asking(
        sender=answered.sender,
        envelope_sender=line.arrival.envelope_sender,
        machine=answered.machine,
        verdicts=line.arrival.verdicts,
    )

    def write(receipt: Receipt, to: str) -> EmailMessage:
        return write_refusal(line, heading_of(receipt, to, answered.message_id, letterhead))

    return Draft(due.arrival_id, None, whom, write)


def _entered_at(arrival_id: ArrivalId, record: LetterRecord, register: Register) -> datetime:
    """When this arrival entered the system: the first one's time is on the letter's record."""
    if arrival_id == record.arrival_id:
        return record.received_at
    line = register.arrivals.get(arrival_id)
    return line.arrival.received_at if line else record.received_at
