"""The story of feedback: what did not reach a sender becomes a person's task."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from functions.feedback.events import SUPPRESSING, Feedback
from functions.feedback.phones import phone_of
from shared.errors import TryLater
from shared.model.fact import CENTRAL, OfficeCode
from shared.model.receipt import Receipt, Sending
from shared.model.suppression import Suppression
from shared.model.task import Task, TaskKind
from shared.model.work import State
from shared.ports.buckets import LetterStore
from shared.ports.register import Register

ENDED_BADLY = frozenset({Sending.UNDELIVERED, Sending.IMPOSSIBLE})
"""Why is noted already, and stands."""
GONE = frozenset({State.PASSED, State.SPAM})
"""An office that has the letter no more is not asked to telephone."""


@dataclass(frozen=True)
class Neighbours:
    """Feedback's neighbours. ``our_phones`` are the digits of the offices' own numbers."""

    register: Register
    letters: LetterStore
    our_phones: frozenset[str]
    now: Callable[[], datetime]


def note_feedback(feedback: Feedback, neighbours: Neighbours) -> tuple[Receipt, ...]:
    """Suppress the address, mark what was not delivered, lay a task on the desk; all once.

    Returns the receipts that are marked. Raises TryLater when SES speaks of a mail that is
    not noted as sent yet.
    """
    register = neighbours.register
    if feedback.word in SUPPRESSING:
        for address in feedback.addresses:
            register.suppressions.suppress(
                Suppression(address=address, reason=feedback.word, at=neighbours.now())
            )
    found = {told.message_id: told for told in _named(feedback, register)}
    if feedback.certain and not found:
        raise TryLater("the mail is not noted as sent yet")
    return tuple(_mark(told, feedback, neighbours) for told in found.values())


def _named(feedback: Feedback, register: Register) -> Iterator[Receipt]:
    told = (register.receipts.by_message(name) for name in feedback.names)
    return (receipt for receipt in told if receipt)


def _mark(receipt: Receipt, feedback: Feedback, neighbours: Neighbours) -> Receipt:
    if receipt.sending not in ENDED_BADLY:
        changes = {"sending": Sending.UNDELIVERED, "reason": feedback.word.value}
        receipt = receipt.model_copy(update=changes)
        neighbours.register.receipts.end(receipt)
    if receipt.to_sender:
        _lay(receipt, feedback, neighbours)
    return receipt


def _lay(receipt: Receipt, feedback: Feedback, neighbours: Neighbours) -> None:
    """A task for each office that has the letter; mail to an office itself asks nobody to call."""
    phone = _phone(receipt, neighbours)
    for office in _offices(receipt, neighbours.register):
        task = Task(
            kind=TaskKind.TELL_SENDER,
            office=office,
            arrival_id=receipt.arrival_id,
            submission_id=receipt.submission_id,
            reason=receipt.reason or feedback.word.value,
            phone=phone,
            raised_at=neighbours.now(),
        )
        neighbours.register.tasks.add(task)


def _offices(receipt: Receipt, register: Register) -> tuple[OfficeCode, ...]:
    """Who has the letter now; the central registry for what became no letter."""
    if receipt.submission_id is None:
        return (CENTRAL,)
    items = register.work.of(receipt.submission_id)
    return tuple(item.office for item in items if item.state not in GONE) or (CENTRAL,)


def _phone(receipt: Receipt, neighbours: Neighbours) -> str | None:
    """From the letter that was answered; a letter marked secret is not opened for it."""
    if receipt.submission_id is None:
        return None
    record = neighbours.register.letters.get(receipt.submission_id)
    if record is None or record.secret:
        return None
    replies = neighbours.register.letters.replies(receipt.submission_id)
    joined = (reply.letter_key for reply in replies if reply.arrival_id == receipt.arrival_id)
    letter = neighbours.letters.read_letter(next(joined, record.letter_key))
    return phone_of(letter, neighbours.our_phones)
