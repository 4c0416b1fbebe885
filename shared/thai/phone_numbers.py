"""Thai telephone numbers, in either digit set and however they are grouped.

Mobile: 06, 08, 09 and eight digits. Fixed: 02 and seven digits, 03 to 07 and seven digits
(numbering plan of the NBTC). A fixed number is found when it is grouped or named as one: nine
digits alone may be anything. Abroad: +66 for the leading nought.
"""

import re
from dataclasses import dataclass

from shared.thai.numbers import DASHES, INVISIBLE, arabic, only_digits

_GAP = rf"[ \u00a0{DASHES}.{INVISIBLE}]"
_DIGITS = rf"(?:{_GAP}?\)?{_GAP}?\d)"
_NUMBER = re.compile(
    rf"(?<![\d+])(?<!\d[{DASHES}.])(?:\+? ?66{_GAP}?(?:\(0\))?{_GAP}?|\(?0{_GAP}?)"
    rf"(?P<rest>[689]{_DIGITS}{{8}}|[2-7]{_DIGITS}{{7}})"
    rf"(?!\d)(?![{DASHES}]\d{{3}})"
)
_NAMED = re.compile(
    r"(?:โทร(?:ศัพท์|สาร)?|มือถือ|เบอร์|ติดต่อ|แฟกซ์|tel|phone|mobile|fax)[^\d\n]{0,16}$",
    re.IGNORECASE,
)
_BANK = re.compile(r"(?:บัญชี|account)[^\d\n]{0,16}$", re.IGNORECASE)
_BEFORE = 40
_MOBILE_DIGITS = 10


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A telephone number in a text: Arabic digits with the leading nought, and its slice."""

    digits: str
    start: int
    end: int

    @property
    def mobile(self) -> bool:
        """Whether it is somebody's own: a mobile number."""
        return len(self.digits) == _MOBILE_DIGITS


def phone_numbers(text: str) -> tuple[PhoneNumber, ...]:
    """Every telephone number, by place."""
    plain = arabic(text)
    found = (_number(plain, match) for match in _NUMBER.finditer(plain))
    return tuple(number for number in found if number)


def _number(text: str, match: re.Match[str]) -> PhoneNumber | None:
    digits = "0" + only_digits(match["rest"])
    ahead = text[max(0, match.start() - _BEFORE) : match.start()]
    if _BANK.search(ahead):
        return None
    sure = len(digits) == _MOBILE_DIGITS or not match.group().isdigit() or _NAMED.search(ahead)
    return PhoneNumber(digits, match.start(), match.end()) if sure else None
