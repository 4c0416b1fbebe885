"""The budget of a second reading: pages that were read by OCR before are passed over."""

from functions.intake.reading.budget import Budget


class Further(Budget):
    """As Budget, for a letter of which some pages have been read.

    Of a document the pages that need OCR are asked for in the order of the file, and a budget
    grants them until it grants no more: those read before are the first ones.
    """

    def begin_again(self) -> None:
        """The reader begins the same document anew: the same pages are passed over."""
        super().begin_again()
        self._passed = 0

    def skip(self, pages: int) -> None:
        """The next document begins; this many of its pages were read by OCR before."""
        self.begin()
        self._known = pages
        self._passed = 0

    def spend_ocr_page(self) -> bool:
        """False for a page that was read before; else as Budget."""
        if self._passed < self._known:
            self._passed += 1
            return False
        return super().spend_ocr_page()
