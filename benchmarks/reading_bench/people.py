"""Invented people: whatever a form asks for. Pure: the same randomness, the same person."""

from collections.abc import Mapping, Sequence
from random import Random

from shared.thai.calendar import BUDDHIST_ERA, MONTHS

_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_YEAR = 2026 + BUDDHIST_ERA


def person(random: Random, words: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """One person, by the names that ``sheets.toml`` has in braces.

    ``words`` are chosen from; nobody has these names and numbers.
    """
    chosen = {what: random.choice(of) for what, of in words.items()}
    return chosen | _names(random, words) | _dates(random) | _numbers(random)


def _names(random: Random, words: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Mother and child have one family name."""
    given, family = random.sample(words["given"], 4), random.sample(words["family"], 3)
    return {
        "name": f"{given[0]} {family[0]}",
        "child": f"{given[1]} {family[0]}",
        "boss": f"{given[2]} {family[1]}",
        "clerk": f"{given[3]} {family[2]}",
    }


def _dates(random: Random) -> dict[str, str]:
    when, before = (f"{random.randint(1, 28)} {random.choice(MONTHS)}" for _ in range(2))
    return {
        "date": f"{when} {_YEAR}",
        "thai_date": f"{when} {_YEAR}".translate(_THAI_DIGITS),
        "earlier": f"{before} {_YEAR - 1}",
        "month": f"{random.choice(MONTHS)} {_YEAR}",
        "hour": f"{random.randint(8, 16):02}.{random.choice(('00', '15', '30', '45'))} น.",
    }


def _numbers(random: Random) -> dict[str, str]:
    amount = random.randint(20, 99) * 250
    return {
        "citizen": "0" + _digits(random, 12),  # no citizen's number begins with 0
        "house": f"{random.randint(1, 999)}/{random.randint(1, 99)}",
        "phone": f"0{_digits(random, 1)} {_digits(random, 4)} {_digits(random, 4)}",
        "amount": f"{amount:,}.00",
        "lesser": f"{amount // 2:,}.00",
        "first": str(random.randint(1, 3)),
        "small": str(random.randint(2, 60)),
        "thai_small": str(random.randint(20, 99)).translate(_THAI_DIGITS),
        "account": f"{_digits(random, 3)}-{_digits(random, 1)}-{_digits(random, 5)}-0",
        "employer_account": f"{_digits(random, 2)}-{_digits(random, 7)}-{_digits(random, 1)}",
        "receipt": f"{_digits(random, 2)}/{_digits(random, 5)}",
        "thai_number": f"ขก {_digits(random, 4)}/{_digits(random, 4)}".translate(_THAI_DIGITS),
    }


def _digits(random: Random, count: int) -> str:
    return "".join(random.choice("0123456789") for _ in range(count))
