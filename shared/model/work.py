"""WorkItem: a submission on one office's desk; its states and legal moves."""

from datetime import date
from enum import StrEnum

from pydantic import AwareDatetime

from shared.errors import IllegalMove
from shared.model.fact import ArrivalId, Fact, OfficeCode, SubmissionId
from shared.model.official import Urgency
from shared.model.register import RegisterNumber


class State(StrEnum):
    """Where a work item stands."""

    OPEN = "open"
    CLAIMED = "claimed"
    FINISHED = "finished"


MOVES = {
    (State.OPEN, "claim"): State.CLAIMED,
    (State.CLAIMED, "release"): State.OPEN,
    (State.CLAIMED, "finish"): State.FINISHED,
    (State.OPEN, "reply"): State.OPEN,
    (State.CLAIMED, "reply"): State.CLAIMED,
    (State.FINISHED, "reply"): State.OPEN,
}
"""Every legal move. ``reply``: the sender wrote again; finished work opens anew."""


class WorkItem(Fact):
    """One letter on one office's desk. ``version`` rises by one with each change."""

    submission_id: SubmissionId
    office: OfficeCode
    reference: str
    number: RegisterNumber
    opened_by: ArrivalId
    opened_at: AwareDatetime
    due_on: date
    """The desk's own target, from configuration; the law sets none here."""
    urgency: Urgency = Urgency.NONE
    """It goes before the due date in the queue."""
    state: State = State.OPEN
    clerk: str | None = None
    replies: int = 0
    """How many later letters of the sender joined this one."""
    version: int = 1

    def moved(self, move: str, clerk: str | None = None) -> "WorkItem":
        """The next version after ``move``. Raises IllegalMove when MOVES has none."""
        try:
            state = MOVES[self.state, move]
        except KeyError:
            raise IllegalMove(f"{move} from {self.state}") from None
        holder = clerk if state is State.CLAIMED and move == "claim" else self.clerk
        return self.model_copy(
            update={
                "state": state,
                "clerk": holder if state is State.CLAIMED else None,
                "replies": self.replies + (move == "reply"),
                "version": self.version + 1,
            }
        )
