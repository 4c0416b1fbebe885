"""A stretch of a line of print, cut out so that its letters always have the same size.

The reader's network sees strips of one height in which the body of the letters (what lies
between the line they stand on and the top of a Thai consonant or digit) fills the same
rows, whatever the print's size, with room above for tails and tone marks and below for
slashes.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Grey = NDArray[np.uint8]
Strip = NDArray[np.float32]
"""Ink from 0 (paper) to 1 (black): HEIGHT rows."""

HEIGHT = 32
BODY = 16
ABOVE = 9
"""Rows over the body: Arabic digits and the tails of ๖ ๗ ๙ stand higher than it."""
_BUSY = 0.42
"""Of the most strokes that any row crosses: a row of the body crosses at least so many."""
_GAP = 2
"""Rows within a body that may cross fewer."""
_FLATTEST = 6
_LEAST_CONTRAST = 40
"""Grey values between ink and paper: less is an empty stretch."""


@dataclass(frozen=True)
class Band:
    """The rows of a picture that the body of a line fills: first, and first after."""

    top: int
    bottom: int


def body_band(picture: Grey) -> Band | None:
    """Where the body of the one line in the picture stands; None when there is no line.

    Rows are judged by how many strokes they cross, not by how much ink they have: a ruled
    line has much ink but is one stroke.
    """
    strokes = _strokes(picture)
    if not strokes.size or float(np.max(strokes)) < 1:
        return None
    best, start, quiet = (0.0, 0, 0), -1, 0
    for row, busy in enumerate(
        [*(strokes >= _BUSY * float(np.max(strokes))), *[False] * (_GAP + 1)]
    ):
        if busy:
            start, quiet = (row if start < 0 else start), 0
        elif start >= 0:
            quiet += 1
            if quiet > _GAP:
                end = row - quiet + 1
                best = max(best, (float(strokes[start:end].sum()), start, end))
                start = -1
    _, top, bottom = best
    return Band(top, bottom) if bottom - top >= _FLATTEST else None


def cut(picture: Grey, band: Band, left: int, right: int) -> Strip:
    """The columns from ``left`` to ``right``, scaled so that the band fills the body's rows."""
    scale = BODY / (band.bottom - band.top)
    top = band.top - ABOVE / scale
    bottom = top + HEIGHT / scale
    part = _padded(picture, int(np.floor(top)), int(np.ceil(bottom)), left, right)
    width = max(1, round((right - left) * scale))
    box = (0.0, top - np.floor(top), float(part.shape[1]), bottom - np.floor(top))
    small = Image.fromarray(part).resize((width, HEIGHT), Image.Resampling.BILINEAR, box=box)
    return _ink(np.asarray(small, np.float32))


def dark(picture: Grey) -> NDArray[np.bool_]:
    """Which pixels are ink; none in a picture without contrast."""
    low, high = np.percentile(picture, (1, 95)) if picture.size else (0, 0)
    if high - low < _LEAST_CONTRAST:
        return np.zeros(picture.shape, np.bool_)
    inked: NDArray[np.bool_] = picture < (low + high) / 2
    return inked


def _strokes(picture: Grey) -> NDArray[np.float32]:
    """How often each row goes from paper to ink, smoothed over three rows."""
    inked = dark(picture)
    if not inked.any():
        return np.zeros(0, np.float32)
    begins = np.count_nonzero(inked[:, 1:] & ~inked[:, :-1], axis=1) + inked[:, 0]
    smooth: NDArray[np.float32] = np.convolve(begins, (0.25, 0.5, 0.25), "same").astype(np.float32)
    return smooth


def _padded(picture: Grey, top: int, bottom: int, left: int, right: int) -> Grey:
    """The part, with paper where it reaches over the picture's edge."""
    rows, columns = picture.shape
    part = picture[max(0, top) : max(0, bottom), max(0, left) : max(0, right)]
    missing = (
        (max(0, -top), max(0, bottom - max(rows, top))),
        (max(0, -left), max(0, right - max(columns, left))),
    )
    return np.pad(part, missing, constant_values=255)


def _ink(values: Strip) -> Strip:
    low, high = np.percentile(values, (1, 90))
    if high - low < _LEAST_CONTRAST:
        return np.zeros_like(values)
    ink: Strip = np.clip((high - values) / (high - low), 0, 1).astype(np.float32)
    return ink
