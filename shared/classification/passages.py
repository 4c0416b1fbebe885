"""A letter cut into passages: the places where words stand, which weigh differently."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from shared.classification.boxes import Box, boxes
from shared.classification.same import Same
from shared.model.classification import Evidence
from shared.model.reading import Page, Reading, Source
from shared.model.submission import Document, ReadLetter, Role
from shared.own_words.voices import LITTLE, Voice, stretches
from shared.thai.folding import Folded, fold

SUBJECT = 0
"""The subject's number among the documents."""
NOWHERE = -1
"""For words that stand in no text: the sender's address, a document's name."""
HEADING = 220
"""A page's heading: this many letters at its top, where a form has its title."""
_ANSWER = re.compile(r"\s*(?:re|fwd?|fw|aw|ตอบ(?:กลับ)?|ส่งต่อ)\s*:", re.IGNORECASE)


class Place(StrEnum):
    """Where words stand."""

    HEADING = "heading"
    OWN = "own"
    SUBJECT = "subject"
    OLD_SUBJECT = "old subject"
    """Of a reply or a forward: it names what the earlier letter was about."""
    ATTACHED = "attached"
    NAME = "name"
    FORWARDED = "forwarded"
    QUOTED = "quoted"


_PLACES = {
    Voice.OWN: Place.OWN,
    Voice.SIGNATURE: Place.OWN,
    Voice.FORWARDED: Place.FORWARDED,
    Voice.QUOTED: Place.QUOTED,
    Voice.NOTICE: None,
}
"""A mail server's notice of secrecy stands nowhere: it says nothing of the matter. A signature
does: that a hospital or a factory writes, and from where."""


@dataclass(frozen=True)
class Passage:
    """A piece of text. ``offset`` is where it begins in its document's text."""

    document: int
    offset: int
    folded: Folded
    place: Place
    scanned: bool = False
    boxes: tuple[Box, ...] = field(default=())

    def place_of(self, start: int) -> Place:
        """The place of the letter at ``start`` (of the passage's original text)."""
        if self.place is Place.ATTACHED and start < HEADING:
            return Place.HEADING
        return self.place

    def evidence(self, start: int, end: int, weight: float, meaning: str) -> Evidence:
        """The folded slice as evidence, at its place in the document's own text, if it has one."""
        opening, closing = self.folded.span(start, end)
        somewhere = self.document != NOWHERE
        return Evidence(
            text=self.folded.original[opening:closing],
            document=self.document,
            start=self.offset + opening if somewhere else 0,
            end=self.offset + closing if somewhere else 0,
            weight=round(weight, 2),
            meaning=meaning,
        )


def passages(letter: ReadLetter) -> tuple[Passage, ...]:
    """Every passage of a letter: subject, bodies, attachments page by page, their names.

    Process, place and record are all read from them: those of the last letter are kept.
    """
    return _kept(Same(letter))


@lru_cache(maxsize=1)
def _kept(same: Same[ReadLetter]) -> tuple[Passage, ...]:
    return tuple(_passages(same.thing))


def _passages(letter: ReadLetter) -> Iterator[Passage]:
    submission = letter.submission
    if submission.subject.strip():
        place = Place.OLD_SUBJECT if _ANSWER.match(submission.subject) else Place.SUBJECT
        yield Passage(SUBJECT, 0, fold(submission.subject), place)
    for document, reading in zip(submission.documents, letter.readings, strict=True):
        if document.role is Role.BODY:
            yield from _body(document, reading, submission.subject)
        else:
            yield from _attachment(document, reading)


def _body(document: Document, reading: Reading, subject: str) -> Iterator[Passage]:
    text = reading.text
    cut = [(text[start:end], start, place) for start, end, place in _said(text, subject)]
    own = sum(len(said.strip()) for said, _, place in cut if place is Place.OWN)
    for said, start, place in cut:
        speaks = place is Place.QUOTED and own < LITTLE
        if said.strip():
            yield Passage(document.number, start, fold(said), Place.FORWARDED if speaks else place)


def _said(text: str, subject: str) -> Iterator[tuple[int, int, Place]]:
    """The stretches by their place; a letter and its signature are read in one piece."""
    voices = ((each, _PLACES[each.voice]) for each in stretches(text, subject))
    for place, group in groupby(voices, key=itemgetter(1)):
        together = [each for each, _ in group]
        if place is not None:
            yield together[0].start, together[-1].end, place


def _attachment(document: Document, reading: Reading) -> Iterator[Passage]:
    name = document.name.rpartition(".")[0] or document.name
    if name:
        yield Passage(NOWHERE, 0, fold(name.replace("_", " ")), Place.NAME)
    offset = 0
    for page in reading.pages:
        if page.text:
            yield _page(document, page, offset)
            offset += len(page.text) + 1


def _page(document: Document, page: Page, offset: int) -> Passage:
    return Passage(
        document.number,
        offset,
        fold(page.text),
        Place.ATTACHED,
        scanned=page.source is Source.OCR,
        boxes=boxes(page.text),
    )
