"""How a page lies: the angle of its lines, and which way up it may be.

Rows of print make a page's row sums swing between full and empty; the swing is widest
when the lines are level.
"""

from collections.abc import Iterable

import numpy as np
from PIL import Image

_LONG_SIDE = 640
"""Pixels: small enough to turn forty times in a tenth of a second, lines still apart."""
_WIDEST = 10
"""Degrees looked at to either side; a page lies straighter or was meant to lie so."""
_FINE = 0.2
_WORTH_TURNING = 0.4
"""Tesseract does not mind less; from about 4 degrees on it loses most of the page."""
_PLAINLY = 1.6
"""On drawn and scanned pages the right way swings 3 to 10 times as wide; tables less."""


def skew(page: Image.Image) -> float:
    """Degrees to turn a flattened grey page counter-clockwise so that its lines are level.

    0.0 when it lies straight enough, or when nothing on it has a direction.
    """
    ink = _ink(page)
    _, near = _best(ink, range(-_WIDEST, _WIDEST + 1))
    _, angle = _best(ink, [near + _FINE * step for step in range(-5, 6)])
    return round(angle, 1) if abs(angle) >= _WORTH_TURNING else 0.0


def likely_turns(page: Image.Image) -> tuple[int, ...]:
    """Quarter turns in degrees that may put a flattened grey page upright, likeliest first.

    Whether it lies upside down cannot be seen, only read.
    """
    ink = _ink(page)
    coarse = range(-_WIDEST, _WIDEST + 1, 2)
    level, _ = _best(ink, coarse)
    sideways, _ = _best(ink.transpose(Image.Transpose.ROTATE_90), coarse)
    if sideways > level * _PLAINLY:
        return (90, 270)
    return (0, 180) if level > sideways * _PLAINLY else (0, 180, 90, 270)


def _ink(page: Image.Image) -> Image.Image:
    """Small and inverted, so that what turning brings in counts as empty."""
    small = page.copy()
    small.thumbnail((_LONG_SIDE, _LONG_SIDE), Image.Resampling.BOX)
    return Image.fromarray(255 - np.asarray(small))


def _best(ink: Image.Image, angles: Iterable[float]) -> tuple[float, float]:
    """The widest swing and its angle; the smaller angle when swings are equal."""
    swing, _, angle = max((_swing(ink, angle), -abs(angle), angle) for angle in angles)
    return swing, angle


def _swing(ink: Image.Image, angle: float) -> float:
    turned = ink.rotate(angle, resample=Image.Resampling.BILINEAR) if angle else ink
    rows = np.asarray(turned, np.float32).sum(axis=1)
    return float((np.diff(rows) ** 2).sum())
