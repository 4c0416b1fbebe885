"""Boxes on forms: what is ticked was asked for, what is left empty was not."""

import re
from dataclasses import dataclass

_BOX = re.compile(
    r"\[[ \t.]*(?P<sign>[xX×✓✔/*]?)[ \t.]*\]"
    r"|\([ \t]*(?P<round>[xX×✓✔/]?)[ \t]*\)"
    r"|(?P<one>[☐□▢☑☒■✓✔])"
)
_EMPTY = "☐□▢"
_REACH = 60
"""How many letters after a box may still be its words."""


@dataclass(frozen=True, slots=True)
class Box:
    """The words of one box, and whether it is ticked."""

    start: int
    end: int
    ticked: bool


def boxes(text: str) -> tuple[Box, ...]:
    """Every box with its words: up to the next box, the line's end or _REACH letters."""
    found = list(_BOX.finditer(text))
    ends = [box.start() for box in found[1:]] + [len(text)] if found else []
    return tuple(_box(text, box, end) for box, end in zip(found, ends, strict=True))


def _box(text: str, found: re.Match[str], next_start: int) -> Box:
    line_end = text.find("\n", found.end())
    end = min(next_start, found.end() + _REACH, line_end if line_end >= 0 else len(text))
    one = found["one"]
    ticked = one not in _EMPTY if one else bool(found["sign"] or found["round"])
    return Box(found.end(), end, ticked=ticked)
