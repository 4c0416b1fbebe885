"""Task: something that only a person can do about a letter, laid on an office's desk."""

from enum import StrEnum

from pydantic import AwareDatetime

from shared.model.fact import ArrivalId, Fact, OfficeCode, SubmissionId


class TaskKind(StrEnum):
    """What is to be done."""

    TELL_SENDER = "tell_sender"
    """A message to the sender could not be delivered: tell the sender by telephone."""
    LOOK_AT_QUARANTINE = "look_at_quarantine"
    """The mail service's scanners failed a letter; it lies unopened. Nobody was answered."""


class Task(Fact):
    """One task. The same kind about the same arrival at one office is one task.

    ``reason`` is a stable name (``bounce_permanent``, ``virus``). ``phone`` is a number that
    the letter itself gave, digits only; None when it gave none. Never logged.
    """

    kind: TaskKind
    office: OfficeCode
    arrival_id: ArrivalId
    submission_id: SubmissionId | None = None
    reason: str
    phone: str | None = None
    raised_at: AwareDatetime
