"""A picture of a page made even: grey, of a size that reads well, without shadows.

A telephone's picture in uneven light loses most of its text to OCR, at high confidence.
Divided by its own background the same picture reads like a scan.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter, ImageOps

Grey = NDArray[np.uint8]

_SHORT_SIDE = 1500
"""Of an A4 page at 180 dpi. More reads no better and costs time; noise averages out."""
_MOST_GROWTH = 2.0
_MOST_PIXELS = 20_000_000
"""A long strip (a screenshot of a conversation) keeps its width up to here."""
_REDUCIBLE = ("L", "RGB", "RGBA", "CMYK")
_SHRINK = 8
_PAPER = 245
"""Where paper ends up after stretching; what is lighter is white."""
_DARK_SHARE = 20
"""Percent of the ink taken as fully black."""
_NO_INK = 225
"""An empty sheet's "ink" is its grain, hardly darker than the paper: not to be stretched."""
_GRAINY = 12.0
"""Mean deviation of the paper from its own median: above it, grain hides thin strokes."""


def grey(picture: Image.Image) -> Image.Image:
    """One grey channel; what was transparent is paper."""
    if picture.width * picture.height > _MOST_PIXELS and picture.mode in _REDUCIBLE:
        picture = picture.reduce(2)  # before it is copied three times
    if "A" in picture.getbands() or "transparency" in picture.info:
        coloured = picture.convert("RGBA")
        paper = Image.new("RGBA", coloured.size, "white")
        picture = Image.alpha_composite(paper, coloured)
    if picture.mode.startswith("I"):  # 16 bits a pixel; Pillow's own conversion clips it
        values = np.asarray(picture, np.float32)
        return Image.fromarray((values / max(float(np.max(values)), 1) * 255).astype(np.uint8))
    return picture.convert("L")


def sized(page: Image.Image) -> Image.Image:
    """Scaled so that the short side is that of a page at 180 dpi, within reason."""
    scale = min(_SHORT_SIDE / min(page.size), _MOST_GROWTH)
    scale = min(scale, (_MOST_PIXELS / (page.width * page.height)) ** 0.5)
    size = (max(1, round(page.width * scale)), max(1, round(page.height * scale)))
    how = Image.Resampling.BOX if scale < 1 / 2 else Image.Resampling.LANCZOS
    return page.resize(size, how) if size != page.size else page


def flattened(page: Image.Image) -> Image.Image:
    """The page divided by its own background, ink stretched to black, grain taken out."""
    small = page.resize((_part(page.width), _part(page.height)), Image.Resampling.BOX)
    paper = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(12))
    even = np.asarray(page, np.float32)
    even = even / np.maximum(np.asarray(paper.resize(page.size, Image.Resampling.BILINEAR)), 1)
    even *= 255
    np.minimum(even, 255, out=even)
    return _without_grain(_stretched(even.astype(np.uint8)))


def ink_threshold(page: Grey) -> int:
    """Otsu's threshold: the grey value that best parts ink from paper."""
    share = np.array(Image.fromarray(page).histogram()) / page.size
    below, mean = np.cumsum(share), np.cumsum(share * np.arange(256))
    spread = np.where((below > 0) & (below < 1), below * (1 - below), np.inf)
    return int(np.argmax((mean[-1] * below - mean) ** 2 / spread))


def upright(picture: Image.Image) -> Image.Image:
    """Turned as the camera said (EXIF)."""
    return ImageOps.exif_transpose(picture)


def _part(pixels: int) -> int:
    return max(1, pixels // _SHRINK)


def _stretched(page: Grey) -> Grey:
    ink = page[page <= ink_threshold(page)]
    black = float(np.percentile(ink, _DARK_SHARE)) if ink.size else 0.0
    if black > _NO_INK:
        return page
    values = (np.arange(256) - black) / (_PAPER - black) * 255
    stretched: Grey = np.clip(values, 0, 255).astype(np.uint8)[page]
    return stretched


def _without_grain(page: Grey) -> Image.Image:
    picture = Image.fromarray(page)
    middle = tuple(np.s_[side * 3 // 8 : max(side * 5 // 8, 1)] for side in page.shape)
    return picture.filter(ImageFilter.MedianFilter(3)) if _is_grainy(page[middle]) else picture


def _is_grainy(page: Grey) -> bool:
    """Judged from the middle of a page: grain is the same all over."""
    soft = np.asarray(Image.fromarray(page).filter(ImageFilter.MedianFilter(3)))
    paper = soft > ink_threshold(page)
    off = np.abs(page.astype(np.int16) - soft)[paper]
    return bool(off.size) and float(off.mean()) > _GRAINY
