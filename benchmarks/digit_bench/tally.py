"""Numbers of a page counted: exactly right, claimed but wrong, marked as unsure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from functions.intake.reading.digits.signs import DIGITS, UNSURE, Script, script

_DIGIT = f"[{''.join(sorted(DIGITS))}{UNSURE}]"
_CLAIM = re.compile(rf"{_DIGIT}(?:[-/.,]?{_DIGIT})*")


@dataclass(frozen=True)
class Tally:
    """Of ``numbers`` drawn, ``right`` stand exactly so in the text.

    ``wrong`` counts what else the text claims to be a number, ``unsure`` what it marks.
    """

    numbers: int = 0
    right: int = 0
    wrong: int = 0
    unsure: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(
            self.numbers + other.numbers,
            self.right + other.right,
            self.wrong + other.wrong,
            self.unsure + other.unsure,
        )


def tally(lines: Sequence[str], numbers: Sequence[Sequence[str]], text: str) -> Tally:
    """Count a page: its lines, the numbers in each, and the text that was read.

    Each line of the text counts with the drawn line that it is most like.
    """
    letters = [_letters(line) for line in lines]
    read: list[list[str]] = [[] for _ in lines]
    for line in text.split("\n"):
        read[_most_like(_letters(line), letters)].append(line)
    pairs = zip(map(" ".join, read), numbers, strict=True)
    return sum((_line(*pair) for pair in pairs), Tally())


def _most_like(read: str, drawn: Sequence[str]) -> int:
    """The place of the drawn line that a read one is most like: letters tell, not digits."""
    alike = [SequenceMatcher(None, each, read, autojunk=False).ratio() for each in drawn]
    return alike.index(max(alike))


def _letters(line: str) -> str:
    return re.sub(rf"[\s\W]|{_DIGIT}", "", line)


def _line(read: str, numbers: Sequence[str]) -> Tally:
    right = 0
    for number in sorted(numbers, key=len, reverse=True):
        loose = r"\s?".join(map(re.escape, number))
        read, found = re.subn(rf"(?<!{_DIGIT}){loose}(?!{_DIGIT})", " ", read, count=1)
        right += found
    claims = _CLAIM.findall(read)
    unsure = sum(UNSURE in claim for claim in claims)
    # Where all numbers are found, an Arabic digit is the engine's reading of some letter.
    stray = sum(script(claim) == Script.ARABIC for claim in claims if UNSURE not in claim)
    missing = max(0, len(numbers) - right - unsure)
    wrong = len(claims) - unsure - max(0, stray - missing)
    return Tally(len(numbers), right, wrong, unsure)
