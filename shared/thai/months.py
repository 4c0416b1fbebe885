"""The months as people write them: in full, short, in English; as patterns on folded text."""

import re

from shared.thai.blurring import blur
from shared.thai.calendar import MONTHS, SHORT_MONTHS
from shared.thai.folding import key

_ENGLISH = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
_SEPT = {"sept": 9}

IN_FULL = {key(name): number for number, name in enumerate(MONTHS, 1)}
"""Folded name to number. Scanners' likenesses of these twelve are still told apart."""
BLURRED = {blur(name): number for name, number in IN_FULL.items()}
SHORT = {name.replace(".", ""): number for number, name in enumerate(SHORT_MONTHS, 1)}
"""Without their full stops: ``ธค`` is 12."""
ENGLISH = (
    {name: number for number, name in enumerate(_ENGLISH, 1)}
    | {name[:3]: number for number, name in enumerate(_ENGLISH, 1)}
    | _SEPT
)


def _either(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _dotted(short: str) -> str:
    """``มีค`` with a full stop or none after each consonant and its vowel."""
    return r"\.?".join(re.findall(r"[ก-ฮเ]+?[ะ-ู]?(?=[ก-ฮ]|$)", short)) + r"\.?"


THAI_PATTERN = f"(?:{_either(list(IN_FULL))}|{'|'.join(map(_dotted, SHORT))})"
BLURRED_PATTERN = f"(?:{_either(list(BLURRED))})"
ENGLISH_PATTERN = f"(?:{_either(list(ENGLISH))})\\.?"


def month(written: str) -> int | None:
    """The number of a month that one of the patterns found."""
    name = written.replace(".", "")
    for names in (IN_FULL, SHORT, BLURRED, ENGLISH):
        if name in names:
            return names[name]
    return None
