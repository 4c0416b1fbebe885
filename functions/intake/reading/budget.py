"""How much the documents of one letter may cost together, and why."""

from collections.abc import Callable, Sequence
from time import monotonic
from typing import Protocol

from shared.model.reading import LEGIBLE, Page, Source


class Clock(Protocol):
    """Seconds that only go forward."""

    def __call__(self) -> float:
        """Now."""
        ...


Enough = Callable[[Sequence[str]], bool]
"""Asked before a further page is read by OCR, with the texts of the document's pages so far:
True when nothing that a further page can say is likely to change what becomes of the letter."""


MOST_BYTES = 40 * 1024 * 1024
"""What SES and the upload page let in."""

MOST_UNPACKED_BYTES = 200 * 1024 * 1024
"""Of one office file; a real one of 40 MB holds pictures that hardly pack at all."""

MOST_TEXT = 1_000_000
"""Signs of text kept of one document, about 500 pages; SQS and DynamoDB never see it,
but the classifier does."""

MOST_PAGES = 200
"""Pages of a document whose text layer is read."""

MOST_COUNTED_PAGES = 20_000
"""A document that claims more is refused unread: its pages are one page, named many times."""

MOST_OCR_PAGES = 12
"""Pages of one letter read by OCR: 2 to 5 s each on one core, and the forms that the
announcement takes have one to four pages."""

MOST_SECONDS = 120.0
"""After this no further page of the letter is begun; the function's own limit is far above."""

MOST_PIXELS = 80_000_000
"""A 64-megapixel telephone's picture is let in; it takes 240 MB while it is opened."""


def never(texts: Sequence[str]) -> bool:
    """Nothing is ever enough: everything is read that the budget gives."""
    del texts
    return False


class Budget:
    """What is left for one letter; its documents share it, one after the other.

    ``spend_ocr_page`` says whether a further page may be read by OCR. The readers tell of
    each document how many pages it has (``expect``) and each page they have read (``note``).
    """

    def __init__(
        self,
        ocr_pages: int = MOST_OCR_PAGES,
        seconds: float = MOST_SECONDS,
        clock: Clock = monotonic,
    ) -> None:
        """``ocr_pages`` 0 reads no page by OCR at all."""
        self._pages = ocr_pages
        self._clock = clock
        self._end = clock() + seconds
        self.begin()

    def begin(self, waiting: int = 0, enough: Enough = never) -> None:
        """The next document begins; ``waiting`` ones after it keep a page each.

        ``enough`` is asked from its second legible page by OCR on: of every document the
        first is read, for it says what the document is.
        """
        self._waiting = waiting
        self._enough = enough
        self._expected = 0
        self._noted: list[Page] = []
        self._asked_with, self._answer = 0, False

    def begin_again(self) -> None:
        """What was told of the document is forgotten; what it cost is not."""
        self._expected = 0
        self._noted = []
        self._asked_with = 0

    def spend_ocr_page(self) -> bool:
        """True when one more page may be read by OCR; it is then counted."""
        if self._pages <= 0 or not self.time_left() or not self._wanted():
            return False
        self._pages -= 1
        return True

    def time_left(self) -> bool:
        """True while one more page may be begun."""
        return self.seconds_left() > 0

    def seconds_left(self) -> float:
        """Until no further page is begun; negative afterwards."""
        return self._end - self._clock()

    def expect(self, pages: int) -> None:
        """So many pages (more) will be noted or left out."""
        self._expected += pages

    def note(self, page: Page) -> None:
        """A page of the document was read."""
        self._noted.append(page)

    @property
    def noted(self) -> tuple[Page, ...]:
        """The document's pages so far."""
        return tuple(self._noted)

    @property
    def missing(self) -> int:
        """How many of the expected pages were not noted."""
        return max(0, self._expected - len(self._noted))

    def _wanted(self) -> bool:
        if not any(map(_tells, self._noted)):
            return True
        return self._pages > self._waiting and not self._settled()

    def _settled(self) -> bool:
        """The answer to the same pages is the same: it is asked for once."""
        if self._asked_with != len(self._noted):
            self._asked_with = len(self._noted)
            self._answer = self._enough([page.text for page in self._noted])
        return self._answer


class Unlimited(Budget):
    """For reading what was left unread: every page, however long it takes."""

    def __init__(self) -> None:
        """No bound but those of the parsers."""
        super().__init__(ocr_pages=MOST_COUNTED_PAGES, seconds=float("inf"))


def _tells(page: Page) -> bool:
    return page.source is Source.OCR and bool(page.text) and page.legibility >= LEGIBLE
