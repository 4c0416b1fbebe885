"""What came in, what it became, and what the register keeps of each letter."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from shared.model.fact import ArrivalId, OfficeCode, SubmissionId
from shared.model.letter import ArrivalRecord, LetterRecord, Outcome, Reply


class Arrivals(Protocol):
    """The ledger of arrivals: everything that came in, and how it ended."""

    def note(self, record: ArrivalRecord) -> None:
        """Write an arrival's line; one that is there already stays as it is.

        But for one that was released: what intake then finds of it takes its place, once.
        """
        ...

    def end(self, arrival_id: ArrivalId, outcome: Outcome, submission_id: SubmissionId) -> None:
        """Say how a taken-in arrival ended; one that has ended already stays as it is."""
        ...

    def release(self, arrival_id: ArrivalId) -> None:
        """Let an arrival in quarantine be taken in after all; any other stays as it is."""
        ...

    def get(self, arrival_id: ArrivalId) -> ArrivalRecord | None:
        """One arrival's line."""
        ...

    def on(self, day: date) -> tuple[ArrivalRecord, ...]:
        """All arrivals of one day (Thai time), in order of arrival."""
        ...

    def of(self, submission_id: SubmissionId) -> tuple[ArrivalId, ...]:
        """The arrivals that ended as, repeated or joined this letter."""
        ...


class Letters(Protocol):
    """What the register keeps of each submission."""

    def open(self, record: LetterRecord, addressed: Sequence[OfficeCode] = ()) -> LetterRecord:
        """Write a letter, its reference and whom it addressed; returns the record that stands.

        When the letter is there already, the earlier record is returned unchanged.
        Raises ReferenceTaken when another letter has this reference.
        """
        ...

    def get(self, submission_id: SubmissionId) -> LetterRecord | None:
        """One letter."""
        ...

    def several(self, submission_ids: Sequence[SubmissionId]) -> tuple[LetterRecord, ...]:
        """These letters, in their order, in few calls; those not there are left out."""
        ...

    def by_reference(self, reference: str) -> LetterRecord | None:
        """The letter that has this reference, as ``new_reference`` writes it."""
        ...

    def by_message(self, message_id: str) -> LetterRecord | None:
        """The letter that a message of ours with this Message-ID was about."""
        ...

    def add_addressed(
        self, submission_id: SubmissionId, offices: Sequence[OfficeCode]
    ) -> tuple[OfficeCode, ...]:
        """Add to the offices that any arrival of this letter addressed; returns all, sorted."""
        ...

    def replies(self, submission_id: SubmissionId) -> tuple[Reply, ...]:
        """The later letters that joined this one, oldest first."""
        ...
