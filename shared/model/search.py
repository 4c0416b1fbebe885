"""What the search knows of a letter at one office, and what it finds."""

from datetime import UTC
from hashlib import sha256

from pydantic import AwareDatetime

from shared.model.fact import Fact, OfficeCode, SubmissionId

FIRST = "~"
"""Sorts after every place: a search from the newest letter on begins before it."""


class SearchEntry(Fact):
    """A letter as the search has it. ``terms`` and ``sender`` are hashes."""

    office: OfficeCode
    submission_id: SubmissionId
    opened_at: AwareDatetime
    sender: str | None
    terms: frozenset[str]

    @property
    def place(self) -> str:
        """Where it stands among the office's letters: by time, then by id."""
        return f"{self.opened_at.astimezone(UTC).isoformat()}#{self.submission_id}"


class Found(Fact):
    """Letters found, newest first; ``before`` leads on when there may be more."""

    letters: tuple[SubmissionId, ...]
    before: str | None


def address_hash(address: str) -> str:
    """A sender's address as the search knows it."""
    return sha256(address.strip().lower().encode()).hexdigest()[:20]


def letter_at(place: str) -> SubmissionId:
    """The letter that stands at a place."""
    return SubmissionId(place.rpartition("#")[2])
