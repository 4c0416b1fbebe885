"""Personal numbers hidden wherever words leave the letter: receipts, subjects, evidence.

Masked are ID numbers (right or wrong, also through a scanner's gaps), mobile telephone
numbers, bank account numbers and passport numbers that are named as such. An employer's
account number and an office's telephone are no secrets. Rather one number too many.
"""

import re
from collections.abc import Iterable

from shared.thai.identity_numbers import ID_PATTERNS
from shared.thai.numbers import DASHES, INVISIBLE
from shared.thai.phone_numbers import phone_numbers

KEPT = 3
"""The last digits that stay, so that the owner knows which number it was."""
HIDDEN = "x"
_DIGIT = "[0-9๐-๙]"
_GAP = rf"[ \u00a0{DASHES}{INVISIBLE}]?"
_BANK_ACCOUNTS = (
    re.compile(
        rf"(?<!{_DIGIT})(?<!{_DIGIT}[{DASHES}])"
        rf"(?P<number>{_DIGIT}{{3}}[{DASHES}]{_DIGIT}[{DASHES}]{_DIGIT}{{5}}[{DASHES}]{_DIGIT})(?![{DASHES}]?{_DIGIT})"
    ),
    re.compile(
        r"(?:บัญชี(?!\s{0,3}(?:นายจ้าง|ประกันสังคม))|ธนาคาร|(?<!employer )account|พร้อมเพย์|promptpay)"
        rf"[^\d๐-๙\n]{{0,30}}(?P<number>{_DIGIT}(?:{_GAP}{_DIGIT}){{9,14}})(?!{_DIGIT})",
        re.IGNORECASE,
    ),
)
_PASSPORT = re.compile(
    r"(?:หนังสือเดินทาง|พาสปอร์ต|passport)[^\d\n]{0,24}?(?<![A-Z])"
    r"(?P<number>[A-Z]{1,2}[ ]?\d{6,8})(?!\d)",
    re.IGNORECASE,
)


def masked(text: str) -> str:
    """The text with all but the last three digits of every personal number replaced by x.

    Nothing else changes: the text keeps its length, and each other letter its place.
    """
    for pattern in ID_PATTERNS:
        # One after another: what is masked already begins no number with its neighbours.
        text = _hide(text, (match.span() for match in pattern.finditer(text)))
    text = _hide(text, ((phone.start, phone.end) for phone in phone_numbers(text) if phone.mobile))
    for pattern in (*_BANK_ACCOUNTS, _PASSPORT):
        text = _hide(text, (match.span("number") for match in pattern.finditer(text)))
    return text


def _hide(text: str, places: Iterable[tuple[int, int]]) -> str:
    signs = list(text)
    for start, end in places:
        digits = [place for place in range(start, end) if text[place].isdecimal()]
        for place in digits[:-KEPT]:
            signs[place] = HIDDEN
    return "".join(signs)
