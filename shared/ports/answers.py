"""What senders were told, whom mail does not reach, and who is to be called."""

from collections.abc import Sequence
from typing import Protocol

from shared.model.fact import ArrivalId, OfficeCode, SubmissionId
from shared.model.receipt import Counter, Receipt
from shared.model.suppression import Suppressed, Suppression
from shared.model.task import Task


class Receipts(Protocol):
    """What was sent to senders, or why nothing was.

    A receipt with an ``event`` is a later message about a letter; one without is the answer
    to its arrival.
    """

    def start(self, receipt: Receipt) -> Receipt:
        """Write a receipt unless this arrival (or event) has one; returns the one that stands."""
        ...

    def start_answer(
        self, receipt: Receipt, address_hash: str, counters: Sequence[Counter]
    ) -> Receipt:
        """Write a receipt as ``start`` does, if its address may have one, and count it.

        All at once, or nothing. If the address is suppressed, or one of the counters holds its
        most of other arrivals, the receipt is written as withheld, with SUPPRESSED or TOO_MANY
        and without a seal. Returns the one that stands. Raises TryLater when too many answers
        to one address are started at the same moment.
        """
        ...

    def release(self, receipt: Receipt) -> Receipt:
        """Write ``receipt`` over one that was withheld; returns the one that stands then."""
        ...

    def end(self, receipt: Receipt) -> None:
        """Say how a receipt ended; its Message-IDs lead replies to the letter from now on."""
        ...

    def get(self, arrival_id: ArrivalId) -> Receipt | None:
        """The receipt of one arrival."""
        ...

    def several(self, arrival_ids: Sequence[ArrivalId]) -> tuple[Receipt, ...]:
        """The receipts of these arrivals, in few calls; those not there are left out."""
        ...

    def notices(self, submission_id: SubmissionId) -> tuple[Receipt, ...]:
        """The later messages about a letter, by the names of their events."""
        ...

    def by_message(self, message_id: str) -> Receipt | None:
        """The receipt that went out under a Message-ID: ours, or the one that SES gave it."""
        ...

    def count_answer(self, counter: Counter, arrival_id: ArrivalId) -> bool:
        """Count an answer in one counter; False when it holds its most of other arrivals.

        The same arrival is counted once, however often it asks.
        """
        ...


class Suppressions(Protocol):
    """Addresses that nothing is sent to any more, each by its hash (``address_hash``)."""

    def suppress(self, suppression: Suppression) -> None:
        """Send nothing to this address from now on; the first reason stands."""
        ...

    def get(self, address_hash: str) -> Suppression | None:
        """Since when and why nothing is sent to this address, or None."""
        ...

    def newest(self, before: str, most: int) -> Suppressed:
        """At most ``most`` of them, the newest first, from before a place on; in one call."""
        ...

    def lift(self, address_hash: str) -> None:
        """Send to this address again: a person has made sure that it works."""
        ...


class Tasks(Protocol):
    """What persons must do about letters, by office."""

    def add(self, task: Task) -> bool:
        """Lay a task on its office's desk; False if it was laid there before, done or not."""
        ...

    def of(self, office: OfficeCode) -> tuple[Task, ...]:
        """An office's tasks, oldest first."""
        ...

    def done(self, task: Task) -> None:
        """Take a task off the desk; twice changes nothing. It is not laid there again."""
        ...
