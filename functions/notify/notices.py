"""Gathering the facts of the messages that follow a receipt. Pure."""

from collections.abc import Sequence
from datetime import datetime

from functions.notify.facts import OfficeLine
from functions.notify.later_facts import LimitFacts, NoticeFacts, Telling
from functions.notify.lines import office_line
from functions.notify.quoting import quote, quote_lines
from shared.directory.offices import Directory
from shared.model.fact import OfficeCode
from shared.model.letter import LetterRecord
from shared.model.messages import DocumentsAsked, NoticeDue, ReminderDue, ResultDue, TransferDue
from shared.model.work import WorkItem

LONGEST_DOCUMENT = 300
"""Signs of the name of one document that is asked for."""


def notice_facts(
    due: NoticeDue, record: LetterRecord, items: Sequence[WorkItem], directory: Directory
) -> NoticeFacts:
    """The facts of a later message about the letter of ``record``.

    ``items`` are the letter's work items. About a letter marked secret nothing is told by
    open mail but that something was asked or done. Raises KeyError for an office that is none, and
    ValueError for a transfer that names neither an office with an item nor an agency.
    """
    author = directory.by_code(due.office)
    return NoticeFacts(
        telling=Telling(due.kind),
        reference=record.reference,
        subject=None if record.secret else quote(record.subject),
        english=record.english,
        entered_at=record.received_at,
        written_by_th=author.name_th,
        written_by_en=author.name_en,
        offices=_offices(due, items, directory),
        agency=quote(due.agency) if isinstance(due, TransferDue) else "",
        documents=() if record.secret else _documents(due),
        answer_by=due.answer_by if isinstance(due, DocumentsAsked | ReminderDue) else None,
        result=quote_lines(due.result) if isinstance(due, ResultDue) and not record.secret else (),
        note=() if record.secret else quote_lines(due.note),
    )


def limit_facts(
    record: LetterRecord,
    items: Sequence[WorkItem],
    entered_at: datetime,
    directory: Directory,
    limits: tuple[int, int],
) -> LimitFacts:
    """The facts of the one message that says that no more receipts follow for now.

    ``entered_at`` is when the arrival did for which there is no receipt; ``limits`` are the
    answers to one address in an hour and in a day.
    """
    return LimitFacts(
        reference=record.reference,
        english=record.english,
        entered_at=entered_at,
        offices=tuple(office_line(item, directory) for item in items),
        an_hour=limits[0],
        a_day=limits[1],
    )


def _offices(
    due: NoticeDue, items: Sequence[WorkItem], directory: Directory
) -> tuple[OfficeLine, ...]:
    wanted = _responsible(due)
    found = tuple(office_line(item, directory) for item in items if item.office == wanted)
    if wanted and not found:
        raise ValueError("the office has no work item")
    return found


def _responsible(due: NoticeDue) -> OfficeCode | None:
    """The office that has the letter; None when another agency is responsible."""
    if not isinstance(due, TransferDue):
        return due.office
    if (due.to_office is None) == (not due.agency.strip()):
        raise ValueError("a transfer names either an office or an agency")
    return due.to_office


def _documents(due: NoticeDue) -> tuple[str, ...]:
    if not isinstance(due, DocumentsAsked | ReminderDue):
        return ()
    return tuple(quote(name, LONGEST_DOCUMENT) for name in due.documents if name.strip())
