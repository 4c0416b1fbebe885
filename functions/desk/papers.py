"""A letter's documents as its page shows them: text, what counted in it, where that stands."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from functions.desk.highlighting import Stretch, stretches
from functions.desk.marking import Overlay, overlay
from functions.desk.pictures import SHOWN
from shared.model.classification import Evidence
from shared.model.fact import SubmissionId
from shared.model.later import LaterPages, ReadLater
from shared.model.layout import Layout, Layouts
from shared.model.piece import Piece
from shared.model.reading import LEGIBLE, Page, Reading
from shared.model.submission import Document, ReadLetter, Role


class Sheet(NamedTuple):
    """One page of a document: its text in stretches, and its marks on the picture."""

    number: int
    page: Page
    text: tuple[Stretch, ...]
    overlay: Overlay | None = None


class Paper(NamedTuple):
    """One document: its sheets, and whether pictures of them can be drawn."""

    document: Document
    of: SubmissionId
    sheets: tuple[Sheet, ...]
    unread: int
    refusal: str | None
    drawn: bool
    pieces: tuple[Piece, ...]

    @property
    def body(self) -> bool:
        """It is what the sender wrote, no file."""
        return self.document.role is Role.BODY

    @property
    def pictures(self) -> int:
        """How many pages can be looked at."""
        return max(1, len(self.sheets) + self.unread) if self.drawn else 0

    @property
    def to_look_at(self) -> bool:
        """Something of it was not read, or so poorly that a person must look."""
        poor = any(sheet.page.legibility < LEGIBLE for sheet in self.sheets)
        return bool(self.unread or self.refusal or poor)

    @property
    def overlays(self) -> Mapping[int, Overlay]:
        """The marks on its pictures, by the page's number."""
        return {sheet.number: sheet.overlay for sheet in self.sheets if sheet.overlay}


def papers(
    letter: ReadLetter,
    evidence: Sequence[Evidence] = (),
    layouts: Layouts | None = None,
    later: ReadLater | None = None,
) -> Iterator[Paper]:
    """A letter's documents; the evidence stands out where it stands."""
    pairs = zip(letter.submission.documents, letter.readings, strict=True)
    placed = {(one.document, one.page): one.layout for one in layouts.pages} if layouts else {}
    for document, reading in pairs:
        counted = [e for e in evidence if e.document == document.number]
        own = {
            page: layout for (number, page), layout in placed.items() if number == document.number
        }
        more = later.of(document.number) if later else None
        yield Paper(
            document=document,
            of=letter.submission.id,
            sheets=tuple(_all(reading, counted, own, more)),
            unread=more.unread if more else reading.unread_pages,
            refusal=None if more and more.pages else reading.refusal,
            drawn=document.key is not None and document.kind in SHOWN,
            pieces=(*_numbered(document.pieces, reading), *(more.pieces if more else ())),
        )


def _numbered(pieces: Sequence[Piece], reading: Reading) -> Iterator[Piece]:
    """With the page's number in the file: pages before it may have been left unread."""
    for piece in pieces:
        number = reading.pages[piece.page - 1].number if piece.page <= len(reading.pages) else None
        yield piece.model_copy(update={"page": number}) if number else piece


def _all(
    reading: Reading,
    evidence: Sequence[Evidence],
    layouts: Mapping[int, Layout],
    more: LaterPages | None,
) -> Sequence[Sheet]:
    """Those read at first and those read later, in the order of the file."""
    first = [*_sheets(reading.pages, evidence, layouts)]
    if more is None:
        return first
    late = [Sheet(page.number or 0, page, (Stretch(page.text, ""),)) for page in more.pages]
    return sorted((*first, *late), key=lambda sheet: sheet.number)


def _sheets(
    pages: Sequence[Page], evidence: Sequence[Evidence], layouts: Mapping[int, Layout]
) -> Iterator[Sheet]:
    """``Reading.text`` joins the pages that have text with one line end: offsets count so."""
    start = 0
    for at, page in enumerate(pages, start=1):
        marks = overlay(layouts[at], evidence, start) if at in layouts else None
        yield Sheet(page.number or at, page, stretches(page.text, evidence, start), marks)
        start += len(page.text) + 1 if page.text else 0
