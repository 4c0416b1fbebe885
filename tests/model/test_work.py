"""A work item moves only as its table allows."""

from datetime import date

import pytest

from shared.errors import IllegalMove
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.register import RegisterNumber
from shared.model.work import MOVES, State, WorkItem
from tests.letters import MORNING, REFERENCE, an_arrival

NAN = OfficeCode("nan")


def an_item(state: State = State.OPEN, clerk: str | None = None) -> WorkItem:
    return WorkItem(
        submission_id=SubmissionId("a1"),
        office=NAN,
        reference=REFERENCE,
        number=RegisterNumber(office=NAN, year=2569, number=1),
        opened_by=an_arrival().id,
        opened_at=MORNING,
        due_on=date(2026, 11, 25),
        state=state,
        clerk=clerk,
    )


@pytest.mark.parametrize(("state", "move"), MOVES)
def test_each_legal_move_is_a_new_version(state: State, move: str):
    moved = an_item(state).moved(move, "anong")

    assert (MOVES[state, move], 2) == (moved.state, moved.version)


def test_no_other_move_is_possible():
    moves = {move for _, move in MOVES}
    for state in State:
        for move in moves:
            if (state, move) not in MOVES:
                with pytest.raises(IllegalMove):
                    an_item(state).moved(move)


def test_a_clerk_keeps_claimed_work_when_the_sender_writes_again():
    assert "anong" == an_item(State.CLAIMED, "anong").moved("reply").clerk


def test_released_work_belongs_to_nobody():
    assert an_item(State.CLAIMED, "anong").moved("release").clerk is None
