"""The story of pages that were left unread: a clerk asked, and they are read now.

The letter stays as it was taken in, and so does what was decided by it; what is read now is
kept beside it. Each time so many further pages are read as FURTHER_PAGES; a clerk asks again.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from pydantic import ValidationError
from pydantic_core import from_json

from functions.intake.pieces.naming import pieces_of
from functions.intake.reading.apart import Reader
from functions.intake.reading.budget import MOST_SECONDS
from functions.intake.reading.further import Further
from functions.intake.reading.kinds import PICTURES, Kind
from functions.intake.reading.refusals import Refusal
from shared.errors import NotANotice
from shared.model.later import LaterPages, ReadLater
from shared.model.messages import ReadFurther
from shared.model.reading import Page, Reading, Source
from shared.model.submission import Document
from shared.ports.buckets import LetterShelf

FURTHER_PAGES = 40
"""Read by OCR at once: within MOST_SECONDS on one core they are seldom all reached."""
_PAGED = {kind.value for kind in (*PICTURES, Kind.PDF)}


def asked_further(body: str) -> ReadFurther | None:
    """The message, if it is one of these. Raises NotANotice for one that is not whole."""
    try:
        message = from_json(body)
    except ValueError:
        return None
    if not isinstance(message, dict) or message.get("kind") != "read_further":
        return None
    try:
        return ReadFurther.model_validate(message)
    except ValidationError as error:
        raise NotANotice(type(error).__name__) from None


def read_on(
    asked: ReadFurther, letters: LetterShelf, read: Reader, now: Callable[[], datetime]
) -> ReadLater | None:
    """Read what is left of a letter; returns all that was read later, None if nothing was left.

    The same message again reads nothing: it is known how many pages there were to read.
    Raises TryLater when S3 is busy, NotConfigured without an OCR engine.
    """
    found = _known(asked.letter_key, letters)
    if sum(one.known.unread for one in found) < max(asked.unread, 1):
        return None
    budget = Further(FURTHER_PAGES, MOST_SECONDS)
    later = [_read(one, letters, read, budget) if one.known.unread else one.known for one in found]
    done = ReadLater(at=now(), documents=tuple(one for one in later if one.pages or one.unread))
    letters.keep_later(asked.letter_key, done)
    return done


class _Known(NamedTuple):
    """A document, what was read of it at first, and what was read later."""

    document: Document
    first: Reading
    known: LaterPages


def _known(key: str, letters: LetterShelf) -> list[_Known]:
    """The letter's documents that have pages, in the sender's order."""
    letter, before = letters.read_letter(key), letters.read_later(key)
    pairs = zip(letter.submission.documents, letter.readings, strict=True)
    return [
        _Known(one, first, (before.of(one.number) if before else None) or _nothing(one, first))
        for one, first in pairs
        if one.key and one.kind in _PAGED
    ]


def _read(one: _Known, letters: LetterShelf, read: Reader, budget: Further) -> LaterPages:
    content = letters.read_document(one.document.key or "")
    budget.skip(_by_ocr((*one.first.pages, *one.known.pages)))
    _, again = read(content, Kind(one.document.kind), budget=budget)
    return _joined(one.first, one.known, again)


def _nothing(document: Document, reading: Reading) -> LaterPages:
    """Nothing was read later yet. A file that was given up before its first page has one."""
    given_up = reading.refusal == Refusal.TOOK_TOO_LONG and not reading.pages
    unread = reading.unread_pages or int(given_up)
    return LaterPages(document=document.number, pages=(), unread=unread)


def _by_ocr(pages: Sequence[Page]) -> int:
    return sum(page.source is Source.OCR for page in pages)


def _joined(reading: Reading, known: LaterPages, again: Reading) -> LaterPages:
    """What is known of a document, and the pages of it that were read for the first time now."""
    numbers = {page.number or at for at, page in enumerate(reading.pages, start=1)}
    numbers |= {page.number for page in known.pages if page.number}
    fresh = tuple(page for page in again.without_layouts().pages if page.number not in numbers)
    every = len(again.pages) + again.unread_pages
    unread = max(0, every - len(numbers) - len(fresh)) if every else known.unread
    named = pieces_of(Reading(pages=fresh))
    pieces = (one.model_copy(update={"page": fresh[one.page - 1].number or 0}) for one in named)
    return LaterPages(
        document=known.document,
        pages=(*known.pages, *fresh),
        unread=unread,
        pieces=(*known.pieces, *pieces),
    )
