"""A message that is due, before it is known whether it may be sent."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from typing import NamedTuple

from functions.notify.facts import ReceiptFacts
from functions.notify.withholding import Asking
from shared.model.arrival import Verdicts
from shared.model.fact import ArrivalId, SubmissionId
from shared.model.letter import LetterRecord, Reply
from shared.model.receipt import Receipt
from shared.model.work import WorkItem

Write = Callable[[Receipt, str], EmailMessage]


class Registered(NamedTuple):
    """A letter that an arrival brought, with the work items that it opened."""

    record: LetterRecord
    items: tuple[WorkItem, ...]
    entered_at: datetime


@dataclass(frozen=True)
class Draft:
    """A message that is due; ``write`` gives it once it is known to whom and when.

    ``facts`` are what is sealed and set on paper: those of a receipt, of nothing else.
    ``by_a_person``: somebody of the office wants it sent, so it is not counted among the
    answers of a machine. ``write_limit`` gives the message that follows when there were too
    many of those. ``registered`` is the letter whose receipt it is; None for other messages.
    """

    arrival_id: ArrivalId
    submission_id: SubmissionId | None
    asking: Asking
    write: Write
    facts: ReceiptFacts | None = None
    fetched: bool = False
    """The letter was uploaded: its sender fetches the receipt, whether or not it is mailed."""
    event: str = ""
    by_a_person: bool = False
    write_limit: Write | None = None
    registered: Registered | None = None

    @property
    def name(self) -> str:
        """What its Message-ID is made of."""
        if self.event:
            return f"{self.submission_id}.{self.event}"
        return f"{self.arrival_id}.receipt"


def asking(source: LetterRecord | Reply, *, proven: bool = False) -> Asking:
    """Whom a message about ``source`` is for; ``proven``: a person trusts that it was he."""
    return Asking(
        sender=source.sender,
        envelope_sender=source.envelope_sender,
        machine=source.machine,
        verdicts=Verdicts() if proven else source.verdicts,
    )
