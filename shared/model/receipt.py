"""Receipt: what was sent to a sender, or why nothing was."""

from enum import StrEnum

from pydantic import AwareDatetime

from shared.model.fact import ArrivalId, Fact, SubmissionId


class Sending(StrEnum):
    """Where a message to a sender stands."""

    STARTED = "started"
    """Handed to SES, its answer not yet noted: a crash here may send it twice."""
    SENT = "sent"
    WITHHELD = "withheld"
    IMPOSSIBLE = "impossible"
    """SES refused it for good; shown on the desk."""


class Receipt(Fact):
    """One message to one sender about one arrival.

    ``message_id`` is stable: the same arrival always gets the same one.
    ``reason`` says why it was withheld or impossible.
    """

    arrival_id: ArrivalId
    submission_id: SubmissionId | None
    message_id: str
    sending: Sending
    reason: str | None = None
    ses_message_id: str | None = None
    at: AwareDatetime
