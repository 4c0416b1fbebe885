"""Which stretches of a page may hold numbers in Thai digits.

The engine writes ๔ ๖ ๗ ๘ ๙ as other digits, as some odd sign, or the whole number as a Latin
word ("some" for ๗๐๓๕), so all of these are suspects in a line that has Thai letters. Whether
they are digits at all, the network says.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import quantiles

from functions.intake.reading.digits.page_signs import PageSign
from functions.intake.reading.digits.signs import DIGITS, SEPARATORS

_WORTH_JOINING = 5
"""Of the line's height: suspects nearer than this are looked at together."""
_SURE_WORD = 0.9
"""The engine's confidence from which on a word in a Latin line is believed."""


@dataclass(frozen=True)
class Suspect:
    """A stretch of a line, from its first to its last suspected sign.

    ``left`` and ``right`` are the page's columns between which it stands: there may be more
    than the engine saw.
    """

    line: tuple[PageSign, ...]
    first: int
    last: int
    left: int
    right: int


def suspects(
    line: Sequence[PageSign], lost: Mapping[int, tuple[int, int]] | None = None
) -> list[Suspect]:
    """The stretches of one line that may hold Thai digits, from left to right.

    ``lost`` are the places of signs beside which there is more than the engine saw, each
    with the first and the last column of that.
    """
    lost = lost or {}
    thai = any(is_thai_letter(sign) for sign in line)
    places = [n for n, sign in enumerate(line) if n in lost or _is_suspect(sign, thai=thai)]
    joining = line_height(line) * _WORTH_JOINING if places else 0
    found: list[Suspect] = []
    for place in places:
        begins, _, ends, _ = line[place].box
        left, right = lost.get(place, (begins, ends))
        left, right = min(left, begins), max(right, ends)
        near = found and left - found[-1].right < joining
        first, left = (found[-1].first, found.pop().left) if near else (place, left)
        found.append(Suspect(tuple(line), first, place, left, right))
    return found


def may_be_digit(sign: PageSign) -> bool:
    """False for Thai letters and separators, which the engine knows."""
    return not is_thai_letter(sign) and sign.text not in SEPARATORS


def is_thai_letter(sign: PageSign) -> bool:
    """True for whatever is Thai and no digit."""
    return "\u0e00" <= sign.text <= "\u0e7f" and sign.text not in DIGITS


def _is_suspect(sign: PageSign, *, thai: bool) -> bool:
    if sign.text in DIGITS:
        return True
    return may_be_digit(sign) and (thai or not sign.text.isalpha() or sign.confidence < _SURE_WORD)


def line_height(line: Sequence[PageSign]) -> int:
    """Of its lower boxes: the engine draws some of them as high as the row."""
    heights = [sign.height for sign in line]
    return round(quantiles(heights, n=4)[0]) if len(heights) > 1 else heights[0]
