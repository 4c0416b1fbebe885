"""The signs that the digit reader can tell apart, and what becomes of them in a text."""

from enum import StrEnum

THAI = "๐๑๒๓๔๕๖๗๘๙"
ARABIC = "0123456789"
DIGITS = frozenset(THAI + ARABIC)
SEPARATORS = "/-.,:()%"
LETTER = "ก"
"""Stands for anything that is no digit and no separator: a letter of any script, a stroke."""
SIGNS = ("", *THAI, *ARABIC, *SEPARATORS, LETTER)
"""By the number of the network's output; the first says "nothing begins here"."""
NOTHING = 0
UNSURE = "▯"
"""Stands in a text for a digit that was not read with certainty."""


class Script(StrEnum):
    """Which digits a run is written in."""

    THAI = "thai"
    ARABIC = "arabic"
    MIXED = "mixed"
    NONE = "none"
    """No digits at all."""


def script(text: str) -> Script:
    """The script of the digits in a text."""
    thai, arabic = any(sign in THAI for sign in text), any(sign in ARABIC for sign in text)
    if thai and arabic:
        return Script.MIXED
    if thai:
        return Script.THAI
    return Script.ARABIC if arabic else Script.NONE
