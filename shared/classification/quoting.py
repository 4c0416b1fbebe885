"""Which part of a mail's body its sender wrote now, and which is quoted or forwarded."""

import re
from dataclasses import dataclass

_SEPARATOR = re.compile(
    r"""^[ \t]*(?:
        -{2,}\s*(?:original\ message|forwarded\ message|ข้อความเดิม|ข้อความต้นฉบับ|ข้อความที่ส่งต่อ)
        | begin\ forwarded\ message
        | on\b.{5,200}\bwrote:
        | เมื่อ.{5,200}เขียน(?:ว่า)?\s*:
        | (?:จาก|from|ผู้ส่ง)\s*:.*\n(?:.*\n)?[ \t]*(?:ถึง|to|ส่ง|sent|วันที่|date|เรื่อง|subject|หัวเรื่อง)\s*:
    )""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
_QUOTED_LINES = re.compile(r"(?:^[ \t]*>.*(?:\n|$))+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Part:
    """A slice of a body and whether it is quoted."""

    start: int
    end: int
    quoted: bool


def parts(body: str) -> list[Part]:
    """The body cut at its quotations: lines after ``>``, and all below a reply's separator."""
    below = _SEPARATOR.search(body)
    own_end = below.start() if below else len(body)
    found = list(_cut(body, own_end))
    if below:
        found.append(Part(own_end, len(body), quoted=True))
    return [part for part in found if body[part.start : part.end].strip()]


def _cut(body: str, end: int) -> list[Part]:
    found: list[Part] = []
    place = 0
    for lines in _QUOTED_LINES.finditer(body, 0, end):
        found.append(Part(place, lines.start(), quoted=False))
        found.append(Part(lines.start(), lines.end(), quoted=True))
        place = lines.end()
    found.append(Part(place, end, quoted=False))
    return found
