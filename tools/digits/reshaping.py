"""Strips made wider, narrower and slanted: shapes between those that the fonts have."""

from random import Random

import numpy as np
from numpy.typing import NDArray

from functions.intake.reading.digits.strip import ABOVE, BODY, HEIGHT

Floats = NDArray[np.float32]

_UNCHANGED = 0.4
"""So many strips stay as they are."""
_NARROWEST, _WIDEST = 0.88, 1.18
_STEEPEST = 0.14
"""Columns for each row: italics have 0.2, and are among the fonts."""


def reshaped(strip: NDArray[np.floating], random: Random) -> Floats:
    """The strip, most often stretched and slanted a little; letters stay on their line."""
    ink = strip.astype(np.float32)
    if random.random() < _UNCHANGED:
        return ink
    stretch, slant = random.uniform(_NARROWEST, _WIDEST), random.uniform(-_STEEPEST, _STEEPEST)
    middle = ABOVE + BODY / 2
    columns = np.arange(max(1, round(ink.shape[1] * stretch)), dtype=np.float32) / stretch
    rows = np.arange(HEIGHT, dtype=np.float32)[:, None]
    return _at(ink, columns + slant * (rows - middle))


def _at(ink: Floats, columns: Floats) -> Floats:
    """Each row's values at the given columns, between two columns the mean; outside, paper."""
    padded = np.pad(ink, ((0, 0), (1, 1)))
    wanted = np.clip(columns + 1, 0, padded.shape[1] - 1.001)
    left = wanted.astype(np.intp)
    part = wanted - left
    rows = np.arange(len(ink))[:, None]
    values: Floats = padded[rows, left] * (1 - part) + padded[rows, left + 1] * part
    return values
