"""Digits of which nobody can be certain, marked so that nobody takes them for facts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from functions.intake.reading.digits.reading import DigitRun
from functions.intake.reading.digits.signs import DIGITS, THAI, UNSURE
from functions.intake.reading.digits.words import Box

_THAI_DIGITS = str.maketrans(dict.fromkeys(THAI, UNSURE))
_ALL_DIGITS = str.maketrans(dict.fromkeys(DIGITS, UNSURE))
_DIGIT = f"[{''.join(sorted(DIGITS))}{UNSURE}]"
_NUMBER = re.compile(rf"{_DIGIT}(?:[-/.,:]?{_DIGIT})*")


@dataclass(frozen=True)
class PlacedRun:
    """A number that was read again, and where it stands: in the new text, and on the page."""

    run: DigitRun
    start: int
    end: int
    box: Box


@dataclass(frozen=True)
class Reread:
    """A page's text put right, and the numbers in it that may be in Thai digits.

    The digits of a number that is not sure are signs.UNSURE in the text, so that nobody
    can take them for facts; ``runs`` has what they seem to be. No number has both digits
    and marks: half a number is a wrong number.
    """

    text: str
    runs: tuple[PlacedRun, ...] = ()


def marked(engine: str) -> str:
    """The engine's own text: its Thai digits say only that there are digits."""
    return engine.translate(_THAI_DIGITS)


def unbroken(read: Reread) -> Reread:
    """The same without half numbers: where one digit is unsure, its whole number is."""
    spans = [*_half_sure(read.text)]
    spans += _side_by_side(read.runs)
    runs = tuple(
        replace(placed, run=placed.run.doubted()) if _meets(placed, spans) else placed
        for placed in read.runs
    )
    spans += [(placed.start, placed.end) for placed in runs if not placed.run.sure]
    text = read.text
    for start, end in spans:
        text = text[:start] + text[start:end].translate(_ALL_DIGITS) + text[end:]
    return Reread(text, runs)


def _half_sure(text: str) -> Iterator[tuple[int, int]]:
    for number in _NUMBER.finditer(text):
        if UNSURE in number.group() and DIGITS & {*number.group()}:
            yield number.span()


def _side_by_side(runs: Sequence[PlacedRun]) -> Iterator[tuple[int, int]]:
    """Two numbers without anything between are one, and what parts them was overlooked."""
    for one, other in pairwise(runs):
        if one.end == other.start:
            yield one.start, other.end


def _meets(placed: PlacedRun, spans: list[tuple[int, int]]) -> bool:
    return any(start < placed.end and placed.start < end for start, end in spans)
