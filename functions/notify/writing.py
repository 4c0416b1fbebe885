"""From what the register has to a finished message: the only place where both are known."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.message import EmailMessage

from functions.notify.counting import Limits
from functions.notify.facts import ReceiptFacts
from functions.notify.gathering import joined_facts, receipt_facts, refusal_facts
from functions.notify.message import Heading
from functions.notify.notice import compose_limit, compose_notice
from functions.notify.notices import limit_facts, notice_facts
from functions.notify.refusal import compose_refusal
from shared.directory.checklists import Wanted
from shared.directory.offices import Directory
from shared.model.fact import ProcessId
from shared.model.letter import ArrivalRecord, LetterRecord, Reply
from shared.model.messages import NoticeDue
from shared.model.process import Process
from shared.model.receipt import Receipt
from shared.model.work import WorkItem
from shared.thai.calendar import BANGKOK


@dataclass(frozen=True)
class Letterhead:
    """Who writes, the data files in force on a day, and the answers' limits."""

    address: str
    directory: Callable[[date], Directory]
    processes: Callable[[date], Mapping[ProcessId, Process]]
    checklists: Callable[[date], Mapping[ProcessId, tuple[Wanted, ...]]]
    limits: Limits

    @property
    def domain(self) -> str:
        """The domain of our Message-IDs."""
        return self.address.rpartition("@")[2]


def facts_of_receipt(
    record: LetterRecord,
    items: Sequence[WorkItem],
    entered_at: datetime,
    letterhead: Letterhead,
) -> ReceiptFacts:
    """What the receipt of an arrival that opened ``items`` says."""
    day = entered_at.astimezone(BANGKOK).date()
    return receipt_facts(
        record,
        items,
        entered_at,
        letterhead.directory(day),
        letterhead.processes(day),
        checklists=letterhead.checklists(day),
    )


def facts_of_joined(
    record: LetterRecord, reply: Reply, items: Sequence[WorkItem], letterhead: Letterhead
) -> ReceiptFacts:
    """What the receipt of a letter says that joined an earlier one, which ``items`` belong to."""
    day = reply.received_at.astimezone(BANGKOK).date()
    return joined_facts(record, reply, items, letterhead.directory(day))


def write_refusal(line: ArrivalRecord, heading: Heading) -> EmailMessage:
    """The answer to a letter that was refused."""
    return compose_refusal(refusal_facts(line), heading)


def write_notice(
    due: NoticeDue,
    record: LetterRecord,
    items: Sequence[WorkItem],
    heading: Heading,
    letterhead: Letterhead,
) -> EmailMessage:
    """A later message about a letter; the offices are those of the day it is written."""
    day = heading.date.astimezone(BANGKOK).date()
    return compose_notice(notice_facts(due, record, items, letterhead.directory(day)), heading)


def write_limit(
    record: LetterRecord,
    items: Sequence[WorkItem],
    entered_at: datetime,
    heading: Heading,
    letterhead: Letterhead,
) -> EmailMessage:
    """The message that says that no more receipts follow for now."""
    directory = letterhead.directory(entered_at.astimezone(BANGKOK).date())
    facts = limit_facts(record, items, entered_at, directory, letterhead.limits)
    return compose_limit(facts, heading)


def heading_of(receipt: Receipt, to: str, answers: str | None, letterhead: Letterhead) -> Heading:
    """The headers of one message; its date is when the receipt was first written."""
    return Heading(
        sender=letterhead.address,
        to=to,
        message_id=receipt.message_id,
        date=receipt.at,
        answers=answers,
    )
