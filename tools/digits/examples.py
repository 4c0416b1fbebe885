"""Examples for the reader: strips cut from degraded lines, each with what it says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image

from functions.intake.reading.digits.signs import LETTER, SIGNS
from functions.intake.reading.digits.strip import Band, Strip, body_band, cut
from functions.intake.reading.flatten import flattened
from tools.digits.degrading import DEGRADATIONS, skewed
from tools.digits.drawing import Drawn, Sign, drawn, ruled
from tools.digits.fonts import family, size_for_body
from tools.digits.wording import line

_KNOWN = frozenset(SIGNS)
_LONGEST = 200
"""Columns of a strip to learn from."""
_PER_LINE = 5


@dataclass(frozen=True)
class Example:
    """A strip and the numbers of its signs, from left to right."""

    strip: Strip
    signs: tuple[int, ...]


def examples(fonts: Sequence[Path], random: Random) -> Iterator[Example]:
    """Without end."""
    families = sorted({family(font) for font in fonts})
    by_family = [[font for font in fonts if family(font) == name] for name in families]
    while True:
        yield from _of_one_line(random.choice(random.choice(by_family)), random)


def degraded(picture: Image.Image, random: Random) -> Image.Image:
    """Up to two degradations at random, and often a little turned."""
    for name in random.sample(sorted(DEGRADATIONS), random.choice((0, 0, 1, 1, 1, 1, 2, 2))):
        picture = DEGRADATIONS[name](picture, random)
    return skewed(picture, random) if random.random() < 0.5 else picture


def _of_one_line(font: Path, random: Random) -> Iterator[Example]:
    body = min(max(random.lognormvariate(np.log(15.5), 0.25), 9), 30)
    size = size_for_body(font, body)
    one = drawn(line(random, random.randint(3, 7)), font, size, margin=int(body))
    if random.random() < 0.12:
        one = ruled(one, random)
    page = np.asarray(flattened(degraded(one.picture, random)))
    for _ in range(_PER_LINE):
        yield from _one(page, one, body, random)


def _one(page: np.ndarray, one: Drawn, body: float, random: Random) -> Iterator[Example]:
    signs = _stretch(one.signs, random)
    left, right = round(signs[0].left + random.uniform(-1, 1)), round(signs[-1].right)
    around = int(random.uniform(0.5, 8) * body)
    band = body_band(page[:, max(0, left - around) : right + around])
    if band is None or right - left < 3:
        return
    band = _jittered(band, one, body, random)
    strip = cut(page, band, left, right + random.randint(0, 1))
    if strip.shape[1] <= _LONGEST:
        yield Example(strip, _labels(signs))


def _stretch(signs: Sequence[Sign], random: Random) -> Sequence[Sign]:
    start = random.randrange(len(signs))
    return signs[start : start + random.randint(1, 14)]


def _jittered(band: Band, one: Drawn, body: float, random: Random) -> Band:
    """The band as found, unless it is plainly off; and now and then a little off."""
    top = one.baseline - body
    if abs(band.top - top) > body * 0.5 or abs(band.bottom - one.baseline) > body * 0.5:
        band = Band(round(top), one.baseline)
    slack = body * 0.08
    return Band(
        round(band.top + random.gauss(0, slack)), round(band.bottom + random.gauss(0, slack))
    )


def _labels(signs: Sequence[Sign]) -> tuple[int, ...]:
    """Spaces say nothing, and letters that follow one another are one."""
    printed = [sign.text for sign in signs if not sign.text.isspace()]
    text = "".join(sign if sign in _KNOWN and sign != LETTER else LETTER for sign in printed)
    while LETTER * 2 in text:
        text = text.replace(LETTER * 2, LETTER)
    return tuple(SIGNS.index(sign) for sign in text)
