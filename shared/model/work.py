"""WorkItem: a submission on one office's desk; its states and legal moves."""

from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import AwareDatetime

from shared.errors import IllegalMove
from shared.model.fact import ArrivalId, Fact, OfficeCode, ProcessId, SubmissionId
from shared.model.official import Urgency
from shared.model.register import RegisterNumber


class State(StrEnum):
    """Where a work item stands."""

    OPEN = "open"
    CLAIMED = "claimed"
    WAITING = "waiting"
    """Returned as incomplete: the sender was asked for documents."""
    FINISHED = "finished"
    PASSED = "passed"
    """Passed to another office, which has an item of its own."""
    SPAM = "spam"


ENDED = frozenset({State.FINISHED, State.PASSED, State.SPAM})
"""Nothing is left to do at this office; the item lies in no queue."""


class DecidedBy(StrEnum):
    """Who decided about office and process."""

    MACHINE = "machine"
    """The machine, and it was sure of both."""
    UNSURE = "unsure"
    """Nobody yet: a person must look."""
    PERSON = "person"


MOVES = {
    (State.OPEN, "claim"): State.CLAIMED,
    (State.WAITING, "claim"): State.CLAIMED,
    (State.CLAIMED, "release"): State.OPEN,
    (State.CLAIMED, "finish"): State.FINISHED,
    (State.WAITING, "finish"): State.FINISHED,
    (State.CLAIMED, "return"): State.WAITING,
    (State.OPEN, "pass"): State.PASSED,
    (State.CLAIMED, "pass"): State.PASSED,
    (State.OPEN, "correct"): State.OPEN,
    (State.CLAIMED, "correct"): State.CLAIMED,
    (State.WAITING, "correct"): State.WAITING,
    (State.OPEN, "spam"): State.SPAM,
    (State.CLAIMED, "spam"): State.SPAM,
    (State.SPAM, "restore"): State.OPEN,
    (State.FINISHED, "receive"): State.OPEN,
    (State.PASSED, "receive"): State.OPEN,
    (State.SPAM, "receive"): State.OPEN,
    (State.OPEN, "see"): State.OPEN,
    (State.CLAIMED, "see"): State.CLAIMED,
    (State.WAITING, "see"): State.WAITING,
    (State.OPEN, "reply"): State.OPEN,
    (State.CLAIMED, "reply"): State.CLAIMED,
    (State.WAITING, "reply"): State.OPEN,
    (State.FINISHED, "reply"): State.OPEN,
    (State.PASSED, "reply"): State.PASSED,
    (State.SPAM, "reply"): State.SPAM,
}
"""Every legal move. ``reply``: the sender wrote again; finished work opens anew. ``receive``:
another office passed the letter (back) to this one."""


class WorkItem(Fact):
    """One letter on one office's desk. ``version`` rises by one with each change."""

    submission_id: SubmissionId
    office: OfficeCode
    reference: str
    number: RegisterNumber
    opened_by: ArrivalId
    opened_at: AwareDatetime
    due_on: date
    """The desk's own target, from configuration; the law sets none here. Of an item that
    waits: the last day on which the sender may hand in what was asked for."""
    urgency: Urgency = Urgency.NONE
    """It goes before the due date in the queue."""
    state: State = State.OPEN
    clerk: str | None = None
    process: ProcessId | None = None
    """What the desk takes it for: the machine's best guess until a person corrects it."""
    decided_by: DecidedBy = DecidedBy.UNSURE
    read: bool = False
    """Somebody of the office has opened it since it, or a reply to it, came."""
    touched: bool = False
    """Somebody of the office has opened it or done something with it, at any time since it came."""
    replies: int = 0
    """How many later letters of the sender joined this one."""
    passed_from: OfficeCode | None = None
    passed_to: OfficeCode | None = None
    version: int = 1

    @property
    def ended(self) -> bool:
        """Nothing is left to do here."""
        return self.state in ENDED

    def may(self, move: str) -> bool:
        """Whether ``move`` is legal now."""
        return (self.state, move) in MOVES

    def moved(self, move: str, clerk: str | None = None, **changes: Any) -> "WorkItem":
        """The next version after ``move``. Raises IllegalMove when MOVES has none.

        ``clerk`` is who takes it; it stays his until it is open, or no longer here.
        """
        if not self.may(move):
            raise IllegalMove(f"{move} from {self.state}")
        state = MOVES[self.state, move]
        holder = clerk if move == "claim" else self.clerk
        replied = move == "reply"
        return self.model_copy(
            update={
                "state": state,
                "clerk": holder if state in {State.CLAIMED, State.WAITING} else None,
                "replies": self.replies + replied,
                "read": self.read and not replied,
                "touched": self.touched or move not in {"reply", "receive"},
                "version": self.version + 1,
                **changes,
            }
        )
