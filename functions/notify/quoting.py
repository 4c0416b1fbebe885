"""How words of others are repeated: harmless, without personal numbers, and no more than fit."""

import unicodedata

from shared.thai.masking import masked

LONGEST = 120
"""Characters of a subject or a file name that are repeated."""
LONGEST_LINE = 1000
MOST_LINES = 60
"""Of what a clerk writes to a sender."""
_LINE_BREAKING = frozenset({"Cc", "Zl", "Zp"})


def quote(text: str, longest: int = LONGEST) -> str:
    """One line of ``text``: nothing invisible, personal numbers masked, cut to length."""
    line = "".join(map(_harmless, unicodedata.normalize("NFC", text)))
    return _cut(masked(" ".join(line.split())), longest)


def quote_lines(text: str) -> tuple[str, ...]:
    """The lines of a longer text, each as ``quote`` gives it; empty ones are left out."""
    lines = (quote(line, LONGEST_LINE) for line in text.splitlines())
    return tuple(line for line in lines if line)[:MOST_LINES]


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
