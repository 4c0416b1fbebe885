"""The story of the daily look at letters that wait for their senders' documents.

Source: citizen manual for sickness and injury benefit, note 2: what is missing is to be sent
within 15 days of being told. When to remind within them no rule says; the office sets it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from shared.model.event import SYSTEM, Did, Event
from shared.model.fact import Fact, OfficeCode
from shared.model.messages import ReminderDue
from shared.model.queue import QueueQuery
from shared.model.work import State, WorkItem
from shared.ports.neighbours import Queue
from shared.ports.register import Register
from shared.thai.calendar import BANGKOK


@dataclass(frozen=True)
class Reminding:
    """Its neighbours. ``days`` before the last one a sender is reminded."""

    register: Register
    notify: Queue
    offices: Sequence[OfficeCode]
    days: int


class Reminded(Fact):
    """What a look found: letters whose senders are reminded, and those whose time is over."""

    near: int
    late: int


def remind(now: datetime, to: Reminding) -> Reminded:
    """Ask notify to remind each sender whose last day is near; note each whose day is past.

    Notify tells an event once, and a line of history is noted once: a second look on the same
    day, or a look the day after, changes nothing. Raises TryLater.
    """
    today = now.astimezone(BANGKOK).date()
    until = today + timedelta(days=to.days)
    near = late = 0
    for office in _with_letters_that_wait(to):
        for item in _waiting(office, until, to.register):
            asked = _asked(item, to.register)
            if asked is None:
                continue
            if item.due_on < today:
                to.register.events.note(_late(item, asked, now))
                late += 1
            else:
                to.notify.send(_reminder(item, asked))
                near += 1
    return Reminded(near=near, late=late)


def _with_letters_that_wait(to: Reminding) -> Iterator[OfficeCode]:
    """By their counts, which come a hundred in a call."""
    counts = to.register.work.counts_of(to.offices)
    for office, counted in zip(to.offices, counts, strict=True):
        if counted.of(QueueQuery(office=office, state=State.WAITING).tray):
            yield office


def _waiting(office: OfficeCode, until: date, register: Register) -> Iterator[WorkItem]:
    """An office's letters that wait, and whose last day is not later than ``until``."""
    after_it = until + timedelta(days=1)
    query: QueueQuery | None = QueueQuery(office=office, state=State.WAITING, overdue_on=after_it)
    while query:
        page = register.work.page(query)
        yield from page.items
        query = query.model_copy(update={"after": page.after}) if page.after else None


def _asked(item: WorkItem, register: Register) -> Event | None:
    """When documents were asked for last; its note names them, one a line."""
    asked = [
        event
        for event in register.events.of(item.submission_id)
        if event.office == item.office and event.did is Did.RETURNED
    ]
    return asked[-1] if asked else None


def _reminder(item: WorkItem, asked: Event) -> ReminderDue:
    return ReminderDue(
        submission_id=item.submission_id,
        event=f"reminder-{item.office}-{asked.version}",
        office=item.office,
        documents=tuple(asked.note.splitlines()),
        answer_by=item.due_on,
    )


def _late(item: WorkItem, asked: Event, now: datetime) -> Event:
    return Event(
        submission_id=item.submission_id,
        office=item.office,
        at=now,
        who=SYSTEM,
        did=Did.ANSWER_LATE,
        detail=item.due_on.isoformat(),
        version=asked.version,
    )
