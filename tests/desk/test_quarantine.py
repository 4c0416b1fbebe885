"""What a scanner failed is looked at by the registry: let in, or left where it is."""

import pytest

from functions.desk.quarantining import keep_out, release, waiting
from functions.intake.notices import arrivals
from shared.errors import IllegalMove, NotHere
from shared.model.arrival import Verdict, Verdicts
from shared.model.event import Did
from shared.model.fact import CENTRAL, ArrivalId, SubmissionId
from shared.model.letter import ArrivalRecord, Outcome
from shared.model.task import Task, TaskKind
from tests.desk.conftest import House
from tests.desk.desks import ANONG, REGISTRAR, Room
from tests.desk.front_door import Visitor
from tests.letters import MORNING, an_arrival


def held(room: Room, reason: str = "spam") -> ArrivalId:
    """A mail that failed its scan."""
    arrival = an_arrival(f"mail/{reason}", verdicts=Verdicts(**{reason: Verdict.FAIL}))
    room.register.arrivals.note(
        ArrivalRecord(arrival=arrival, outcome=Outcome.QUARANTINED, reason=reason)
    )
    room.register.tasks.add(
        Task(
            kind=TaskKind.LOOK_AT_QUARANTINE,
            office=CENTRAL,
            arrival_id=arrival.id,
            reason=reason,
            raised_at=MORNING,
        )
    )
    return arrival.id


def test_spam_that_is_none_goes_to_intake_without_its_verdict():
    room = Room()
    name = held(room)
    release(name, REGISTRAR, room.desk)
    line = room.register.arrivals.get(name)
    [message] = room.intake.messages
    [arrival] = arrivals(message.model_dump_json())

    assert line
    assert (Outcome.TAKEN_IN, None, ()) == (line.outcome, line.reason, waiting(room.desk))
    assert (name, Verdict.NONE) == (arrival.id, arrival.verdicts.spam)
    [event] = room.register.events.of(SubmissionId(name))
    assert ("registrar", Did.RELEASED) == (event.who, event.did)


def test_a_virus_is_never_let_in():
    room = Room()
    name = held(room, "virus")

    with pytest.raises(IllegalMove):
        release(name, REGISTRAR, room.desk)
    assert [] == room.intake.messages


def test_what_stays_out_leaves_the_list_and_is_noted():
    room = Room()
    name = held(room)
    keep_out(name, REGISTRAR, room.desk)
    line = room.register.arrivals.get(name)

    assert line
    assert (Outcome.QUARANTINED, ()) == (line.outcome, waiting(room.desk))


def test_only_the_registry_decides():
    room = Room()
    with pytest.raises(NotHere):
        release(held(room), ANONG, room.desk)


def test_the_registry_works_the_list_through_its_page(house: House):
    name = held(house.room)
    visitor = Visitor(REGISTRAR)
    assert f"/quarantine/{name}/release" in visitor.get("/quarantine").body

    answer = visitor.post(f"/quarantine/{name}/release")

    assert (303, "/quarantine") == (answer.status, answer.headers["location"])
    assert f"/quarantine/{name}" not in visitor.get("/quarantine").body
    assert 1 == len(house.told(house.intake))
    assert 404 == Visitor(ANONG).post(f"/quarantine/{name}/release").status
