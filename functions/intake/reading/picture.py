"""Picture files: their frames as pages, within bounds."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from functions.intake.reading.budget import MOST_PIXELS, Budget
from functions.intake.reading.flatten import upright
from functions.intake.reading.ocr import EngineSource
from functions.intake.reading.page_ocr import read_page
from functions.intake.reading.refusals import Refusal, Unreadable
from shared.errors import NotConfigured
from shared.model.reading import Page, Reading

_FORMATS = ("JPEG", "PNG", "TIFF", "GIF", "BMP", "DIB", "WEBP", "MPO")
_SMALLEST_JPEG = 1600
"""A JPEG may be opened at a half or a quarter of its size, but not below this short side."""
_FAX = (1.5, 2.5)
"""A fax in standard resolution has 204 dots to the inch across and 98 down."""


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height as the file declares them, without opening the picture."""
    try:
        with _opened(content) as picture:
            return picture.size
    except Unreadable:
        return None


def read_picture(content: bytes, engine: EngineSource, budget: Budget) -> Reading:
    """Every frame as one page (a TIFF may have many; of an animation only the first).

    Raises Unreadable: corrupt, picture_too_large.
    """
    with _opened(content) as picture:
        frames = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
        pages: list[Page] = []
        for number in range(frames):
            if not budget.spend_ocr_page():
                break
            pages.append(_read_frame(picture, number, engine))
    return Reading(pages=tuple(pages), unread_pages=frames - len(pages))


@contextmanager
def _opened(content: bytes) -> Iterator[Image.Image]:
    with warnings.catch_warnings():
        # Pillow warns of large pictures (we measure them) and of odd metadata (we need none).
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(content), formats=_FORMATS) as picture:
                yield picture
        except (Unreadable, NotConfigured):
            raise
        except Image.DecompressionBombError:
            raise Unreadable(Refusal.PICTURE_TOO_LARGE) from None
        except (UnidentifiedImageError, Exception):  # noqa: BLE001 - Pillow may raise anything
            raise Unreadable(Refusal.CORRUPT) from None


def _read_frame(picture: Image.Image, number: int, engine: EngineSource) -> Page:
    if number:
        picture.seek(number)
    if picture.width * picture.height > MOST_PIXELS:
        raise Unreadable(Refusal.PICTURE_TOO_LARGE)
    if picture.format == "JPEG":
        scale = max(1, min(picture.size) // _SMALLEST_JPEG)
        picture.draft("L", (picture.width // scale, picture.height // scale))
    return read_page(_square(upright(picture)), engine())


def _square(picture: Image.Image) -> Image.Image:
    """A fax's pixels are higher than wide; letters are read as they should look."""
    across, down = picture.info.get("dpi", (1, 1))
    stretch = float(across) / float(down) if across and down else 1.0
    if not _FAX[0] <= stretch <= _FAX[1]:
        return picture
    return picture.resize((picture.width, round(picture.height * stretch)))
