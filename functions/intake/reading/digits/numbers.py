"""The numbers among the signs of a strip."""

from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from functions.intake.reading.digits.reading import SPACE, DigitRun, Seen
from functions.intake.reading.digits.signs import DIGITS, LETTER
from functions.intake.reading.digits.strip import BODY

_WITHIN = frozenset("/-.,:")
"""Separators that stand within a number."""
_STOPS = frozenset(".,:")
"""Separators after which a space ends the number: "๓๓, ๓๙" are two."""
_PARTED = 1.3 * BODY
"""Columns of paper between two numbers, as in a table."""
_HOLDING = frozenset("-,")
"""Separators that stand between digits and never between a digit and a letter."""
_TOUCHING = 0.25 * BODY
"""Columns of paper: a letter this near behind a number may be a digit of it, or hide a slash."""
_UNEVEN = 1.32
"""Times the usual distance of a number's digits: so far apart they may have lost a separator."""


@dataclass(frozen=True)
class Number:
    """A number in a strip: the places of its first and last sign, both digits."""

    first: int
    last: int
    run: DigitRun


def numbers(seen: Seen) -> list[Number]:
    """All numbers, from left to right; one that may go on outside of the strip is unsure."""
    found, start = [], 0
    for end in range(1, len(seen.signs) + 1):
        if end < len(seen.signs) and _goes_on(seen, end):
            continue
        digits = [n for n in range(start, end) if seen.signs[n].text in DIGITS]
        if digits:
            found.append(_number(seen, digits[0], digits[-1]))
        start = end
    return found


def _number(seen: Seen, first: int, last: int) -> Number:
    run = seen.run(first, last)
    doubts = (_may_go_on, _touches_letters, _is_uneven)
    return Number(
        first, last, run.doubted() if any(each(seen, first, last) for each in doubts) else run
    )


def _may_go_on(seen: Seen, first: int, last: int) -> bool:
    """True when the strip ends where the number does."""
    open_before = first == 0 and seen.gap(0) < SPACE
    return open_before or (last == len(seen.signs) - 1 and seen.gap(last + 1) < SPACE)


def _touches_letters(seen: Seen, first: int, last: int) -> bool:
    """True when a letter touches the number's end, or a dash that touches it on either side.

    Before a number a letter may stand, and a full stop or a slash between: พ.ศ.๒๕๖๙, ๐๐๓๐/ว.
    """
    before, behind = _beside(seen, first, -1, SPACE), _beside(seen, last, 1, SPACE)
    dashed = any(beside[:1] in _HOLDING and beside[1:] == LETTER for beside in (before, behind))
    return dashed or _beside(seen, last, 1, _TOUCHING).startswith(LETTER)


def _beside(seen: Seen, place: int, way: int, apart: float) -> str:
    """The two signs before or behind a place, the nearer first, with less paper between."""
    found = ""
    for beyond in (place + way, place + 2 * way):
        if not 0 <= beyond < len(seen.signs) or seen.gap(max(beyond, beyond - way)) >= apart:
            break
        found += seen.signs[beyond].text
    return found


def _is_uneven(seen: Seen, first: int, last: int) -> bool:
    """True when two digits beside one another stand farther apart than the number's others."""
    signs = seen.signs[first : last + 1]
    apart = [
        other.column - one.column
        for place, (one, other) in enumerate(pairwise(signs), first + 1)
        if one.text in DIGITS and other.text in DIGITS and seen.gap(place) < SPACE
    ]
    return bool(apart) and max(apart) > _UNEVEN * median(apart)


def _goes_on(seen: Seen, place: int) -> bool:
    one, other = seen.signs[place - 1].text, seen.signs[place].text
    if not all(sign in DIGITS or sign in _WITHIN for sign in (one, other)):
        return False
    return seen.gap(place) < (SPACE if one in _STOPS else _PARTED)
