"""Letters that scanners and hurried hands put for one another, drawn together. Pure.

Blurring replaces letter by letter, so a blurred text has the length of the folded one.
The groups come from what Tesseract does to Thai print (บ ป น; ร ธ; พ ฟ ผ ฝ; ค ด ต; ช ซ ข;
the vowels above and below) and from common misspellings (ใ ไ; ส ศ ษ; ณ ญ). A blurred
likeness is weak evidence: only long words may use it.
"""

from collections.abc import Sequence

from shared.thai.replacing import OneByOne

_GROUPS = ("บปน", "รธ", "พฟผฝ", "คดต", "ชซข", "ไใโ", "สศษ", "ณญ", "ถภ", "อฮ", "ิีึื", "ุู")
_TO_FIRST = OneByOne({ord(other): group[0] for group in _GROUPS for other in group[1:]})


def blur(folded: str) -> str:
    """The folded text with each letter replaced by the first of its look-alikes."""
    return _TO_FIRST(folded)


def blur_all(many: Sequence[str]) -> list[str]:
    """Many folded texts blurred at once, faster than one by one."""
    return blur("\n".join(many)).split("\n") if many else []
