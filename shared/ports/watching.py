"""What the system knows of its own running: figures, the last looks, why messages failed."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from shared.model.fact import ArrivalId, OfficeCode
from shared.model.failure import Failure
from shared.model.figures import Figures, Look, Overdue, Tally


class Statistics(Protocol):
    """Figures of every office. Changes of work items are counted by the work book itself."""

    def count_once(self, arrival_id: ArrivalId, tallies: Sequence[Tally]) -> None:
        """Count what became of an arrival's receipt; asked again it adds nothing.

        The tallies are of different offices. Raises TryLater when others count there too.
        """
        ...

    def of(self, offices: Sequence[OfficeCode], month: date) -> tuple[Figures, ...]:
        """The figures of these offices for the month of a day, in their order.

        A call for each hundred offices, however many letters there are.
        """
        ...


class Looks(Protocol):
    """What the last daily look found; the next one writes over it."""

    def note(self, look: Look) -> None:
        """Keep what was found."""
        ...

    def last(self) -> Look | None:
        """What was found last; None before the first look."""
        ...

    def note_overdue(self, overdue: Overdue) -> None:
        """Keep how much of an office's work is overdue."""
        ...

    def overdue(self, offices: Sequence[OfficeCode]) -> tuple[Overdue, ...]:
        """The last of each of these offices, in few calls; those without are left out."""
        ...


class Failures(Protocol):
    """Why messages could not be dealt with, for as long as a queue can hold them."""

    def note(self, failure: Failure) -> None:
        """Keep the reason; a later one about the same message takes its place."""
        ...

    def several(self, message_ids: Sequence[str]) -> tuple[Failure, ...]:
        """The reasons that are known of these messages, in few calls."""
        ...
