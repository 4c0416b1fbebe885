"""Remembered: what the central registry said of a place when it assigned a letter."""

from pydantic import AwareDatetime

from shared.model.fact import Fact, OfficeCode, SubmissionId


class Remembered(Fact):
    """An office confirmed for a khet or amphoe: by whom, when, and about which letter.

    ``place`` is the district's official code. A revoked row routes nothing any more.
    """

    place: str
    office: OfficeCode
    who: str
    at: AwareDatetime
    submission_id: SubmissionId
    reference: str
    revoked_by: str | None = None
    revoked_at: AwareDatetime | None = None

    @property
    def stands(self) -> bool:
        """Whether letters are routed by it."""
        return self.revoked_at is None
