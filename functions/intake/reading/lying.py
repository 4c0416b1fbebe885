"""How the picture that the engine read lies on the page that it was made from. Pure."""

import math
from collections.abc import Sequence
from itertools import pairwise

from functions.intake.reading.digits.words import Box

Size = tuple[int, int]
"""Width and height in pixels."""
Matrix = tuple[float, float, float, float, float, float]
_DECIMALS = 9
"""Of a share of the page for each pixel: a thousandth of a pixel at its far end."""


def back_to_page(degrees: float, seen: Size, page: Size) -> Matrix:
    """From a picture that was turned counter-clockwise to shares of the page that it was.

    Both have the same middle, as Pillow turns with ``expand``. In the order of SVG's matrix.
    """
    turn = math.radians(degrees)
    cos, sin = math.cos(turn), math.sin(turn)
    width, height = page
    across, down = seen[0] / 2, seen[1] / 2
    right = width / 2 - cos * across + sin * down
    below = height / 2 - sin * across - cos * down
    shares = (cos / width, sin / height, -sin / width, cos / height, right / width, below / height)
    a, b, c, d, e, f = (round(share, _DECIMALS) for share in shares)
    return a, b, c, d, e, f


def still_to_turn(lines: Sequence[Sequence[Box]]) -> int:
    """Degrees counter-clockwise after which lines run from left to right: 0, 90, 180 or 270.

    The engine also reads print that lies on its side, and gives its boxes as it lies.
    """
    steps = [step for line in lines for step in pairwise(line)]
    right = sum(after[0] + after[2] - before[0] - before[2] for before, after in steps)
    below = sum(after[1] + after[3] - before[1] - before[3] for before, after in steps)
    if abs(right) >= abs(below):
        return 0 if right >= 0 else 180
    return 90 if below > 0 else 270


def turned_box(box: Box, degrees: int, seen: Size) -> Box:
    """A box after a picture of that size was turned counter-clockwise by quarters."""
    left, top, right, bottom = box
    width, height = seen
    if degrees == 90:  # noqa: PLR2004 - a quarter
        return top, width - right, bottom, width - left
    if degrees == 180:  # noqa: PLR2004 - a half
        return width - right, height - bottom, width - left, height - top
    if degrees == 270:  # noqa: PLR2004 - three quarters
        return height - bottom, left, height - top, right
    return box


def turned_size(degrees: int, seen: Size) -> Size:
    """The same picture's size then."""
    return seen if degrees in {0, 180} else (seen[1], seen[0])
