"""The story of quarantine: what the scanners failed is let in after all, or stays out."""

from functions.desk.acting import Desk
from functions.desk.people import Person
from functions.desk.permissions import Action, allow
from shared.errors import IllegalMove, NotHere
from shared.model.arrival import Verdict
from shared.model.event import Did, Event
from shared.model.fact import CENTRAL, ArrivalId, SubmissionId
from shared.model.messages import Released
from shared.model.task import Task, TaskKind

SPAM = "spam"
"""Only what is held as spam can be let in: a person may know better than a scanner whether a
letter is wanted, never whether it is safe."""


def waiting(desk: Desk) -> tuple[Task, ...]:
    """What lies in quarantine and nobody has looked at."""
    tasks = desk.register.tasks.of(CENTRAL)
    return tuple(task for task in tasks if task.kind is TaskKind.LOOK_AT_QUARANTINE)


def release(arrival_id: ArrivalId, person: Person, desk: Desk) -> None:
    """Let it be taken in. Sent again it changes nothing: intake knows what it has taken in.

    Raises NotHere, and IllegalMove for what the scanners call a virus.
    """
    task = _task(arrival_id, person, desk)
    line = desk.register.arrivals.get(arrival_id)
    if line is None:
        raise NotHere
    if task.reason != SPAM:
        raise IllegalMove("only spam is released")
    desk.register.events.note(_event(arrival_id, person, Did.RELEASED, desk))
    desk.register.arrivals.release(arrival_id)
    verdicts = line.arrival.verdicts.model_copy(update={"spam": Verdict.NONE})
    desk.intake.send(Released(arrival=line.arrival.model_copy(update={"verdicts": verdicts})))
    desk.register.tasks.done(task)


def keep_out(arrival_id: ArrivalId, person: Person, desk: Desk) -> None:
    """Leave it where it is, unopened, and take it off the list. Raises NotHere."""
    task = _task(arrival_id, person, desk)
    desk.register.events.note(_event(arrival_id, person, Did.KEPT_OUT, desk))
    desk.register.tasks.done(task)


def _task(arrival_id: ArrivalId, person: Person, desk: Desk) -> Task:
    allow(person, Action.QUARANTINE, CENTRAL)
    found = next((task for task in waiting(desk) if task.arrival_id == arrival_id), None)
    if found is None:
        raise NotHere
    return found


def _event(arrival_id: ArrivalId, person: Person, did: Did, desk: Desk) -> Event:
    return Event(
        submission_id=SubmissionId(arrival_id),
        office=CENTRAL,
        at=desk.now(),
        who=person.name,
        did=did,
    )
