"""Office files into Readings: their words as the first page, then the pictures inside by OCR."""

from collections.abc import Iterable

from functions.intake.reading.blips import LARGE_PICTURE
from functions.intake.reading.budget import Budget
from functions.intake.reading.kinds import Kind
from functions.intake.reading.ocr import EngineSource
from functions.intake.reading.office import holds_more_than_text, office_pictures, office_text
from functions.intake.reading.old_office import old_office_pictures, old_office_text
from functions.intake.reading.one_page import one_page
from functions.intake.reading.picture import read_picture
from functions.intake.reading.refusals import Refusal, Unreadable
from shared.model.reading import Reading, Source

_NO_PLACE = {"number": None, "layout": None}
OFFICE = frozenset({Kind.DOCX, Kind.XLSX, Kind.PPTX, Kind.ODF})


def read_office(content: bytes, kind: Kind, engine: EngineSource, budget: Budget) -> Reading:
    """The text and the pictures of a zipped one. Raises Unreadable, and what parsers raise."""
    first = one_page(office_text(content, kind), Source.TEXT_LAYER)
    smallest = LARGE_PICTURE if first.pages else 0
    reading = _with_pictures(first, office_pictures(content, smallest), engine, budget)
    if not reading.pages and holds_more_than_text(content):
        raise Unreadable(Refusal.NOT_LEGIBLE)
    return reading


def read_old_office(content: bytes, kind: Kind, engine: EngineSource, budget: Budget) -> Reading:
    """The same of one from before. Raises Unreadable, and what parsers raise."""
    first = one_page(old_office_text(content, kind), Source.TEXT_LAYER)
    reading = _with_pictures(first, old_office_pictures(content, kind), engine, budget)
    if not reading.pages:  # there may be drawings that we cannot see
        raise Unreadable(Refusal.NOT_LEGIBLE)
    return reading


def _with_pictures(
    first: Reading, pictures: Iterable[bytes], engine: EngineSource, budget: Budget
) -> Reading:
    pages, unread = list(first.pages), 0
    for page in pages:
        budget.expect(1)
        budget.note(page)
    for picture in pictures:
        try:
            seen = read_picture(picture, engine, budget)
        except Unreadable:
            unread += 1
            continue
        # Nobody can look at them as pages of the file: it has none.
        pages += (page.model_copy(update=_NO_PLACE) for page in seen.pages)
        unread += seen.unread_pages
    return Reading(pages=tuple(pages), unread_pages=unread)
