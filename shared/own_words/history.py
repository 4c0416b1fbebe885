"""Where earlier letters begin in a mail's body: what mail programs put before them.

Outlook, Gmail, Apple Mail, Yahoo and LINE, in Thai and in English. A line of prose is not
taken for a program's: an attribution has a date or an address, a header block an address or
a line that only programs write (ส่ง:, Sent:).
"""

import re
from dataclasses import dataclass
from enum import StrEnum

MARK = r"[>\s*|]*"
"""What may stand before a program's words: quotation marks, bold, the edge of a table."""
_FORWARD = re.compile(
    MARK + r"(?:[-_=–—]{2,}\s*(?:forwarded\s+(?:message|by\b.*)|(?:ข้อความ|อีเมล|จดหมาย)ที่?ส่งต่อ)"
    r"|begin\s+forwarded\s+message|เริ่ม(?:ต้น)?ข้อความที่ส่งต่อ|ข้อความที่ส่งต่อ\s*:?\s*$"
    r"|\[LINE\]\s|(?:ประวัติการแชท|chat history)\s*(?:กับ|ใน|ของ|with|in)\b)",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    MARK + r"[-_=–—]{2,}\s*(?:original\s+(?:message|appointment)|(?:ข้อความ|อีเมล|จดหมาย)"
    r"\s*(?:เดิม|ต้นฉบับ|ก่อนหน้า))",
    re.IGNORECASE,
)
_ATTRIBUTION = re.compile(
    MARK + r"(?:on\b.{4,300}\bwrote|(?:ใน|เมื่อ)?วันที่.{4,300}(?:ได้)?เขียน(?:ว่า|ไว้ว่า)?"
    r"|(?:เมื่อ|ใน)\b.{4,300}(?:ได้)?เขียน(?:ว่า|ไว้ว่า)?"
    r"|.{0,120}<[^<>\s]+@[^<>\s]+>.{0,80}(?:เขียน(?:ว่า)?|wrote))\s*:[\s*]*$",
    re.IGNORECASE | re.DOTALL,
)
_OPENS = re.compile(MARK + r"(?:on\b|เมื่อ|ใน|วันที่|.{0,120}<[^<>\s]+@)", re.IGNORECASE)
_DATED = re.compile(r"[\d๐-๙]|@")
_FROM = re.compile(MARK + r"(?:จาก|ผู้ส่ง|from|sender)[\s*]*:", re.IGNORECASE)
_KEY = re.compile(
    MARK + r"(?:(?P<sent>ส่ง|ส่งเมื่อ|ส่งวันที่|sent)|วันที่|date|ถึง|ผู้รับ|to|สำเนา(?:ถึง)?|cc"
    r"|(?:ชื่อ|หัว)?เรื่อง|หัวข้อ|subject|ตอบกลับ(?:ถึง)?|reply-to|importance|ความสำคัญ)[\s*]*:",
    re.IGNORECASE,
)
_RULE = re.compile(MARK + r"[_\-=]{5,}\s*$")
_HEADERS = 8
"""Lines after ``From:`` within which its fellows stand."""
_FEWEST_KEYS = 2
_WRAPPED = 3
"""Lines over which an attribution may be broken."""


class Earlier(StrEnum):
    """What the words before an earlier letter say of it."""

    ANSWERED = "answered"
    FORWARDED = "forwarded"
    EITHER = "either"
    """Programs write the same before a reply's and a forward's original."""


@dataclass(frozen=True, slots=True)
class Opening:
    """An earlier letter begins: at which line, what it is, where the program's words end."""

    line: int
    earlier: Earlier
    after: int


def opening(lines: list[str], at: int) -> Opening | None:
    """The earlier letter that begins at a line; None when none does."""
    if _FORWARD.match(lines[at]):
        return Opening(at, Earlier.FORWARDED, at + 1)
    if _ORIGINAL.match(lines[at]):
        return Opening(at, Earlier.EITHER, at + 1)
    if _FROM.match(lines[at]):
        return _headers(lines, at, at)
    if _OPENS.match(lines[at]):
        return _attribution(lines, at)
    if _RULE.match(lines[at]):
        below = next((n for n in range(at + 1, min(at + 3, len(lines))) if lines[n].strip()), at)
        return _headers(lines, at, below) if _FROM.match(lines[below]) else None
    return None


def _attribution(lines: list[str], at: int) -> Opening | None:
    for end in range(at + 1, min(at + _WRAPPED, len(lines)) + 1):
        words = " ".join(line.strip() for line in lines[at:end])
        if _ATTRIBUTION.match(words) and _DATED.search(words):
            return Opening(at, Earlier.ANSWERED, end)
    return None


def _headers(lines: list[str], start: int, at: int) -> Opening | None:
    block = lines[at : at + _HEADERS]
    keys = [(n, found) for n, line in enumerate(block[1:], 1) if (found := _KEY.match(line))]
    by_a_program = any("@" in block[n] for n, _ in keys) or "@" in block[0]
    by_a_program = by_a_program or any(found["sent"] for _, found in keys)
    if len(keys) >= _FEWEST_KEYS and by_a_program:
        return Opening(start, Earlier.EITHER, at + keys[-1][0] + 1)
    return None
