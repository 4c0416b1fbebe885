"""A PDF through pdfium: the other opinion on its text, and its pages as pictures."""

from types import TracebackType
from typing import Any, Self

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image

from functions.intake.reading.refusals import Refusal, Unreadable

_SHORT_SIDE = 1500
"""Pixels of the drawn page's short side: A4 at 180 dpi."""
_MOST_SCALE = 300 / 72
_LONG_SIDE = 8000
_WIDEST_PAGE = 14_400
"""Points: the largest page that PDF readers allow (ISO 32000-1, annex C), five metres."""
_THINNEST = 24
"""Pixels of a drawn page's short side: no line of print fits into less."""
_MOST_OBJECTS = 2000
"""Looked at on one page to find its pictures; a drawing may have a million."""


class PdfiumPages:
    """One PDF opened with pdfium; close it, its memory is not Python's."""

    def __init__(self, content: bytes) -> None:
        """Raises Unreadable: password, corrupt."""
        try:
            self._document = pdfium.PdfDocument(content)
        except pdfium.PdfiumError as error:
            locked = error.err_code == pdfium_c.FPDF_ERR_PASSWORD
            raise Unreadable(Refusal.PASSWORD if locked else Refusal.CORRUPT) from None
        self._document.init_forms()
        self.pages = len(self._document)

    def __enter__(self) -> Self:
        """Use with ``with``."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the memory back."""
        self._document.close()

    def text(self, number: int) -> str:
        """The text layer of a page (from 0)."""
        page = self._document[number]
        layer = page.get_textpage()
        try:
            return str(layer.get_text_range()).replace("\r\n", "\n")
        finally:
            layer.close()
            page.close()

    def picture_share(self, number: int) -> float:
        """How much of a page its largest picture covers, 0 to 1."""
        page = self._document[number]
        try:
            area = page.get_width() * page.get_height()
            return max((_area(each) / area for each in _pictures(page)), default=0.0)
        finally:
            page.close()

    def is_empty(self, number: int) -> bool:
        """True when nothing at all is drawn on a page."""
        page = self._document[number]
        try:
            drawn = pdfium_c.FPDFPage_CountObjects(page) + pdfium_c.FPDFPage_GetAnnotCount(page)
            return int(drawn) == 0
        finally:
            page.close()

    def picture(self, number: int) -> Image.Image:
        """A page drawn in grey, fields and annotations included.

        Raises Unreadable(picture_too_large) when nothing on it could be seen at that size.
        """
        page = self._document[number]
        try:
            drawn = page.render(scale=_scale(*page.get_size()), grayscale=True)
            picture: Image.Image = drawn.to_pil()
            return picture.copy()
        finally:
            page.close()


def _scale(width: float, height: float) -> float:
    scale = min(_SHORT_SIDE / min(width, height), _LONG_SIDE / max(width, height), _MOST_SCALE)
    if max(width, height) > _WIDEST_PAGE or min(width, height) * scale < _THINNEST:
        raise Unreadable(Refusal.PICTURE_TOO_LARGE)
    return scale


def _pictures(page: Any) -> list[Any]:
    found = page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    return [each for each, _ in zip(found, range(_MOST_OBJECTS), strict=False)]


def _area(picture: Any) -> float:
    left, bottom, right, top = map(float, picture.get_bounds())
    return max(0.0, right - left) * max(0.0, top - bottom)
