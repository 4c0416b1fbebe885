"""What happens to a page on its way: scanners, phones and faxes. Pure: same page, same bytes.

A page comes in drawn at 300 dots to the inch, grey, and leaves as the file that arrives.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from io import BytesIO

import numpy as np
from PIL import Image, ImageFilter

from benchmarks.reading_bench.photo import clipped, on_a_table

DRAWN_AT = 300
"""Dots to the inch of the pages that come in."""
_INCHES = 8.27
"""The width of an A4 page; 204 dots to the inch are 1,728 across the drum of a fax."""
_FAX = (204, 98)
_SMOOTH = Image.Resampling.BICUBIC
_GOOD, _POOR = 85, 12
"""JPEG qualities: what scanners write, and what chat programs leave of a picture."""

Worn = Callable[[Image.Image, int], bytes]
"""A page and a seed into a file."""


def clean(page: Image.Image, seed: int) -> bytes:
    """As drawn."""
    del seed
    return _saved(page, "PNG", dpi=(DRAWN_AT, DRAWN_AT))


def scanned(
    page: Image.Image,
    seed: int,
    *,
    dots_per_inch: int = 200,
    skew: float = 0.0,
    blur: float = 0.5,
    quality: int = _GOOD,
    turn: int = 0,
) -> bytes:
    """An office scanner: off-white paper, some noise. ``skew`` and ``turn`` in degrees."""
    sheet = _grey_scan(page, seed, dots_per_inch, skew, blur)
    dots = (dots_per_inch, dots_per_inch)
    return _saved(sheet.rotate(turn, expand=True), "JPEG", quality=quality, dpi=dots)


def photographed(page: Image.Image, seed: int) -> bytes:
    """A phone's photo as it is sent."""
    return _saved(on_a_table(page, seed), "JPEG", quality=70)


def faxed(page: Image.Image, seed: int) -> bytes:
    """A fax in standard resolution: black or white, 204 dots to the inch across, 98 down."""
    return fax_of([page], seed)


def fax_of(pages: Sequence[Image.Image], seed: int) -> bytes:
    """Several pages as a fax machine stores them: one TIFF."""
    return _all_saved([_fax(page, seed + n) for n, page in enumerate(pages)], "TIFF",
                      compression="group4", dpi=_FAX)  # fmt: skip


def scanned_pdf(pages: Sequence[Image.Image], seed: int) -> bytes:
    """Several pages from an office scanner at 150 dots to the inch: one PDF of pictures."""
    sheets = [_grey_scan(page, seed + n, 150, 0.7, 0.5) for n, page in enumerate(pages)]
    return _all_saved(sheets, "PDF", resolution=150, quality=_GOOD)


CONDITIONS: Mapping[str, Worn] = {
    "clean": clean,
    "200 dpi": scanned,
    "150 dpi": partial(scanned, dots_per_inch=150),
    "skew 4°": partial(scanned, skew=4.0),
    "blurred": partial(scanned, blur=2.0),
    "uneven light": photographed,
    "JPEG low quality": partial(scanned, dots_per_inch=150, quality=_POOR),
    "fax": faxed,
    "rotated 90°": partial(scanned, turn=90),
    "rotated 180°": partial(scanned, turn=180),
}
"""The rows of the benchmark."""


def _grey_scan(
    page: Image.Image, seed: int, dots_per_inch: int, skew: float, blur: float
) -> Image.Image:
    random = np.random.default_rng(seed)
    width = round(dots_per_inch * _INCHES)
    sheet = page.resize((width, round(width * page.height / page.width)), Image.Resampling.LANCZOS)
    turned = sheet.rotate(skew, _SMOOTH, fillcolor=255) if skew else sheet
    soft = np.asarray(turned.filter(ImageFilter.GaussianBlur(blur)), np.float32)
    return Image.fromarray(clipped(22 + soft * 0.88 + random.normal(0, 3, soft.shape)))


def _fax(page: Image.Image, seed: int) -> Image.Image:
    random = np.random.default_rng(seed)
    across = round(_FAX[0] * _INCHES)
    down = round(_FAX[1] * _INCHES * page.height / page.width)
    sheet = np.asarray(page.resize((across, down), Image.Resampling.BOX), np.float32)
    ragged = sheet + random.normal(0, 12, sheet.shape)
    ragged[random.random(sheet.shape) < _SPECKS] = 0
    return Image.fromarray((ragged > _FAX_PAPER).astype(np.uint8) * 255).convert("1")


_SPECKS = 0.0001
_FAX_PAPER = 160


def _all_saved(pages: Sequence[Image.Image], form: str, **settings: object) -> bytes:
    return _saved(pages[0], form, save_all=True, append_images=pages[1:], **settings)


def _saved(picture: Image.Image, form: str, **settings: object) -> bytes:
    written = BytesIO()
    picture.save(written, form, **settings)
    return written.getvalue()
