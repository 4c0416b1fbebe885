"""What became of a letter that was sent here, for whoever has just sent it."""

from shared.directory.offices import Directory
from shared.model.fact import ArrivalId, Fact
from shared.model.letter import LetterRecord, Outcome, Part
from shared.model.receipt import Receipt, Sending
from shared.ports.register import Register
from shared.standing.standing import Standing, standing


class Became(Fact):
    """What became of it. ``outcome`` is None until it has ended."""

    outcome: Outcome | None = None
    standing: Standing | None = None
    documents: tuple[Part, ...] = ()
    mailed: bool = False
    """The receipt went out by mail."""
    receipt: bool = False
    """There is a receipt to fetch here."""
    awaited: bool = False
    """It is registered, and its receipt is still being made."""


def outcome(arrival: ArrivalId, register: Register, directory: Directory) -> Became:
    """How an arrival ended, or that it has not yet."""
    line = register.arrivals.get(arrival)
    if line is None or line.outcome is Outcome.TAKEN_IN:
        return Became()  # It may have a reference by now, but not every office its number.
    record = register.letters.get(line.submission_id) if line.submission_id else None
    if record is None:
        return Became(outcome=line.outcome)
    receipt = receipt_of(arrival, register)
    return Became(
        outcome=line.outcome,
        standing=standing(record, register, directory),
        documents=_documents(record, arrival, register),
        mailed=bool(receipt and receipt.sending is Sending.SENT),
        receipt=bool(receipt and receipt.kept),
        awaited=receipt is None,
    )


def receipt_of(arrival: ArrivalId, register: Register) -> Receipt | None:
    """The receipt that answers an arrival; one that came twice is answered by the first's."""
    line = register.arrivals.get(arrival)
    if line and line.submission_id and line.outcome is Outcome.DUPLICATE:
        record = register.letters.get(line.submission_id)
        arrival = record.arrival_id if record else arrival
    return register.receipts.get(arrival)


def _documents(record: LetterRecord, arrival: ArrivalId, register: Register) -> tuple[Part, ...]:
    """The documents that this arrival brought, not those of an earlier letter."""
    if record.arrival_id == arrival:
        return record.parts
    replies = register.letters.replies(record.submission_id)
    return next((reply.parts for reply in replies if reply.arrival_id == arrival), ())
