"""The stories of operating: dead letters go back to their queues, a suppression is lifted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from functions.desk.acting import Desk
from functions.desk.people import Person
from functions.desk.permissions import Action, allow
from functions.desk.troubles import QUEUES
from shared.errors import NotHere
from shared.model.dead_letter import DeadLetter
from shared.model.event import Did, Event
from shared.model.fact import CENTRAL, SubmissionId
from shared.model.failure import Failure
from shared.model.receipt import address_hash
from shared.model.suppression import Suppression
from shared.ports.dead_letters import DeadLetters

MOST_SHOWN = 50
"""Dead letters of one queue on the page; all are counted."""
MOST_REPLAYED = 200
"""At one press: while somebody waits."""


@dataclass(frozen=True)
class Operations:
    """The desk, and the dead letters of its stations."""

    desk: Desk
    dead: DeadLetters


class Given(NamedTuple):
    """A dead letter with the reason, where one is known."""

    letter: DeadLetter
    failure: Failure | None


class Lying(NamedTuple):
    """What lies among the dead letters of one queue: how much, and the first of it."""

    queue: str
    number: int
    shown: tuple[Given, ...]


def dead_letters(operations: Operations) -> tuple[Lying, ...]:
    """The dead letters of every queue."""
    numbers = operations.dead.numbers()
    return tuple(_lying(queue, number, operations) for queue, number in numbers.items())


def replay(queue: str, message_id: str, person: Person, operations: Operations) -> int:
    """Give one message, or all of a queue where none is named, back to it; returns how many.

    Each is noted with who asked before it goes. Raises NotHere for a queue that is none.
    """
    allow(person, Action.OPERATE, CENTRAL)
    if queue not in QUEUES:
        raise NotHere

    def wanted(letter: DeadLetter) -> bool:
        asked_for = message_id in {"", letter.message_id}
        if asked_for:
            name = SubmissionId(letter.message_id)
            _note(operations.desk, person, name, Did.REPLAYED, queue)
        return asked_for

    return operations.dead.replay(queue, wanted, 1 if message_id else MOST_REPLAYED)


def suppressed(address: str, desk: Desk) -> Suppression | None:
    """Whether an address that somebody asks about is written to; None when it is."""
    return desk.register.suppressions.get(address_hash(address))


def lift(name: str, person: Person, desk: Desk) -> None:
    """Write to an address again, by its hash. Lifted already, nothing changes."""
    allow(person, Action.SUPPRESSIONS, CENTRAL)
    standing = desk.register.suppressions.get(name)
    if standing is None:
        return
    since = f"{standing.reason} {standing.at.isoformat()}"
    _note(desk, person, SubmissionId(name), Did.LIFTED, since)
    desk.register.suppressions.lift(name)


def _lying(queue: str, number: int, operations: Operations) -> Lying:
    if not number:
        return Lying(queue, 0, ())
    letters = operations.dead.look(queue, MOST_SHOWN)
    known = _reasons(letters, operations.desk)
    shown = tuple(Given(letter, known.get(letter.message_id)) for letter in letters)
    return Lying(queue, max(number, len(shown)), shown)


def _reasons(letters: Sequence[DeadLetter], desk: Desk) -> Mapping[str, Failure]:
    names = [letter.message_id for letter in letters]
    return {found.message_id: found for found in desk.register.failures.several(names)}


def _note(desk: Desk, person: Person, name: SubmissionId, did: Did, detail: str) -> None:
    event = Event(
        submission_id=name,
        office=CENTRAL,
        at=desk.now(),
        who=person.name,
        did=did,
        detail=detail,
    )
    desk.register.events.note(event)
