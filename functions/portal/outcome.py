"""What became of a letter that was sent here, for whoever has just sent it."""

from functions.portal.counter import Counter
from functions.portal.standing import Standing, standing
from shared.model.fact import ArrivalId, Fact
from shared.model.letter import LetterRecord, Outcome, Part
from shared.model.receipt import Sending


class Became(Fact):
    """What became of it. ``outcome`` is None until it has ended."""

    outcome: Outcome | None = None
    standing: Standing | None = None
    documents: tuple[Part, ...] = ()
    mailed: bool = False
    """The receipt went out by mail."""


def outcome(arrival: ArrivalId, counter: Counter) -> Became:
    """How an arrival ended, or that it has not yet."""
    register = counter.register
    line = register.arrivals.get(arrival)
    if line is None or line.outcome is Outcome.TAKEN_IN:
        return Became()  # It may have a reference by now, but not every office its number.
    record = register.letters.get(line.submission_id) if line.submission_id else None
    if record is None:
        return Became(outcome=line.outcome)
    receipt = register.receipts.get(arrival)
    return Became(
        outcome=line.outcome,
        standing=standing(record, counter),
        documents=_documents(record, arrival, counter),
        mailed=bool(receipt and receipt.sending is Sending.SENT),
    )


def _documents(record: LetterRecord, arrival: ArrivalId, counter: Counter) -> tuple[Part, ...]:
    """The documents that this arrival brought, not those of an earlier letter."""
    if record.arrival_id == arrival:
        return record.parts
    replies = counter.register.letters.replies(record.submission_id)
    return next((reply.parts for reply in replies if reply.arrival_id == arrival), ())
