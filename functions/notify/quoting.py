"""How words of the sender are repeated to him: one line, harmless, without personal numbers."""

import unicodedata

from shared.thai.masking import masked

LONGEST = 120
"""Characters of a subject or a file name that are repeated."""
_LINE_BREAKING = frozenset({"Cc", "Zl", "Zp"})


def quote(text: str, longest: int = LONGEST) -> str:
    """One line of ``text``: nothing invisible, personal numbers masked, cut to length."""
    line = "".join(map(_harmless, unicodedata.normalize("NFC", text)))
    return _cut(masked(" ".join(line.split())), longest)


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
