"""A sender whom mail does not reach is telephoned, and that is noted."""

from shared.model.event import Did
from shared.model.fact import SubmissionId
from shared.model.task import Task, TaskKind
from tests.desk.conftest import House
from tests.desk.desks import ANONG, AUDITOR, NAN
from tests.desk.front_door import Visitor
from tests.letters import MORNING


def test_a_clerk_sees_whom_to_call_and_notes_that_it_was_done(house: House):
    item = house.room.lay()
    task = Task(
        kind=TaskKind.TELL_SENDER,
        office=NAN,
        arrival_id=item.opened_by,
        submission_id=item.submission_id,
        reason="bounce_permanent",
        phone="0812345678",
        raised_at=MORNING,
    )
    house.room.register.tasks.add(task)
    clerk = Visitor(ANONG)
    here = f"/offices/nan/calls/{item.opened_by}"
    assert "0812345678" in clerk.get("/offices/nan/queue").body

    assert 404 == Visitor(AUDITOR).post(here).status
    assert 303 == clerk.post(here).status
    assert "0812345678" not in clerk.get("/offices/nan/queue").body
    assert 404 == clerk.post(here).status
    history = house.room.register.events.of(SubmissionId("s1"))
    assert ("anong", Did.TOLD_BY_PHONE) in [(event.who, event.did) for event in history]
