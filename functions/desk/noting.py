"""What a person did with a letter at hand, as its history keeps it."""

from functions.desk.acting import Desk
from functions.desk.people import Person
from shared.model.event import Did, Event
from shared.model.work import WorkItem


def event(did: Did, item: WorkItem, person: Person, desk: Desk, detail: str = "") -> Event:
    """The line of what was done now and left the item as it is."""
    return Event(
        submission_id=item.submission_id,
        office=item.office,
        at=desk.now(),
        who=person.name,
        did=did,
        detail=detail,
        version=item.version,
    )
