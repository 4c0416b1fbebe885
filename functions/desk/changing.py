"""What a deed changes of a work item beside its state."""

from datetime import date
from typing import Any

from functions.desk.deeds import Asked, Deed
from shared.deadlines.answering import ANSWER
from shared.model.fact import CENTRAL
from shared.model.routing import Decision
from shared.model.work import DecidedBy, WorkItem
from shared.ports.ledger import Letters


def changes(asked: Asked, before: WorkItem, letters: Letters, today: date) -> dict[str, Any]:
    """The fields that ``asked`` changes of the item ``before``."""
    match asked.deed:
        case Deed.RETURN:
            return {"due_on": ANSWER(today)}
        case Deed.PASS:
            return {"passed_to": asked.to_office}
        case Deed.CORRECT if _office_open(before, letters):
            # Whose letter it is has still to be said: it must not leave the triage queue.
            return {"process": asked.process}
        case Deed.CORRECT:
            return {"process": asked.process, "decided_by": DecidedBy.PERSON}
    return {}


def _office_open(item: WorkItem, letters: Letters) -> bool:
    """The central registry has it because nobody has chosen its office yet."""
    if item.office != CENTRAL or item.decided_by is not DecidedBy.UNSURE:
        return False
    record = letters.get(item.submission_id)
    return record is not None and record.routing.decision is Decision.TRIAGE
