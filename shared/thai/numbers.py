"""Numbers in either digit set, and the runs of digits that printing and scanning take apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
"""Signs that nobody sees, for a regular expression's class."""
DASHES = "\\-\u2010-\u2015\u2212"
"""Every dash, for a regular expression's class."""
_TO_ARABIC = {ord(thai): str(value) for value, thai in enumerate(THAI_DIGITS)}
_TO_THAI = {ord(str(value)): thai for value, thai in enumerate(THAI_DIGITS)}
_DIGIT = "[0-9๐-๙]"


@dataclass(frozen=True, slots=True)
class DigitRun:
    """Digits that belong together: Arabic, without what stands between them, and their slice."""

    digits: str
    start: int
    end: int


def arabic(text: str) -> str:
    """The text with Thai digits written as Arabic ones; its length stays the same."""
    return text.translate(_TO_ARABIC)


def thai(text: str) -> str:
    """The text with Arabic digits written as Thai ones; its length stays the same."""
    return text.translate(_TO_THAI)


def only_digits(text: str) -> str:
    """The digits of a text, Arabic, nothing else. Other scripts' digits are not digits here."""
    return "".join(sign for sign in arabic(text) if sign.isascii() and sign.isdigit())


def digit_runs(text: str, gap: str = "", most_gap: int = 1) -> Iterator[DigitRun]:
    """Every run of digits; up to ``most_gap`` of the signs in ``gap`` may part two of them.

    ``gap`` is the inside of a regular expression's class. Invisible signs never part a run.
    """
    between = f"[{gap}{INVISIBLE}]{{0,{most_gap}}}" if gap else f"[{INVISIBLE}]*"
    for found in re.finditer(f"{_DIGIT}(?:{between}{_DIGIT})*", text):
        yield DigitRun(only_digits(found.group()), found.start(), found.end())


def whole_number(text: str) -> int | None:
    """The number that a text is, in either digit set, thousands parted or not; else None.

    ``๑,๒๓๔`` is 1234; ``1,23`` and ``12 34`` are no whole numbers.
    """
    written = arabic(text.strip())
    if re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+", written):
        return int(written.replace(",", ""))
    return None
