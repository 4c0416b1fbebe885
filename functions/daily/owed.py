"""The story of what the desk owes: a deed was done, and its message never reached notify.

The desk writes a deed with its message in one transaction and then sends the message. If it dies
in between and the clerk does not send the form again, the deed's line of history still has it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from shared.model.event import Event
from shared.model.messages import DUE, AnyDue, Notice, ReceiptReleased
from shared.model.receipt import Sending
from shared.ports.neighbours import Queue
from shared.ports.register import Register


@dataclass(frozen=True)
class Owing:
    """Its neighbours. ``settled``: what was done later may still be on its way."""

    register: Register
    notify: Queue
    settled: datetime


def pay(days: Sequence[date], to: Owing) -> int:
    """Hand over every message of these days (Thai time) that nobody was told; how many.

    Notify tells an event once, so a second look, or a message that was late, changes nothing.
    Raises TryLater.
    """
    owed = list(_owed(days, to))
    for message in owed:
        to.notify.send(message)
    return len(owed)


def _owed(days: Sequence[date], to: Owing) -> Iterator[AnyDue]:
    for day in days:
        for event in to.register.events.on(day):
            if event.owes and event.at <= to.settled:
                message = DUE.validate_json(event.owes)
                if not _told(event, message, to.register):
                    yield message


def _told(event: Event, message: AnyDue, register: Register) -> bool:
    """Whether notify has had it: then there is a line that says what became of it."""
    if isinstance(message, ReceiptReleased):
        receipt = register.receipts.get(message.arrival_id)
        return receipt is None or receipt.sending is not Sending.WITHHELD
    named = {receipt.event for receipt in register.receipts.notices(event.submission_id)}
    return not isinstance(message, Notice) or message.event in named
