"""One run of digits read: what it says, in which digits, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from functions.intake.reading.digits.decoding import (
    PlacedSign,
    of_one_script,
    placed_signs,
    probability,
)
from functions.intake.reading.digits.network import Floats, likelihoods
from functions.intake.reading.digits.signs import DIGITS, LETTER, SIGNS, Script, script
from functions.intake.reading.digits.strip import BODY, Grey, Strip, body_band, cut

SURE = 0.9
"""A run read with at least this confidence may be used as a fact."""
SPACE = 0.42 * BODY
"""Columns of paper: where two signs have more between them there is a space."""
_INK = 0.35
"""Of black: a column that has nowhere more is paper."""
_TOUCHING = 2
"""Signs without a space between them and the run that may be digits of it after all."""
_DIGITS = np.array([sign in DIGITS for sign in SIGNS])


@dataclass(frozen=True)
class DigitRun:
    """What a stretch of print says; ``confidence`` (0 to 1) is that all of it is right.

    In ``text`` each letter is signs.LETTER: which letter it is, the reader does not know.
    """

    text: str
    confidence: float

    @property
    def script(self) -> Script:
        """Which digits it is written in."""
        return script(self.text)

    @property
    def sure(self) -> bool:
        """True when the run may be used as a fact."""
        plain = self.script in (Script.THAI, Script.ARABIC) and LETTER not in self.text
        return plain and self.confidence >= SURE

    def doubted(self) -> "DigitRun":
        """The same, not to be relied on."""
        return DigitRun(self.text, 0.0)


NOTHING_READ = DigitRun("", 0.0)


@dataclass(frozen=True)
class Seen:
    """A strip, what the network says of each of its steps, and the signs in it."""

    strip: Strip
    likely: Floats
    signs: tuple[PlacedSign, ...]

    def run(self, first: int, last: int) -> DigitRun:
        """The signs from ``first`` to ``last`` as a run.

        What stands around counts only as far as it touches the run and may belong to it: a
        ๗ taken for a letter leaves a shorter number, which by itself looks certain.
        """
        signs = self.signs[first : last + 1]
        if not signs:
            return NOTHING_READ
        begin = (self.signs[first - 1].last + signs[0].first + 1) // 2 if first else 0
        following = self.signs[last + 1 : last + 2]
        end = (signs[-1].last + following[0].first + 1) // 2 if following else len(self.likely)
        likely, signs = of_one_script(self.likely[begin:end], signs)
        before, behind = self.likely[self._touched(first, -1) : begin], self.likely[end:]
        behind = behind[: max(0, self._touched(last, 1) - end)]
        confidence = probability(likely, signs) * _no_digit(before) * _no_digit(behind)
        return DigitRun(self._spelt(first, signs), confidence)

    def gap(self, place: int) -> int:
        """The most columns of paper in a row before a sign, or after the last one."""
        begin = round(self.signs[place - 1].column) if place else 0
        end = round(self.signs[place].column) if place < len(self.signs) else len(self._paper)
        return _longest(self._paper[max(0, begin) : max(0, end)])

    def _touched(self, place: int, way: int) -> int:
        """The step at which the signs end that touch a run's last (or first) sign."""
        for _ in range(_TOUCHING):
            beyond = place + way
            if not 0 <= beyond < len(self.signs) or self.gap(max(place, beyond)) >= SPACE:
                break
            place = beyond
        return self.signs[place].last + 1 if way > 0 else self.signs[place].first

    def _spelt(self, first: int, signs: Sequence[PlacedSign]) -> str:
        text = ""
        for place, sign in enumerate(signs, first):
            text += (" " if text and self.gap(place) >= SPACE else "") + sign.text
        return text

    @cached_property
    def _paper(self) -> NDArray[np.bool_]:
        return np.asarray(self.strip.max(axis=0) < _INK)


def read_run(crop: Grey) -> DigitRun:
    """What a grey picture of a stretch of one line says; an empty run when there is none.

    The picture should have some paper around the digits; letters beside them do no harm.
    """
    if crop.ndim != 2 or not crop.size:  # noqa: PLR2004 - rows and columns
        return NOTHING_READ
    band = body_band(crop)
    if band is None:
        return NOTHING_READ
    (seen,) = read_strips([cut(crop, band, 0, crop.shape[1])])
    return seen.run(0, len(seen.signs) - 1)


def read_strips(strips: Sequence[Strip]) -> list[Seen]:
    """What each strip shows; together they are read faster than one by one."""
    return [
        Seen(strip, likely, placed_signs(likely))
        for strip, likely in zip(strips, likelihoods(strips), strict=True)
    ]


def _no_digit(likely: Floats) -> float:
    """How likely it is that no step shows a digit: the least of all of them."""
    return float(1 - np.exp(likely[:, _DIGITS]).sum(axis=1).max(initial=0))


def _longest(paper: NDArray[np.bool_]) -> int:
    """The length of the longest stretch of paper."""
    ends = np.flatnonzero(np.diff(np.concatenate(([0], paper.astype(np.int8), [0]))))
    return max((int(length) for length in ends[1::2] - ends[::2]), default=0)
