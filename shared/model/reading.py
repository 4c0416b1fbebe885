"""Reading: the text of a document, page by page, and how each page was got."""

from enum import StrEnum

from shared.model.fact import Fact


class Source(StrEnum):
    """Where a page's text came from."""

    TEXT = "text"
    """Plain text or a mail body."""
    TEXT_LAYER = "text_layer"
    """The text layer of a PDF or office file."""
    OCR = "ocr"
    NONE = "none"
    """Not read: see ``Reading.refusal`` or the page's legibility."""


LEGIBLE = 0.6
"""A page below was not really read. Measured on pages drawn, then blurred, turned and
darkened: above it at most one sign in ten is wrong, below it at least one in five."""


class Page(Fact):
    """One page: its text, how it was got, and how far it can be trusted (0 to 1)."""

    text: str
    source: Source
    legibility: float


class Reading(Fact):
    """What was read of one document. ``refusal`` names why nothing was, if nothing was.

    ``unread_pages`` counts pages left out by a budget; they are shown, never hidden.
    """

    pages: tuple[Page, ...] = ()
    refusal: str | None = None
    unread_pages: int = 0

    @property
    def text(self) -> str:
        """The pages' text, in order."""
        return "\n".join(page.text for page in self.pages if page.text)

    @property
    def unread(self) -> int:
        """How many pages a person must look at: left out by a budget, or not legible."""
        return self.unread_pages + sum(page.legibility < LEGIBLE for page in self.pages)
