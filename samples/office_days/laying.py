"""Laying invented letters on desks: the router's and the desk's own stories, with past times."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from functions.desk.acting import Desk, act
from functions.desk.deeds import Asked
from functions.desk.people import Person
from functions.router.dispatch import Router, dispatch
from samples.office_days.arriving import as_read
from samples.office_days.letters import Done, Sent
from shared.directory import offices, processes
from shared.model.event import Did, Event
from shared.model.fact import CENTRAL, SubmissionId
from shared.model.letter import ArrivalRecord, Outcome
from shared.model.messages import TakenIn
from shared.model.reference import new_reference
from shared.model.work import WorkItem
from shared.office_hours import deemed_received, working_days_after
from shared.ports.buckets import LetterShelf
from shared.ports.neighbours import Queue
from shared.ports.register import Register

TARGET_DAYS = 3


@dataclass(frozen=True)
class Place:
    """An account to lay letters in. ``choose`` draws a sign of a reference."""

    register: Register
    letters: LetterShelf
    notify: Queue
    intake: Queue
    people: Callable[[str], Person]
    choose: Callable[[Sequence[str]], str]


def lay(sent: Sequence[Sent], place: Place, now: datetime) -> dict[str, SubmissionId]:
    """Lay the letters and do what clerks did with them; the letters' ids by their names.

    What was not yet done by ``now`` is left undone.
    """
    return {one.id: _lay(one, place, now) for one in sent}


def _lay(one: Sent, place: Place, now: datetime) -> SubmissionId:
    came_in = one.came_in(now)
    letter = as_read(one, came_in)
    key = place.letters.keep_letter(letter)
    arrival = letter.arrival
    place.register.arrivals.note(ArrivalRecord(arrival=arrival, outcome=Outcome.TAKEN_IN))
    taken = TakenIn(arrival_id=arrival.id, submission_id=letter.submission.id, letter_key=key)
    dispatch(taken, _router(place, came_in))
    for done in one.deeds:
        at = came_in + timedelta(hours=done.hours)
        if at <= now:
            _do(done, letter.submission.id, place, at)
    return letter.submission.id


def _do(done: Done, name: SubmissionId, place: Place, at: datetime) -> None:
    person = place.people(done.by)
    office = person.office or CENTRAL
    item = place.register.work.at(name, office)
    if item is None:
        raise LookupError(f"{done.by}'s office has no such letter")
    if not item.read:
        item = _open(item, person, place, at)
    given = done.model_dump(exclude={"by", "hours"})
    asked = Asked(office=office, submission_id=name, version=item.version, **given)
    act(asked, person, _desk(place, at))


def _open(item: WorkItem, person: Person, place: Place, at: datetime) -> WorkItem:
    """Nobody works at a letter that was not opened."""
    after = item.moved("see", read=True)
    seen = Event(
        submission_id=item.submission_id,
        office=item.office,
        at=at,
        who=person.name,
        did=Did.SEEN,
        version=item.version,
    )
    place.register.work.replace(item, after, seen)
    return after


def _router(place: Place, at: datetime) -> Router:
    return Router(
        letters=place.letters,
        register=place.register,
        notify=place.notify,
        directory=offices.load,
        processes=processes.load,
        now=lambda: at,
        draw_reference=lambda: new_reference(place.choose),
        due_on=_due_on,
    )


def _due_on(received_at: datetime) -> date:
    return working_days_after(deemed_received(received_at).date(), TARGET_DAYS)


def _desk(place: Place, at: datetime) -> Desk:
    return Desk(
        register=place.register,
        letters=place.letters,
        notify=place.notify,
        intake=place.intake,
        directory=offices.load,
        processes=processes.load,
        now=lambda: at,
    )
