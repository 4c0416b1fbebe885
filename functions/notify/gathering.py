"""Gathering the facts of a message from what the register has. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from functions.notify.facts import ReceiptFacts, RefusalFacts
from functions.notify.lines import document_lines, office_line
from functions.notify.missing import checked
from functions.notify.quoting import quote
from functions.notify.refusals import REFUSALS
from functions.notify.windows import windows_for
from shared.directory.checklists import Wanted
from shared.directory.offices import Directory
from shared.model.fact import CENTRAL, ProcessId
from shared.model.letter import ArrivalRecord, LetterRecord, Reply
from shared.model.official import OfficialLetter
from shared.model.process import NOTHING, Process
from shared.model.routing import Decision
from shared.model.work import WorkItem
from shared.office_hours import deemed_received
from shared.thai.language import is_english

LIKELY = 0.5
"""An unsure guess is told, as a guess, only if it is more likely right than wrong."""


def receipt_facts(
    record: LetterRecord,
    items: Sequence[WorkItem],
    entered_at: datetime,
    directory: Directory,
    processes: Mapping[ProcessId, Process],
    *,
    checklists: Mapping[ProcessId, tuple[Wanted, ...]],
) -> ReceiptFacts:
    """The facts of a letter's receipt; ``items`` are those that this arrival opened.

    ``entered_at`` is when the arrival entered the system. Raises ValueError without items:
    there is no receipt without a register number.
    """
    if not items:
        raise ValueError("a receipt needs a register number")
    guess = record.classification.best
    their = _their_letter(record.official)
    told = (
        not record.secret
        and guess.process != NOTHING
        and (record.classification.sure or guess.confidence >= LIKELY)
    )
    sure = guess.process if told and record.classification.sure else None
    return ReceiptFacts(
        reference=record.reference,
        subject=quote(record.subject),
        english=record.english,
        joined=False,
        entered_at=entered_at,
        deemed_at=deemed_received(entered_at),
        triage=record.routing.decision is Decision.TRIAGE
        and all(item.office == CENTRAL for item in items),
        offices=tuple(office_line(item, directory) for item in items),
        process=processes.get(guess.process) if told else None,
        sure=record.classification.sure,
        secret=record.secret,
        unmailed=record.sender is None,
        their_number=their.number,
        their_date=their.day,
        documents=document_lines(record.parts),
        checked=checked(checklists.get(sure, ()), record.parts) if sure else None,
        windows=windows_for(sure, record.parts, entered_at),
    )


class _Theirs(NamedTuple):
    """How the sender's own register calls the letter."""

    number: str | None = None
    day: date | None = None


def _their_letter(official: OfficialLetter | None) -> _Theirs:
    """Number and date of an official letter meant for us; what OCR read is not told."""
    if official is None or not official.to_us:
        return _Theirs()
    number, dated = official.number, official.date
    if number is None or number.scanned:
        return _Theirs()
    return _Theirs(quote(number.text), None if dated is None or dated.scanned else dated.day)


def joined_facts(
    record: LetterRecord, reply: Reply, items: Sequence[WorkItem], directory: Directory
) -> ReceiptFacts:
    """The facts of the receipt for ``reply``, which joined the letter of ``record``.

    The process, its checklist and deadlines, and the number of the first letter are left
    out: its receipt spoke of them.
    Raises ValueError without items.
    """
    facts = receipt_facts(record, items, reply.received_at, directory, {}, checklists={})
    documents = document_lines(reply.parts)
    changes = {
        "joined": True,
        "subject": quote(reply.subject),
        "documents": documents,
        "unmailed": reply.sender is None,
        "their_number": None,
        "their_date": None,
        "windows": (),
    }
    return facts.model_copy(update=changes)


def refusal_facts(line: ArrivalRecord) -> RefusalFacts:
    """The facts of a refusal. Raises KeyError for a reason that has no words."""
    subject = line.refused.subject if line.refused else ""
    return RefusalFacts(
        subject=quote(subject),
        english=is_english(subject),
        entered_at=line.arrival.received_at,
        words=REFUSALS[line.reason or ""],
    )
