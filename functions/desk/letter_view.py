"""A letter as its page shows it: what was understood beside what was sent."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from functions.desk.acting import Desk
from functions.desk.checking import Checked, checked
from functions.desk.deeds import RULES, Deed
from functions.desk.fetching import Fetched, Unread, fetched
from functions.desk.highlighting import Stretch, stretches, worth_marking
from functions.desk.papers import Paper
from functions.desk.people import Person
from functions.desk.permissions import Action, may
from shared.errors import NotHere
from shared.model.classification import Evidence
from shared.model.event import Did, Event
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.letter import LetterRecord, Reply
from shared.model.receipt import Receipt
from shared.model.work import DecidedBy, WorkItem
from shared.thai.calendar import BANGKOK
from shared.uploading.whose import client_of


class LetterView(NamedTuple):
    """Everything about a letter at one office."""

    item: WorkItem
    record: LetterRecord
    subject: tuple[Stretch, ...]
    client: str | None
    """Of the agency whose program handed it in."""
    papers: tuple[Paper, ...]
    replies: tuple[tuple[Reply, tuple[Paper, ...]], ...]
    unread: tuple[Unread, ...]
    """Of the letter and of the replies, what can still be read on demand."""
    checked: Checked | None
    receipts: tuple[Receipt, ...]
    """The answers to it, and to what the sender wrote later."""
    notices: tuple[Receipt, ...]
    history: tuple[Event, ...]
    deeds: tuple[Deed, ...]
    held_back: bool
    """It is marked secret, and this person may not read its words."""
    unconfirmed: bool
    """The system was not sure, and nobody of the office has said what the letter is."""


def letter_at(desk: Desk, office: OfficeCode, letter: SubmissionId) -> WorkItem:
    """The office's work item. Raises NotHere, whatever other office may have the letter."""
    item = desk.register.work.at(letter, office)
    if item is None:
        raise NotHere
    return item


def view(desk: Desk, item: WorkItem, person: Person) -> LetterView:
    """The letter of ``item`` as ``person`` may see it."""
    register, name = desk.register, item.submission_id
    record = register.letters.get(name)
    if record is None:
        raise NotHere
    held = record.secret and not may(person, Action.SEE_SECRET, item.office)
    events, replies = register.events.of(name), register.letters.replies(name)
    own, later = _off_the_shelf(desk, record, replies, events, held_back=held)
    known = [one for one in (own, *later) if one]
    subject = own.letter.submission.subject if own else record.subject
    every = [paper for one in known for paper in one.papers]
    history = tuple(event for event in events if event.office == item.office)
    return LetterView(
        item=item,
        record=record,
        subject=stretches(subject, [e for e in counted(record) if e.document == 0]),
        client=client_of(own.letter.arrival.key) if own else None,
        papers=own.papers if own else (),
        replies=tuple(
            (r, one.papers if one else ()) for r, one in zip(replies, later, strict=True)
        ),
        unread=tuple(one.unread for one in known if one.unread),
        checked=checked(item, record, events, every, desk.checklists(received_on(record))),
        receipts=register.receipts.several([record.arrival_id, *(r.arrival_id for r in replies)]),
        notices=register.receipts.notices(name),
        history=history,
        deeds=possible(item, person),
        held_back=held,
        unconfirmed=item.decided_by is DecidedBy.UNSURE
        and not any(event.did is Did.CORRECTED for event in history),
    )


def _off_the_shelf(
    desk: Desk,
    record: LetterRecord,
    replies: Sequence[Reply],
    events: Sequence[Event],
    *,
    held_back: bool,
) -> tuple[Fetched | None, list[Fetched | None]]:
    """The letter, and what the sender wrote later; nothing of what is held back."""
    if held_back:
        return None, [None for _ in replies]
    own = fetched(desk, record.letter_key, events, counted(record))
    return own, [fetched(desk, one.letter_key, events) for one in replies]


def counted(record: LetterRecord) -> tuple[Evidence, ...]:
    """The words that decided about the office, and about the process."""
    return worth_marking((*record.routing.evidence, *record.classification.evidence))


def received_on(record: LetterRecord) -> date:
    """The day, by Thai time, whose lists hold for the letter."""
    return record.received_at.astimezone(BANGKOK).date()


def possible(item: WorkItem, person: Person) -> tuple[Deed, ...]:
    """What this person can do with it now."""
    if not may(person, Action.WORK, item.office):
        return ()
    free = item.clerk in {None, person.name} or may(person, Action.TAKE_OVER, item.office)
    return tuple(deed for deed, rule in RULES.items() if free and item.may(rule.move))
