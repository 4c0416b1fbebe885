"""The story of a clerk's action: the letter moves, its history says so, the sender is told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from functions.desk.changing import changes
from functions.desk.deeds import Asked, Deed
from functions.desk.people import Person
from functions.desk.permissions import Action, allow, may
from functions.desk.telling import due_message
from shared.directory import checklists
from shared.directory.checklists import Checklists
from shared.directory.offices import Directory
from shared.errors import (
    FieldMissing,
    HeldByAnother,
    IllegalMove,
    NotHere,
    StaleWork,
    UnknownOffice,
)
from shared.findable import findable
from shared.model.event import Did, Event
from shared.model.fact import ProcessId
from shared.model.letter import LetterRecord
from shared.model.process import Process
from shared.model.work import WorkItem
from shared.ports.buckets import LetterShelf
from shared.ports.neighbours import Queue
from shared.ports.register import Register
from shared.thai.calendar import BANGKOK

REFUSALS = (FieldMissing, HeldByAnother, IllegalMove, StaleWork)
"""What ``act`` raises that a page says in words; the rest is not there, or comes later."""


@dataclass(frozen=True)
class Desk:
    """The desk's neighbours. ``due_on`` is the desk's own target for a time of arrival."""

    register: Register
    letters: LetterShelf
    notify: Queue
    intake: Queue
    directory: Callable[[], Directory]
    processes: Callable[[], Mapping[ProcessId, Process]]
    now: Callable[[], datetime]
    checklists: Callable[[date], Checklists] = checklists.load

    @property
    def today(self) -> date:
        """The day in Thailand."""
        return self.now().astimezone(BANGKOK).date()


def act(asked: Asked, person: Person, desk: Desk) -> WorkItem:
    """Do what was asked, once; returns the item as it stands then.

    Raises NotHere (also for what the person may not do), FieldMissing, HeldByAnother,
    IllegalMove, StaleWork when somebody else was quicker, TryLater. The same form sent again
    changes nothing, but the sender is told again if need be: notify knows what it has told.
    """
    allow(person, Action.WORK, asked.office)
    before = desk.register.work.at(asked.submission_id, asked.office)
    if before is None:
        raise NotHere
    _check(asked, desk)
    if before.version != asked.version:
        after = _done_already(asked, before, person, desk)
    else:
        after = _do(asked, before, person, desk)
    if message := due_message(asked, asked.version + 1, after.due_on):
        desk.notify.send(message)
    return after


def _do(asked: Asked, before: WorkItem, person: Person, desk: Desk) -> WorkItem:
    if before.clerk not in {None, person.name} and not may(person, Action.TAKE_OVER, asked.office):
        raise HeldByAnother
    changed = changes(asked, before, desk.register.letters, desk.today)
    after = before.moved(asked.rule.move, person.name, **changed)
    event = _event(asked, before, after, person, desk.now())
    if message := due_message(asked, after.version, after.due_on):
        event = event.model_copy(update={"owes": message.model_dump_json()})
    if asked.deed is Deed.PASS:
        _pass_on(before, after, event, desk)
    else:
        desk.register.work.replace(before, after, event)
    return after


def _done_already(asked: Asked, item: WorkItem, person: Person, desk: Desk) -> WorkItem:
    """The item, if this very form was sent before and was what changed it."""
    done = (person.name, asked.office, asked.rule.did, asked.version + 1, asked.told)
    for event in desk.register.events.of(asked.submission_id):
        about = event.detail.rpartition(" ")[2]
        if done == (event.who, event.office, event.did, event.version, (event.note, about)):
            return item
    raise StaleWork


def _check(asked: Asked, desk: Desk) -> None:
    asked.complete()
    if asked.to_office:
        try:
            desk.directory().by_code(asked.to_office)
        except UnknownOffice:
            raise FieldMissing("to_office") from None
        if asked.to_office == asked.office:
            raise FieldMissing("to_office")
    if asked.process and asked.process not in desk.processes():
        raise FieldMissing("process")


def _event(asked: Asked, before: WorkItem, after: WorkItem, person: Person, at: datetime) -> Event:
    note, about = asked.told
    was = f"{before.process or '-'} " if asked.deed is Deed.CORRECT else ""
    return Event(
        submission_id=after.submission_id,
        office=after.office,
        at=at,
        who=person.name,
        did=asked.rule.did,
        note=note,
        detail=f"{was}{about}",
        version=after.version,
    )


def _pass_on(before: WorkItem, after: WorkItem, gone: Event, desk: Desk) -> None:
    record = desk.register.letters.get(before.submission_id)
    if record is None or after.passed_to is None:
        raise NotHere
    changes = {"office": after.passed_to, "did": Did.RECEIVED, "detail": before.office, "owes": ""}
    came = gone.model_copy(update={**changes, "version": 1})
    _make_findable(after, came, record, desk)
    desk.register.work.hand_over(before, after, gone, came, record)


def _make_findable(gone: WorkItem, came: Event, record: LetterRecord, desk: Desk) -> None:
    """Let the office that gets the letter find it by its words.

    Before it has it: who finds a letter that another office has is not shown it, but who has one
    that cannot be found would never know.
    """
    theirs = gone.model_copy(update={"office": came.office, "opened_at": came.at})
    letter = desk.letters.read_letter(record.letter_key)
    desk.register.search.enter(findable(letter, record, theirs))
