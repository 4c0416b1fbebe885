"""A letter cut into passages: the places where words stand, which weigh differently."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from shared.classification.boxes import Box, boxes
from shared.classification.quoting import parts
from shared.model.classification import Evidence
from shared.model.reading import Page, Reading, Source
from shared.model.submission import Document, ReadLetter, Role
from shared.thai.folding import Folded, fold

SUBJECT = 0
"""The subject's number among the documents."""
NOWHERE = -1
"""For words that stand in no text: the sender's address, a document's name."""
HEADING = 220
"""A page's heading: this many letters at its top, where a form has its title."""
LITTLE = 60
"""A forwarder who writes fewer folded letters than this lets the quotation speak."""


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
    """Every passage of a letter: subject, bodies, attachments page by page, their names."""
    return tuple(_passages(letter))


def _passages(letter: ReadLetter) -> Iterator[Passage]:
    submission = letter.submission
    if submission.subject.strip():
        place = Place.OLD_SUBJECT if _ANSWER.match(submission.subject) else Place.SUBJECT
        yield Passage(SUBJECT, 0, fold(submission.subject), place)
    for document, reading in zip(submission.documents, letter.readings, strict=True):
        if document.role is Role.BODY:
            yield from _body(document, reading)
        else:
            yield from _attachment(document, reading)


def _body(document: Document, reading: Reading) -> Iterator[Passage]:
    text = reading.text
    cut = parts(text)
    own = sum(len(text[part.start : part.end].strip()) for part in cut if not part.quoted)
    quotation = Place.FORWARDED if own < LITTLE else Place.QUOTED
    for part in cut:
        place = quotation if part.quoted else Place.OWN
        yield Passage(document.number, part.start, fold(text[part.start : part.end]), place)


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
