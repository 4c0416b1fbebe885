"""What the packaged font can show. A sign that it lacks is replaced, never left out.

PDF/A forbids a glyph that stands for nothing, and a sender may put anything into a subject.
The signed statement keeps the sign; the paper shows ``MISSING`` and says so.
"""

import re

MISSING = "\N{BLACK SQUARE}"

# The Basic Latin, Latin-1, Latin Extended-A, Thai and punctuation that both weights have.
_SHOWN = (
    "\u0020-\u007e\u00a0-\u00ac\u00ae-\u017e\u0e01-\u0e3a\u0e3f-\u0e5b"
    "\u2010\u2012-\u2015\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a"
    "\u20ac\u2122\u2190-\u2193\u2212\u25a0"
)
_OTHER = re.compile(f"[^{_SHOWN}]")


def shown(text: str) -> str:
    """The text with ``MISSING`` for every sign that the font lacks."""
    return _OTHER.sub(MISSING, text)
