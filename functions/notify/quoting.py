"""How words of the sender are repeated to him: one line, harmless, without ID numbers."""

import re
import unicodedata

LONGEST = 120
"""Characters of a subject or a file name that are repeated."""
_KEPT_DIGITS = 3
_ID_DIGITS = 13

_GAP = r"[ \-._/\u2010-\u2015]?"
# Thai ID numbers have 13 digits, Arabic or Thai, run together or grouped: 1-2345-67890-12-1.
# As they are usually written goes first, so that a number beside one is not taken for its start.
_ID_NUMBERS = (
    re.compile(rf"(?<!\d)\d{_GAP}\d{{4}}{_GAP}\d{{5}}{_GAP}\d{{2}}{_GAP}\d(?!\d)"),
    re.compile(rf"(?<!\d)\d(?:{_GAP}\d){{12}}(?!\d)"),
)
_LINE_BREAKING = frozenset({"Cc", "Zl", "Zp"})


def quote(text: str, longest: int = LONGEST) -> str:
    """One line of ``text``: no control or invisible signs, ID numbers masked, cut to length."""
    line = "".join(map(_harmless, unicodedata.normalize("NFC", text)))
    return _cut(mask_ids(" ".join(line.split())), longest)


def mask_ids(text: str) -> str:
    """``text`` with all but the last three digits of every 13-digit number replaced by x."""
    for written in _ID_NUMBERS:
        text = written.sub(_masked, text)
    return text


def _masked(match: re.Match[str]) -> str:
    seen = 0
    signs = []
    for sign in match.group():
        seen += sign.isdigit()
        hidden = sign.isdigit() and seen <= _ID_DIGITS - _KEPT_DIGITS
        signs.append("x" if hidden else sign)
    return "".join(signs)


def _harmless(sign: str) -> str:
    """A space for what breaks lines; nothing for what cannot be seen or sent."""
    category = unicodedata.category(sign)
    if category in _LINE_BREAKING:
        return " "
    return "" if category.startswith("C") else sign


def _cut(line: str, longest: int) -> str:
    if len(line) <= longest:
        return line
    end = longest - 1
    # A vowel or tone mark is not parted from its consonant.
    while end and unicodedata.category(line[end]).startswith("M"):
        end -= 1
    return line[:end].rstrip() + "…"
