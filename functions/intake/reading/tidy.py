"""Text as it is kept: one kind of line end, no signs that nobody can see, bounded."""

import re

from functions.intake.reading.budget import MOST_TEXT

_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\ud800-\udfff]")
_BLANK_LINES = re.compile(r"\n{4,}")


def tidied(text: str) -> str:
    """The same text without control characters, zero-width spaces and trailing blanks."""
    text = _UNSEEN.sub("", _LINE_END.sub("\n", text[:MOST_TEXT]))
    lines = (line.rstrip(" \t\xa0") for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n\n", "\n".join(lines)).strip("\n")
