"""Picture files: their frames as pages, within bounds."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from functions.intake.reading.budget import MOST_PIXELS, Budget
from functions.intake.reading.flatten import upright
from functions.intake.reading.ocr import EngineSource
from functions.intake.reading.page_ocr import read_page
from functions.intake.reading.refusals import Refusal, Unreadable
from shared.errors import NotConfigured
from shared.model.reading import Page, Reading

_FORMATS = ("JPEG", "PNG", "TIFF", "GIF", "BMP", "DIB", "WEBP", "AVIF", "HEIF")
_SMALLEST_JPEG = 1600
"""A JPEG may be opened at a half or a quarter of its size, but not below this short side."""
_MOST_FRAMES = 2_000
"""Of one TIFF; to count them takes a second already."""
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

    Raises Unreadable: corrupt, picture_too_large, too_large, too_many_pages.
    """
    with _opened(content) as picture:
        frames = _frames(picture)
        budget.expect(frames)
        pages: list[Page] = []
        for number in range(frames):
            if not budget.spend_ocr_page():
                continue  # a later frame may be wanted where the first were read before
            pages.append(_read_frame(picture, number, engine))
            budget.note(pages[-1])
    return Reading(pages=tuple(pages), unread_pages=frames - len(pages))


@contextmanager
def _opened(content: bytes) -> Iterator[Image.Image]:
    if content[4:8] == b"ftyp":
        _learn_heif()
    with warnings.catch_warnings():
        # Pillow warns of large pictures (we measure them) and of odd metadata (we need none).
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(content), formats=_FORMATS) as picture:
                yield picture
        except (Unreadable, NotConfigured):
            raise
        except MemoryError:
            raise Unreadable(Refusal.TOO_LARGE) from None
        except Image.DecompressionBombError:
            raise Unreadable(Refusal.PICTURE_TOO_LARGE) from None
        except (UnidentifiedImageError, Exception):  # noqa: BLE001 - Pillow may raise anything
            raise Unreadable(Refusal.CORRUPT) from None


@cache
def _learn_heif() -> None:
    """Pillow itself does not know what an iPhone takes."""
    import pi_heif  # noqa: PLC0415 - a tenth of a second that few letters need

    pi_heif.register_heif_opener(thumbnails=False)


def _frames(picture: Image.Image) -> int:
    """Counted one by one, for each may name the next as it likes; left at the first."""
    if picture.format != "TIFF":
        return 1
    with suppress(EOFError):
        for number in range(1, _MOST_FRAMES + 1):
            picture.seek(number)
        raise Unreadable(Refusal.TOO_MANY_PAGES)
    frames = picture.tell() + 1
    picture.seek(0)
    return frames


def _read_frame(picture: Image.Image, number: int, engine: EngineSource) -> Page:
    if number:
        picture.seek(number)
    if picture.width * picture.height > MOST_PIXELS:
        raise Unreadable(Refusal.PICTURE_TOO_LARGE)
    if picture.format == "JPEG":
        scale = max(1, min(picture.size) // _SMALLEST_JPEG)
        picture.draft("L", (picture.width // scale, picture.height // scale))
    page = read_page(_square(upright(picture)), engine())
    return page.model_copy(update={"number": number + 1})


def _square(picture: Image.Image) -> Image.Image:
    """A fax's pixels are higher than wide; letters are read as they should look."""
    across, down = picture.info.get("dpi", (1, 1))
    stretch = float(across) / float(down) if across and down else 1.0
    if not _FAX[0] <= stretch <= _FAX[1]:
        return picture
    return picture.resize((picture.width, round(picture.height * stretch)))
