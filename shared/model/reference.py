"""The reference that a sender keeps: short, unguessable, checked, readable by telephone.

Twelve signs in three groups, ``7K4M-9XQ2-HDWA`` like; eleven are random (about 50 bits),
the last is a check character. The alphabet has 23 signs, a prime number: with weights
1 to 12 modulo 23, every single wrong sign and every swap of two signs is caught. Left out
are signs that look alike (0 O 1 I L U V, B and 8, S and 5, Z and 2) and most that sound
alike when spelt in Thai or English (B D G V Z, N beside M).
"""

import re
from collections.abc import Callable, Sequence

from shared.errors import UnknownReference

ALPHABET = "23456789ACEFHJKMPQRTWXY"
RANDOM_SIGNS = 11

_WRITTEN = re.compile(
    rf"(?<![A-Z0-9])([{ALPHABET}]{{4}})[-\u2010-\u2015 ]?([{ALPHABET}]{{4}})"
    rf"[-\u2010-\u2015 ]?([{ALPHABET}]{{4}})(?![A-Z0-9])",
    re.IGNORECASE,
)


def new_reference(choose: Callable[[Sequence[str]], str]) -> str:
    """A fresh reference; ``choose`` picks one sign, e.g. ``secrets.choice``."""
    signs = "".join(choose(ALPHABET) for _ in range(RANDOM_SIGNS))
    return _grouped(signs + _check(signs))


def parse_reference(written: str) -> str:
    """The reference as we print it, from how a person wrote it.

    Raises UnknownReference when the form or the check character is wrong.
    """
    found = _WRITTEN.fullmatch(written.strip())
    signs = "".join(found.groups()).upper() if found else ""
    if not signs or signs[-1] != _check(signs[:-1]):
        raise UnknownReference
    return _grouped(signs)


def references_in(text: str) -> tuple[str, ...]:
    """Every well-formed reference in a text, first come first, without repeats."""
    found: dict[str, None] = {}
    for match in _WRITTEN.finditer(text):
        signs = "".join(match.groups()).upper()
        if signs[-1] == _check(signs[:-1]):
            found[_grouped(signs)] = None
    return tuple(found)


def _check(signs: str) -> str:
    total = sum(place * ALPHABET.index(sign) for place, sign in enumerate(signs, start=1))
    # The check character has weight 12; its inverse modulo 23 is 2 (12 * 2 = 24 = 1).
    return ALPHABET[(-total * 2) % len(ALPHABET)]


def _grouped(signs: str) -> str:
    return "-".join((signs[0:4], signs[4:8], signs[8:12]))
