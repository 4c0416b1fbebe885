"""A letter as its page shows it: what was understood beside what was sent."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from functions.desk.acting import Desk
from functions.desk.deeds import RULES, Deed
from functions.desk.highlighting import Stretch, stretches
from functions.desk.people import Person
from functions.desk.permissions import Action, may
from functions.desk.pictures import SHOWN
from shared.errors import NotHere
from shared.model.classification import Evidence
from shared.model.event import Event
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.letter import LetterRecord, Reply
from shared.model.reading import Page
from shared.model.receipt import Receipt
from shared.model.submission import Document, ReadLetter, Role
from shared.model.work import WorkItem


class Sheet(NamedTuple):
    """One page of a document: its text in stretches."""

    number: int
    page: Page
    text: tuple[Stretch, ...]


class Paper(NamedTuple):
    """One document: its sheets, and whether pictures of them can be drawn."""

    document: Document
    of: SubmissionId
    sheets: tuple[Sheet, ...]
    unread: int
    refusal: str | None
    drawn: bool

    @property
    def body(self) -> bool:
        """It is what the sender wrote, no file."""
        return self.document.role is Role.BODY

    @property
    def pictures(self) -> int:
        """How many pages can be looked at."""
        return max(1, len(self.sheets) + self.unread) if self.drawn else 0


class LetterView(NamedTuple):
    """Everything about a letter at one office."""

    item: WorkItem
    record: LetterRecord
    subject: tuple[Stretch, ...]
    papers: tuple[Paper, ...]
    replies: tuple[tuple[Reply, tuple[Paper, ...]], ...]
    receipts: tuple[Receipt, ...]
    """The answers to it, and to what the sender wrote later."""
    notices: tuple[Receipt, ...]
    history: tuple[Event, ...]
    deeds: tuple[Deed, ...]
    held_back: bool
    """It is marked secret, and this person may not read its words."""


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
    letter = None if held else desk.letters.read_letter(record.letter_key)
    evidence, replies = record.classification.evidence, register.letters.replies(name)
    subject = letter.submission.subject if letter else record.subject
    return LetterView(
        item=item,
        record=record,
        subject=stretches(subject, [e for e in evidence if e.document == 0]),
        papers=tuple(papers(letter, evidence)) if letter else (),
        replies=tuple(_with_papers(desk, replies, held_back=held)),
        receipts=register.receipts.several([record.arrival_id, *(r.arrival_id for r in replies)]),
        notices=register.receipts.notices(name),
        history=tuple(e for e in register.events.of(name) if e.office == item.office),
        deeds=possible(item, person),
        held_back=held,
    )


def possible(item: WorkItem, person: Person) -> tuple[Deed, ...]:
    """What this person can do with it now."""
    if not may(person, Action.WORK, item.office):
        return ()
    free = item.clerk in {None, person.name} or may(person, Action.TAKE_OVER, item.office)
    return tuple(deed for deed, rule in RULES.items() if free and item.may(rule.move))


def papers(letter: ReadLetter, evidence: Sequence[Evidence]) -> Iterator[Paper]:
    """A letter's documents; the evidence stands out where it stands."""
    pairs = zip(letter.submission.documents, letter.readings, strict=True)
    for document, reading in pairs:
        counted = [e for e in evidence if e.document == document.number]
        yield Paper(
            document=document,
            of=letter.submission.id,
            sheets=tuple(_sheets(reading.pages, counted)),
            unread=reading.unread_pages,
            refusal=reading.refusal,
            drawn=document.key is not None and document.kind in SHOWN,
        )


def _sheets(pages: Sequence[Page], evidence: Sequence[Evidence]) -> Iterator[Sheet]:
    """``Reading.text`` joins the pages that have text with one line end: offsets count so."""
    start = 0
    for number, page in enumerate(pages, start=1):
        yield Sheet(number, page, stretches(page.text, evidence, start))
        start += len(page.text) + 1 if page.text else 0


def _with_papers(
    desk: Desk, replies: Sequence[Reply], *, held_back: bool
) -> Iterator[tuple[Reply, tuple[Paper, ...]]]:
    for reply in replies:
        letter = None if held_back else desk.letters.read_letter(reply.letter_key)
        yield reply, tuple(papers(letter, ())) if letter else ()
