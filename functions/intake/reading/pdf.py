"""PDF: each page's text layer where it can be believed, OCR where it cannot.

pypdf reads first. Where its text looks damaged, pdfium is asked too and the better one is
taken: on one Thai file the first is right, on another the second. A page whose layer is
poor with both, empty, or only a line over a scanned picture is drawn and read by OCR. A
page with a good layer never is.
"""

from collections.abc import Callable
from contextlib import ExitStack
from typing import TypeVar

from functions.intake.reading.budget import MOST_COUNTED_PAGES, MOST_PAGES, Budget
from functions.intake.reading.likeness import likeness
from functions.intake.reading.ocr import EngineSource
from functions.intake.reading.page_ocr import EMPTY_SHEET, read_page
from functions.intake.reading.pdf_pdfium import PdfiumPages
from functions.intake.reading.pdf_pypdf import PypdfText
from functions.intake.reading.refusals import Refusal, Unreadable
from functions.intake.reading.tidy import tidied
from shared.errors import NotConfigured
from shared.model.reading import Page, Reading, Source

Found = TypeVar("Found")

_GOOD = 0.98
"""Below, another reader may do better: one misplaced sign in fifty is already visible."""
_POOR = 0.85
"""Below, OCR does better: its own error on a clean page is 3 to 5 %."""
_A_LINE_OR_TWO = 150
"""Signs: what a scanner's software or a signature stamp writes over a scanned page."""
_A_SCAN = 0.5
"""Share of the page that one picture covers."""


def read_pdf(content: bytes, engine: EngineSource, budget: Budget) -> Reading:
    """Every page, within the budget. Raises Unreadable: password, corrupt, too_many_pages."""
    with ExitStack() as stack:
        book = _Book(content, stack)
        if book.pages > MOST_COUNTED_PAGES:
            raise Unreadable(Refusal.TOO_MANY_PAGES)
        pages: list[Page] = []
        unread = max(0, book.pages - MOST_PAGES)
        budget.expect(book.pages)
        for number in range(min(book.pages, MOST_PAGES)):
            page = book.read(number, engine, budget) if budget.time_left() else None
            unread += page is None
            if page:
                pages.append(page.model_copy(update={"number": number + 1}))
                budget.note(pages[-1])
    return Reading(pages=tuple(pages), unread_pages=unread)


class _Book:
    """One PDF with its two readers, each opened when it is first needed."""

    def __init__(self, content: bytes, stack: ExitStack) -> None:
        self._content = content
        self._stack = stack
        self._drawn: PdfiumPages | None = None
        self._text = _attempt(lambda: PypdfText(content))
        self.pages = self._text.pages if self._text else self._pdfium().pages
        if not self.pages:
            self.pages = self._pdfium().pages

    def read(self, number: int, engine: EngineSource, budget: Budget) -> Page | None:
        """One page; None when it needs OCR that the budget does not give."""
        text, score = self._layer(number)
        if score >= _POOR and not self._is_scan(number, text):
            return Page(text=text, source=Source.TEXT_LAYER, legibility=round(score, 2))
        if not text and _attempt(lambda: self._pdfium().is_empty(number)):
            return EMPTY_SHEET
        if not budget.spend_ocr_page():
            return None
        seen = self._ocr(number, engine)
        if text and (not seen or seen.legibility < score or len(seen.text) < len(text)):
            return Page(text=text, source=Source.TEXT_LAYER, legibility=round(score, 2))
        return seen or Page(text="", source=Source.NONE, legibility=0.0)

    def _layer(self, number: int) -> tuple[str, float]:
        """The better of the two readers' texts, and how much it looks like writing."""
        pypdf = self._text
        first = _attempt(lambda: pypdf.text(number)) if pypdf else None
        text, score = tidied(first or ""), likeness(first or "")
        if score < _GOOD:
            second = _attempt(lambda: self._pdfium().text(number)) or ""
            if likeness(second) > score:
                text, score = tidied(second), likeness(second)
        typed = _attempt(lambda: pypdf.typed(number)) if pypdf else None
        return (f"{text}\n{tidied(typed)}" if typed else text), score

    def _is_scan(self, number: int, text: str) -> bool:
        if len(text) > _A_LINE_OR_TWO:
            return False
        share = _attempt(lambda: self._pdfium().picture_share(number))
        return share is not None and share >= _A_SCAN

    def _ocr(self, number: int, engine: EngineSource) -> Page | None:
        return _attempt(lambda: read_page(self._pdfium().picture(number), engine()))

    def _pdfium(self) -> PdfiumPages:
        if self._drawn is None:
            self._drawn = self._stack.enter_context(PdfiumPages(self._content))
        return self._drawn


def _attempt(read: Callable[[], Found]) -> Found | None:
    """None when a reader fails; that a password is missing is no failure of the reader."""
    try:
        return read()
    except Unreadable as unreadable:
        if unreadable.refusal is Refusal.PASSWORD:
            raise
        return None
    except NotConfigured:
        raise
    except Exception:  # noqa: BLE001 - pypdf says broken files may raise anything
        return None
