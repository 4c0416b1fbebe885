"""What passes from station to station by queue; big text travels by reference."""

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from shared.model.arrival import Arrival
from shared.model.fact import ArrivalId, Fact, SubmissionId
from shared.model.submission import Machine, Sender


class TakenIn(Fact):
    """intake → router: this letter was read; its text lies at ``letter_key``."""

    arrival_id: ArrivalId
    submission_id: SubmissionId
    letter_key: str


class ReceiptDue(Fact):
    """router → notify: this arrival was registered (or joined); tell its sender."""

    kind: Literal["receipt"] = "receipt"
    arrival_id: ArrivalId
    submission_id: SubmissionId
    joined: bool = False
    """The arrival joined an earlier letter: ``submission_id`` is that letter's."""


class RefusalDue(Fact):
    """intake → notify: this arrival was refused; tell its sender why and what to do."""

    kind: Literal["refusal"] = "refusal"
    arrival: Arrival
    reason: str
    detail: str = ""
    sender: Sender | None
    machine: Machine | None = None
    subject: str = ""
    message_id: str | None = None


Due = Annotated[ReceiptDue | RefusalDue, Field(discriminator="kind")]
DUE: TypeAdapter[ReceiptDue | RefusalDue] = TypeAdapter(Due)
"""Reads a message of notify's queue."""
