"""Numbers that tell who somebody is: the 13-digit ID number, the employer's account number.

Found in either digit set, run together, grouped, or one by one as in the boxes of a form.
Nothing is repaired: a number whose check digit does not hold is found and said to be so,
and ten digits alone are no account number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from shared.thai.numbers import DASHES, INVISIBLE, only_digits

ID_DIGITS = 13
_DIGIT = "[0-9๐-๙]"
_GAP = rf"[ \t\u00a0{DASHES}._/{INVISIBLE}]"
_BOX = rf"[ \t\u00a0{DASHES}._/|\[\](){{}}{INVISIBLE}]"


def _grouped(gap: str) -> str:
    groups = (1, 4, 5, 2, 1)
    return gap.join(
        _DIGIT + (f"(?:{_GAP}?{_DIGIT}){{{size - 1}}}" if size > 1 else "") for size in groups
    )


ID_PATTERNS = (
    re.compile(rf"(?<!{_DIGIT}){_grouped(_GAP + '{1,3}')}(?!{_DIGIT})"),
    re.compile(rf"(?<!{_DIGIT}){_DIGIT}(?:{_GAP}?{_DIGIT}){{12}}(?!{_DIGIT})"),
    re.compile(rf"(?<!{_DIGIT}){_DIGIT}(?:{_BOX}{{1,4}}{_DIGIT}){{12}}(?!{_DIGIT})"),
)
"""As it is printed (1-2345-67890-12-1) goes first, so that a number beside one is not taken
for its start; then with other gaps or none; then one digit to a box."""

_ACCOUNT = re.compile(
    rf"(?<!{_DIGIT})(?<!{_DIGIT}[{DASHES}])"
    rf"{_DIGIT}{{2}} ?[{DASHES}] ?{_DIGIT}{{7}} ?[{DASHES}] ?{_DIGIT}(?![{DASHES}]?{_DIGIT})"
)
_NAMED = re.compile(
    r"(?:บัญชี\s{0,3}(?:นายจ้าง|ประกันสังคม)|employer(?:'s)?\s{1,3}account)"
    r"(?:\s{0,3}(?:เลขที่|no\.?|number))?[\s:.(]{0,4}"
    rf"(?P<number>{_DIGIT}(?:[ {DASHES}]?{_DIGIT}){{9}})(?![{DASHES}]?{_DIGIT})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class IdNumber:
    """A 13-digit number in a text: of a person (a company's looks the same and begins with 0).

    ``holds`` says whether its check digit is right; without that it is not to be used.
    """

    digits: str
    start: int
    end: int

    @property
    def holds(self) -> bool:
        """Whether the check digit is that of the twelve before it."""
        return check_digit_holds(self.digits)


@dataclass(frozen=True, slots=True)
class AccountNumber:
    """An employer's account number at the Social Security Office: ten digits, NN-NNNNNNN-N.

    No public rule for its last digit is known, so nothing but the form is checked.
    """

    digits: str
    start: int
    end: int

    def __str__(self) -> str:
        """As the office prints it."""
        return f"{self.digits[:2]}-{self.digits[2:9]}-{self.digits[9]}"


def check_digit_holds(digits: str) -> bool:
    """Whether thirteen Arabic digits end as the Department of Provincial Administration's do.

    Each of the first twelve times 13, 12 … 2; the sum modulo 11 from 11, its last digit.
    """
    if len(digits) != ID_DIGITS or not (digits.isascii() and digits.isdigit()):
        return False
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, range(13, 1, -1), strict=False)
    )
    return (11 - total % 11) % 10 == int(digits[-1])


def id_numbers(text: str) -> tuple[IdNumber, ...]:
    """Every 13-digit number, by place."""
    found = (IdNumber(only_digits(m.group()), m.start(), m.end()) for m in _separate(text))
    return tuple(sorted(found, key=lambda number: number.start))


def account_numbers(text: str) -> tuple[AccountNumber, ...]:
    """Every employer's account number, by place: grouped 2-7-1, or named as one."""
    found = {m.span(): m.group() for m in _ACCOUNT.finditer(text)}
    found |= {m.span("number"): m["number"] for m in _NAMED.finditer(text)}
    return tuple(AccountNumber(only_digits(found[span]), *span) for span in sorted(found))


def _separate(text: str) -> Iterator[re.Match[str]]:
    """The matches of each pattern that share no sign with those of the patterns before it."""
    taken = bytearray(len(text))
    for pattern in ID_PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if not any(taken[start:end]):
                taken[start:end] = b"x" * (end - start)
                yield match
