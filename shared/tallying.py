"""What a change of a work item, or a receipt, adds to its office's figures. Pure.

Each is written in one transaction with what it counts, or with a mark that it was counted: a
message that is delivered again finds it done and adds nothing.
"""

from datetime import date, datetime, timedelta

from shared.model.event import Did, Event
from shared.model.figures import Counted, Name, Tally, Told, Touched
from shared.model.letter import LetterRecord
from shared.model.work import DecidedBy, WorkItem
from shared.office_hours import deemed_received, working_days_after
from shared.thai.calendar import BANGKOK

_TOLD = (
    (timedelta(minutes=1), Told.MINUTE),
    (timedelta(minutes=5), Told.FIVE_MINUTES),
    (timedelta(minutes=15), Told.QUARTER),
    (timedelta(hours=1), Told.HOUR),
    (timedelta(days=1), Told.DAY),
)
LATER = Touched.LATER
_TOUCHED = (Touched.SAME_DAY, Touched.NEXT_DAY, Touched.SECOND_DAY, Touched.THIRD_DAY)


def opened(item: WorkItem) -> Tally:
    """A letter that came to an office for the first time."""
    if item.passed_from:
        return _tally(item, Counted.PASSED_IN)
    machine = item.decided_by is DecidedBy.MACHINE
    return _tally(item, Counted.CAME, *((Counted.MACHINE,) if machine else ()))


def changed(before: WorkItem, after: WorkItem, event: Event) -> Tally | None:
    """What ``event``, which made ``after`` of ``before``, is counted as; None for nothing."""
    if event.did is Did.RECEIVED:
        return _tally(after, Counted.PASSED_IN)
    names: list[Name] = []
    by_machine = before.decided_by is DecidedBy.MACHINE
    if by_machine and event.did is Did.CORRECTED and after.process != before.process:
        names.append(Counted.CORRECTED)
    if by_machine and event.did is Did.PASSED:
        names.append(Counted.PASSED_ON)
    if after.touched and not before.touched:
        names.append(_touched(before.opened_at, event.at))
    return _tally(before, *names) if names else None


def told(record: LetterRecord, item: WorkItem, entered_at: datetime, sent_at: datetime) -> Tally:
    """The receipt that told the sender of ``item``, for what the letter was first taken for."""
    waited = sent_at - entered_at
    name = next((name for most, name in _TOLD if waited <= most), Told.LATER)
    tally = _tally(item, name)
    return tally.model_copy(update={"process": record.classification.best.process})


def _touched(opened_at: datetime, at: datetime) -> Touched:
    """A letter touched before the day of its deemed receipt was touched on it."""
    received, on = deemed_received(opened_at).date(), at.astimezone(BANGKOK).date()
    days = (working_days_after(received, n) for n in range(len(_TOUCHED)))
    return next((name for day, name in zip(days, _TOUCHED, strict=True) if on <= day), LATER)


def _tally(item: WorkItem, *names: Name) -> Tally:
    return Tally(office=item.office, day=_day(item.opened_at), process=item.process, names=names)


def _day(at: datetime) -> date:
    return at.astimezone(BANGKOK).date()
