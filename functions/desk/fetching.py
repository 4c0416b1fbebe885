"""A letter off the shelf: its papers, and what can still be read of them."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from functions.desk.acting import Desk
from functions.desk.papers import Paper, papers
from functions.desk.people import Person
from functions.desk.permissions import Action, allow
from functions.desk.pictures import SHOWN
from shared.errors import NotHere
from shared.model.classification import Evidence
from shared.model.event import Did, Event
from shared.model.fact import SubmissionId
from shared.model.later import ReadLater
from shared.model.layout import Layouts
from shared.model.reading import Source
from shared.model.submission import ReadLetter
from shared.model.work import WorkItem

ASKED_FOR = timedelta(minutes=30)
"""Whoever asks is not offered to ask again while the pages may still be being read."""


class Unread(NamedTuple):
    """Pages that were left unread and can be read when somebody asks."""

    of: SubmissionId
    pages: int
    asked: bool
    """Somebody has asked, and the answer is not there yet."""


class Fetched(NamedTuple):
    """What the shelf has of one letter. ``unread`` is None when nothing is left to read."""

    letter: ReadLetter
    papers: tuple[Paper, ...]
    unread: Unread | None


def key_of(of: SubmissionId, item: WorkItem, person: Person, desk: Desk) -> str:
    """Where a letter at hand, or a reply to it, is kept.

    Raises NotHere for any other, and where it is marked secret and the person may not read it.
    """
    letters = desk.register.letters
    record = letters.get(item.submission_id)
    if record is None:
        raise NotHere
    if record.secret:
        allow(person, Action.SEE_SECRET, item.office)
    keys = {reply.submission_id: reply.letter_key for reply in letters.replies(item.submission_id)}
    keys[record.submission_id] = record.letter_key
    if of not in keys:
        raise NotHere
    return keys[of]


def fetched(
    desk: Desk, key: str, events: Iterable[Event], evidence: Sequence[Evidence] = ()
) -> Fetched:
    """The letter kept at ``key``; the words of ``evidence`` stand out, on its pictures too."""
    letter = desk.letters.read_letter(key)
    asked_at = _asked_at(letter.submission.id, events)
    later = desk.letters.read_later(key) if asked_at else None
    layouts = _layouts(desk, key, letter) if evidence else None
    found = tuple(papers(letter, evidence, layouts, later))
    return Fetched(letter, found, _unread(desk, found, asked_at, later))


def _layouts(desk: Desk, key: str, letter: ReadLetter) -> Layouts | None:
    scanned = any(page.source is Source.OCR for one in letter.readings for page in one.pages)
    return desk.letters.read_layouts(key) if scanned else None


def _asked_at(letter: SubmissionId, events: Iterable[Event]) -> datetime | None:
    """When somebody last asked for the rest of this letter, or of this reply."""
    asked = (event for event in events if event.did is Did.READ_FURTHER)
    return max((one.at for one in asked if one.detail.partition(" ")[0] == letter), default=None)


def _unread(
    desk: Desk,
    found: Sequence[Paper],
    asked_at: datetime | None,
    later: ReadLater | None,
) -> Unread | None:
    pages = sum(paper.unread for paper in found if paper.document.kind in SHOWN)
    if not pages:
        return None
    open_still = asked_at is not None and (later is None or later.at < asked_at)
    recent = asked_at is not None and desk.now() - asked_at < ASKED_FOR
    return Unread(found[0].of, pages, asked=open_still and recent)
