"""How much one document may cost, and why. A letter's documents are read one by one."""

from time import monotonic
from typing import Protocol


class Clock(Protocol):
    """Seconds that only go forward."""

    def __call__(self) -> float:
        """Now."""
        ...


MOST_BYTES = 40 * 1024 * 1024
"""What SES and the upload page let in."""

MOST_UNPACKED_BYTES = 200 * 1024 * 1024
"""Of one office file; a real one of 40 MB holds pictures that hardly pack at all."""

MOST_TEXT = 1_000_000
"""Signs of text kept of one document, about 500 pages; SQS and DynamoDB never see it,
but the classifier does."""

MOST_PAGES = 200
"""Pages of a document whose text layer is read."""

MOST_OCR_PAGES = 12
"""Pages of one document read by OCR: 2 to 5 s each on one core, and the forms that the
announcement takes have one to four pages."""

MOST_SECONDS = 120.0
"""After this no further page of the document is begun; the function's own limit is far above."""

MOST_PIXELS = 80_000_000
"""A 64-megapixel telephone's picture is let in; it takes 240 MB while it is opened."""


class Budget:
    """What is left for one document. ``spend_ocr_page`` says whether a page may be begun."""

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

    def spend_ocr_page(self) -> bool:
        """True when one more page may be read by OCR; it is then counted."""
        if self._pages <= 0 or not self.time_left():
            return False
        self._pages -= 1
        return True

    def time_left(self) -> bool:
        """True while one more page may be begun."""
        return self._clock() < self._end
