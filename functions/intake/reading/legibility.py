"""How far a page read by OCR can be trusted, 0 to 1.

The engine's confidence says how sure it is of what it saw, not what it overlooked: a page
that lost most of its text can have 0.93. So the ink that lies in no recognised word
counts as well, and so does Thai that is not spelt as Thai.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from functions.intake.reading.flatten import ink_threshold
from functions.intake.reading.likeness import likeness
from functions.intake.reading.ocr import Recognised, composed

Mask = NDArray[np.bool_]

_SURE = 0.9
"""The engine's mean confidence on pages that it reads without error."""
_LOST = 0.6
"""... and on pages turned upside down, of which nothing is right."""
_LONGEST_STROKE = 1 / 12
"""Of the page's width: a longer straight run of ink is a ruled line, not a letter."""
_THICKEST_STROKE = 1 / 90
"""Of the page's width: thicker ink both ways is a picture, a stamp's filling, a margin."""
_MOSTLY_LETTERS = 0.1
_DARK = 200
_REDUCED = 2
"""Judged at half the size: a quarter of the work, and strokes still stand apart."""
_LEAST_INK = 1 / 2000
"""Of the page: less is specks on an empty sheet."""


def legibility(page: Image.Image, read: Recognised) -> float:
    """How much of a flattened page was read, times how likely it is right."""
    sure = min(max((read.confidence - _LOST) / (_SURE - _LOST), 0.0), 1.0)
    small = page.reduce(_REDUCED)
    return round(_covered(_letters(_ink(small)), read) * sure * likeness(composed(read.text)), 2)


def is_empty_sheet(page: Image.Image) -> bool:
    """True when a flattened page has no ink but specks."""
    return float(np.mean(_ink(page))) < _LEAST_INK


def _ink(page: Image.Image) -> Mask:
    values = np.asarray(page)
    ink: Mask = values <= min(ink_threshold(values), _DARK)
    return ink


def _covered(ink: Mask, read: Recognised) -> float:
    """The share of the ink that lies in recognised words, marks above and below included."""
    inside = np.zeros_like(ink)
    for word in read.words:
        left, top, right, bottom = word.box
        margin = max(3, (bottom - top) // 4)
        rows = slice(max(0, top - margin) // _REDUCED, -(-(bottom + margin) // _REDUCED))
        columns = slice(max(0, left - margin) // _REDUCED, -(-(right + margin) // _REDUCED))
        inside[rows, columns] = True
    return float(np.sum(ink & inside)) / max(1.0, float(np.sum(ink)))


def _letters(ink: Mask) -> Mask:
    """Ink that may be letters: no ruled lines, no solid areas."""
    long, thick = int(ink.shape[1] * _LONGEST_STROKE), int(ink.shape[1] * _THICKEST_STROKE)
    ruled = _runs(ink, max(long, 20)) | _runs(ink.T, max(long, 20)).T
    solid = _runs(ink, max(thick, 6)) & _runs(ink.T, max(thick, 6)).T
    letters: Mask = ink & ~ruled & ~solid
    # Letters that fill the picture are as thick as what is left out elsewhere.
    return letters if np.sum(letters) >= np.sum(ink) * _MOSTLY_LETTERS else ink


def _runs(ink: Mask, length: int) -> Mask:
    """The ink that lies in horizontal runs of at least ``length``."""
    if ink.shape[1] < length:
        return np.zeros_like(ink)
    sums = np.cumsum(np.pad(ink, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    starts = (sums[:, length:] - sums[:, :-length]) == length
    reach = np.cumsum(np.pad(starts, ((0, 0), (length, length - 1))), axis=1, dtype=np.int32)
    runs: Mask = (reach[:, length:] - reach[:, :-length]) > 0
    return runs
