"""Examples for the reader: strips cut from worn lines of print, each with what it says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image

from functions.intake.reading.digits.signs import DIGITS, LETTER, SIGNS
from functions.intake.reading.digits.strip import Band, Grey, Strip, body_band, cut
from functions.intake.reading.flatten import flattened
from tools.digits.degrading import DEGRADATIONS, skewed
from tools.digits.drawing import Drawn, Sign, drawn, in_a_form
from tools.digits.fonts import family, size_for_body
from tools.digits.wording import line

_KNOWN = frozenset(SIGNS) - {LETTER, ""}
_BODY, _SPREAD, _LOWEST, _HIGHEST = 15.0, 0.22, 9.5, 26.0
"""Pixels of a letter's body at 180 dots to the inch: print of 10 to 24 points."""
_PER_LINE = 5
_LONGEST = 300
"""Columns of a strip to learn from."""
_NARROWEST = 3
_IN_FORMS = 0.1
_ANYWHERE = 0.3
"""So many of the strips begin and end anywhere; the others have whole numbers."""
_OFF = 0.5
"""Bodies by which a line may be sought too high or low before the example teaches nothing."""


@dataclass(frozen=True)
class Example:
    """A strip and the numbers of its signs, from left to right."""

    strip: Strip
    signs: tuple[int, ...]


def examples(fonts: Sequence[Path], random: Random) -> Iterator[Example]:
    """Without end; every family of fonts has the same share."""
    families = sorted({family(font) for font in fonts})
    by_family = [[font for font in fonts if family(font) == name] for name in families]
    while True:
        yield from _of_one_line(random.choice(random.choice(by_family)), random)


def worn(picture: Image.Image, random: Random) -> Image.Image:
    """Up to two degradations at random, and half of the time a little turned."""
    for name in random.sample(sorted(DEGRADATIONS), random.choice((0, 1, 1, 1, 2))):
        picture = DEGRADATIONS[name](picture, random)
    return skewed(picture, random) if random.choice((True, False)) else picture


def _of_one_line(font: Path, random: Random) -> Iterator[Example]:
    body = min(max(random.lognormvariate(log(_BODY), _SPREAD), _LOWEST), _HIGHEST)
    text = line(random, random.randint(4, 8))
    one = drawn(text, font, size_for_body(font, body), margin=round(body))
    if random.random() < _IN_FORMS:
        one = in_a_form(one, random)
    page = np.asarray(flattened(worn(one.picture, random)))
    for _ in range(_PER_LINE):
        yield from _one(page, one, body, random)


def _one(page: Grey, one: Drawn, body: float, random: Random) -> Iterator[Example]:
    first, last = _stretch(one.signs, random)
    left = _edge(one.signs, first, -1, body, random)
    right = _edge(one.signs, last, 1, body, random)
    around = round(random.uniform(0.5, 8) * body)
    band = body_band(page[:, max(0, left - around) : right + around])
    if band is None or right - left < _NARROWEST:
        return
    strip = cut(page, _as_found(band, one, body, random), left, right)
    if strip.shape[1] <= _LONGEST:
        yield Example(strip, _labels(one.signs[first : last + 1]))


def _stretch(signs: Sequence[Sign], random: Random) -> tuple[int, int]:
    """The first and the last sign of a stretch: mostly whole numbers with their neighbours."""
    numeric = [place for place, sign in enumerate(signs) if sign.text in DIGITS]
    if random.random() < _ANYWHERE or not numeric:
        first = random.randrange(len(signs))
        return first, min(first + random.randrange(12), len(signs) - 1)
    first = last = random.choice(numeric)
    while last + 1 < len(signs) and signs[last + 1].text in _KNOWN:
        last += 1
    while first and signs[first - 1].text in _KNOWN:
        first -= 1
    before, after = random.choice((0, 0, 1, 3)), random.choice((0, 0, 1, 3))
    return max(0, first - before), min(len(signs) - 1, last + after)


def _edge(signs: Sequence[Sign], place: int, way: int, body: float, random: Random) -> int:
    """Where a stretch is cut off: at the sign's end, or in the space that follows it."""
    end = signs[place].left if way < 0 else signs[place].right
    beyond = place + way
    free = not 0 <= beyond < len(signs) or signs[beyond].text == " "
    return round(end + way * body * (random.uniform(0, 0.4) if free else random.gauss(0, 0.04)))


def _as_found(band: Band, one: Drawn, body: float, random: Random) -> Band:
    """The band as found, unless it is plainly off; and always a little off."""
    if max(abs(band.bottom - one.baseline), abs(band.top + body - one.baseline)) > body * _OFF:
        band = Band(round(one.baseline - body), one.baseline)
    slack = body * 0.07
    return Band(
        round(band.top + random.gauss(0, slack)), round(band.bottom + random.gauss(0, slack))
    )


def _labels(signs: Sequence[Sign]) -> tuple[int, ...]:
    """Spaces say nothing; whatever is no digit and no separator is a letter."""
    printed = (sign.text for sign in signs if not sign.text.isspace())
    return tuple(SIGNS.index(sign if sign in _KNOWN else LETTER) for sign in printed)
