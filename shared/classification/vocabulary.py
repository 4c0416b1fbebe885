"""The words that speak for processes, read from the data files once and checked."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from shared.classification.cues import Cues
from shared.classification.facets import Facets
from shared.classification.forms import FormTable
from shared.directory.table import Row, read
from shared.errors import BadDirectory
from shared.model.fact import ProcessId
from shared.thai.phrases import SHORTEST, PhraseTable

DATA = Path(__file__).parent / "data"
MUTE = "mute"
"""Words that look like others and mean nothing: they hide what stands inside them."""
RULES = "2"
"""Raised when the code decides differently with the same data."""
_FILES = ("words.csv", "forms.csv", "senders.csv", "facets.csv", "leanings.csv", "cues.csv")


@dataclass(frozen=True, slots=True)
class Word:
    """What a phrase speaks for and how strongly; negative speaks against."""

    means: str
    weight: float


@dataclass(frozen=True)
class Vocabulary:
    """All words, forms, cues and leanings of one version of the data."""

    words: PhraseTable[Word]
    forms: FormTable
    senders: tuple[tuple[str, Word], ...]
    facets: Facets
    cues: Cues
    version: str


@cache
def load(data: Path = DATA) -> Vocabulary:
    """The vocabulary. Raises BadDirectory naming file and row when a file is not in order."""
    facets = Facets.load(
        read(data / "facets.csv", Facets.COLUMNS), read(data / "leanings.csv", Facets.LEANINGS)
    )
    words = read(data / "words.csv", ("means", "weight", "words", "source"))
    forms = read(data / "forms.csv", ("form", "means", "weight", "seen", "source"))
    senders = read(data / "senders.csv", ("means", "weight", "address", "why"))
    known = facets.meanings | {MUTE}
    return Vocabulary(
        words=PhraseTable(
            (phrase, word)
            for row, word in [(row, _word(row, known)) for row in words]
            for phrase in _phrases(row)
        ),
        forms=FormTable([(row["form"], row["means"], _word(row, known).weight) for row in forms]),
        senders=tuple((row["address"], _word(row, known)) for row in senders),
        facets=facets,
        cues=Cues.load(read(data / "cues.csv", ("kind", "words", "why"))),
        version=f"rules-{RULES}-{_digest(data / name for name in _FILES)}",
    )


def _word(row: Row, known: Iterable[str]) -> Word:
    if row["means"] not in known:
        raise row.wrong(f"nothing is called {row['means']!r}")
    try:
        return Word(row["means"], float(row["weight"]))
    except ValueError:
        raise row.wrong(f"not a weight: {row['weight']!r}") from None


def _phrases(row: Row) -> tuple[str, ...]:
    phrases = row.many("words")
    if not phrases or any(len(phrase) < SHORTEST for phrase in phrases):
        raise row.wrong("a phrase too short to look for")
    return phrases


def _digest(files: Iterable[Path]) -> str:
    return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:8]


def check_processes(vocabulary: Vocabulary, processes: Collection[ProcessId]) -> None:
    """Every process of the list has its words. Raises BadDirectory naming those that have not."""
    if silent := sorted(set(processes) - vocabulary.facets.processes):
        raise BadDirectory(f"facets.csv: nothing about {', '.join(silent)}")
