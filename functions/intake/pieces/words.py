"""The words that tell pieces apart, read from pieces.csv once and checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from functions.intake.pieces.likeness import pairs
from shared.directory.table import Row, read
from shared.model.piece import PieceKind
from shared.thai.blurring import blur
from shared.thai.folding import key
from shared.thai.phrases import SHORTEST, PhraseTable

DATA = Path(__file__).parent / "data" / "pieces.csv"
COLUMNS = ("kind", "where", "weight", "words", "source")


class Where(StrEnum):
    """Where words must stand to count."""

    TITLE = "title"
    """A cell near the top of the page that says little else."""
    OPENS = "opens"
    """A cell near the top that begins so, whatever follows: ``แบบคำขอ…``."""
    TEXT = "text"
    """Anywhere; each phrase counts once."""


@dataclass(frozen=True, slots=True)
class Word:
    """A phrase of the data: what it speaks for, where, how strongly."""

    kind: PieceKind
    where: Where
    weight: float
    folded: str
    blurred: str
    pairs: frozenset[str]
    """Of the blurred form's letters."""


@dataclass(frozen=True)
class Words:
    """All phrases: those of headings one by one, those of the text as one table."""

    titles: tuple[Word, ...]
    text: PhraseTable[Word]


@cache
def load(path: Path = DATA) -> Words:
    """The words. Raises BadDirectory naming file and row when the file is not in order."""
    words = [(phrase, word) for row in read(path, COLUMNS) for phrase, word in _words(row)]
    return Words(
        titles=tuple(word for _, word in words if word.where is not Where.TEXT),
        text=PhraseTable((phrase, word) for phrase, word in words if word.where is Where.TEXT),
    )


def _words(row: Row) -> Iterator[tuple[str, Word]]:
    try:
        kind, where, weight = PieceKind(row["kind"]), Where(row["where"]), float(row["weight"])
    except ValueError:
        raise row.wrong("no such kind, place or weight") from None
    phrases = row.many("words")
    if not phrases or not row["source"] or any(len(key(phrase)) < SHORTEST for phrase in phrases):
        raise row.wrong("without words, or without a source")
    for phrase in phrases:
        folded = key(phrase)
        blurred = blur(folded)
        yield phrase, Word(kind, where, weight, folded, blurred, pairs(blurred))
