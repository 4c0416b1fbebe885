"""How a page lies: the angle of its lines, and which way up it may be.

Rows of print make a page's row sums swing between full and empty; the swing is widest
when the lines are level.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Floats = NDArray[np.float32]

_LONG_SIDE = 640
"""Pixels: small enough to turn forty times in no time, lines still apart."""
_WIDEST = 10
"""Degrees looked at to either side; a page lies straighter or was meant to lie so."""
_FINE = 0.2
_FAINT = 16
"""Darkness below it is paper: what tells a page's direction is its print."""
_WORTH_TURNING = 0.4
"""Tesseract does not mind less; from about 4 degrees on it loses most of the page."""
_PLAINLY = 1.6
"""On drawn and scanned pages the right way swings 3 to 10 times as wide; tables less."""


def skew(page: Image.Image) -> float:
    """Degrees to turn a flattened grey page counter-clockwise so that its lines are level.

    0.0 when it lies straight enough, or when nothing on it has a direction.
    """
    marks = _marks(page)
    _, near = _best(marks, range(-_WIDEST, _WIDEST + 1))
    _, angle = _best(marks, [near + _FINE * step for step in range(-5, 6)])
    return round(angle, 1) if abs(angle) >= _WORTH_TURNING else 0.0


def likely_turns(page: Image.Image) -> tuple[int, ...]:
    """Quarter turns in degrees that may put a flattened grey page upright, likeliest first.

    Whether it lies upside down cannot be seen, only read.
    """
    marks = _marks(page)
    coarse = range(-_WIDEST, _WIDEST + 1, 2)
    level, _ = _best(marks, coarse)
    sideways, _ = _best(marks.on_its_side(), coarse)
    if sideways > level * _PLAINLY:
        return (90, 270)
    return (0, 180) if level > sideways * _PLAINLY else (0, 180, 90, 270)


@dataclass(frozen=True)
class _Marks:
    """Where a small picture of the page has ink, and how much: columns, rows, darkness."""

    across: Floats
    down: Floats
    dark: Floats

    def on_its_side(self) -> "_Marks":
        """After a quarter turn counter-clockwise."""
        return _Marks(self.down, -self.across, self.dark)


def _marks(page: Image.Image) -> _Marks:
    small = page.copy()
    small.thumbnail((_LONG_SIDE, _LONG_SIDE), Image.Resampling.BOX)
    ink = 255 - np.asarray(small, np.float32)
    down, across = np.nonzero(ink > _FAINT)
    return _Marks(across.astype(np.float32), down.astype(np.float32), ink[down, across])


def _best(marks: _Marks, angles: Iterable[float]) -> tuple[float, float]:
    """The widest swing and its angle; the smaller angle when swings are equal."""
    swing, _, angle = max((_swing(marks, angle), -abs(angle), angle) for angle in angles)
    return swing, angle


def _swing(marks: _Marks, angle: float) -> float:
    """How far neighbouring rows differ after turning; a mark between two rows is in both."""
    if not len(marks.dark):
        return 0.0
    slope = math.radians(angle)
    down = marks.down * math.cos(slope) - marks.across * math.sin(slope)
    down -= down.min()
    row = down.astype(np.int64)
    lower = marks.dark * (down - row)
    rows = np.append(np.bincount(row, marks.dark - lower), 0.0)
    rows += np.append(0.0, np.bincount(row, lower))
    return float((np.diff(rows, prepend=0.0, append=0.0) ** 2).sum())
