"""What a reading of a mail lost of what Python's own parser shows. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from benchmarks.reading_bench.spoken import Enclosed, Said, spoken
from shared.model.submission import ReadLetter

_NOT_SIGNS = re.compile(r"[\W_]+")
_LOST_ENOUGH = 0.0
"""Of a part's letters and digits: one line that stands nowhere is a loss."""


@dataclass(frozen=True)
class Lost:
    """A part of a mail that is missing: its place and type, and which share of it."""

    part: int
    type: str
    share: float


@dataclass(frozen=True)
class Compared:
    """``shown`` counts the parts that Python shows, ``recoded`` those in another charset.

    That is, those that we read in a likelier charset than the declared one.
    """

    shown: int
    recoded: int
    lost: tuple[Lost, ...]


def compared(raw: bytes, letter: ReadLetter) -> Compared:
    """Hold a reading against what Python shows of the same mail.

    A text counts as there when every line of it stands somewhere in the reading, looking at
    letters and digits only; a file when a document has its bytes. What was refused by name
    is not lost.
    """
    ours = _Reading(letter)
    shown = [each for each in spoken(raw) if isinstance(each, Said | Enclosed)]
    shares = [ours.missing(each) for each in shown]
    lost = (
        Lost(each.number, each.type, round(share, 3))
        for each, (share, _) in zip(shown, shares, strict=True)
        if share > _LOST_ENOUGH
    )
    return Compared(len(shown), sum(recoded for _, recoded in shares), tuple(lost))


@dataclass(frozen=True)
class _Reading:
    letter: ReadLetter

    @cached_property
    def _text(self) -> str:
        return signs("\n".join(reading.text for reading in self.letter.readings))

    @cached_property
    def _files(self) -> frozenset[str]:
        return frozenset(document.sha256 for document in self.letter.submission.documents)

    @cached_property
    def _refused(self) -> frozenset[str]:
        pairs = zip(self.letter.submission.documents, self.letter.readings, strict=True)
        return frozenset(document.sha256 for document, reading in pairs if reading.refusal)

    def missing(self, part: Said | Enclosed) -> tuple[float, bool]:
        """The share that is missing, and whether another charset than the declared was right."""
        if isinstance(part, Enclosed):
            return float(part.sha256 not in self._files), False
        if part.sha256 in self._refused:
            return 0.0, False
        shares = [self._missing_share(lines) for lines in part.versions]
        best = min(shares)
        return best, best < shares[0]

    def _missing_share(self, lines: Sequence[str]) -> float:
        runs = [run for run in dict.fromkeys(map(signs, lines)) if run]
        missing = sum(len(run) for run in runs if run not in self._text)
        return missing / max(1, sum(map(len, runs)))


def signs(text: str) -> str:
    """Letters and digits alone, in lower case."""
    return _NOT_SIGNS.sub("", text).casefold()
