"""Two versions of one text: which of them must be kept."""

import re

_NOT_SIGNS = re.compile(r"[\W_]+")
_SHINGLE, _STEP = 12, 6
_SAME = 0.95
_MOST_SIGNS = 200_000
"""Longer texts are both kept: comparing would cost more than the second reading."""


def says_no_more(html_text: str, plain_text: str) -> bool:
    """True when nearly everything that the HTML version says stands in the plain one.

    Plain versions are often a stub ("your program cannot show HTML") or cut short; then
    the HTML is the letter.
    """
    html, plain = (_NOT_SIGNS.sub("", text).casefold() for text in (html_text, plain_text))
    if not html:
        return True
    if max(len(html), len(plain)) > _MOST_SIGNS:
        return False
    if len(html) < _SHINGLE:
        return html in plain
    known = {plain[at : at + _SHINGLE] for at in range(len(plain) - _SHINGLE + 1)}
    pieces = [html[at : at + _SHINGLE] for at in range(0, len(html) - _SHINGLE + 1, _STEP)]
    return sum(piece in known for piece in pieces) >= _SAME * len(pieces)
