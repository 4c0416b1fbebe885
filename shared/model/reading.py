"""Reading: the text of a document, page by page, and how each page was got."""

from enum import StrEnum

from shared.model.fact import Fact
from shared.model.layout import Layout


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
    """One page: its text, how it was got, and how far it can be trusted (0 to 1).

    ``number`` counts the pages of a PDF or a picture file from 1, those left unread too; None
    in other files, which have no pages to look at. ``layout`` is kept beside a letter, not in it.
    """

    text: str
    source: Source
    legibility: float
    number: int | None = None
    layout: Layout | None = None


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

    def without_layouts(self) -> "Reading":
        """The same without the places of its words."""
        bare = (page.model_copy(update={"layout": None}) for page in self.pages)
        return self.model_copy(update={"pages": tuple(bare)})

    @property
    def unread(self) -> int:
        """How many pages a person must look at: left out by a budget, or not legible."""
        return self.unread_pages + sum(page.legibility < LEGIBLE for page in self.pages)
