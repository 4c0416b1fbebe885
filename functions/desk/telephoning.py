"""Senders whom mail does not reach are told by telephone; somebody notes that it was done."""

from functions.desk.acting import Desk
from functions.desk.people import Person
from functions.desk.permissions import Action, allow
from shared.errors import NotHere
from shared.model.event import Did, Event
from shared.model.fact import ArrivalId, OfficeCode, SubmissionId
from shared.model.task import Task, TaskKind


def calls(desk: Desk, office: OfficeCode) -> tuple[Task, ...]:
    """Whom the office still has to telephone, oldest first."""
    tasks = desk.register.tasks.of(office)
    return tuple(task for task in tasks if task.kind is TaskKind.TELL_SENDER)


def told(arrival_id: ArrivalId, office: OfficeCode, person: Person, desk: Desk) -> None:
    """Take a call off the list and note who made it. Raises NotHere."""
    allow(person, Action.WORK, office)
    task = next((task for task in calls(desk, office) if task.arrival_id == arrival_id), None)
    if task is None:
        raise NotHere
    event = Event(
        submission_id=task.submission_id or SubmissionId(arrival_id),
        office=office,
        at=desk.now(),
        who=person.name,
        did=Did.TOLD_BY_PHONE,
        detail=arrival_id,
    )
    desk.register.events.note(event)
    desk.register.tasks.done(task)
