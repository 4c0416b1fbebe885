"""The word list, the processes' names and sayings as lessons, for what no letter has said yet."""

from collections.abc import Iterator
from pathlib import Path

from cli.learning.lessons import Lesson
from shared.classification.runs import runs_of
from shared.classification.vocabulary import DATA, load
from shared.directory import processes
from shared.directory.table import read
from shared.thai.folding import key

COUNTS = 0.15
"""What a row of the word list counts, of a letter."""
SAYING_COUNTS = 0.25
SAYINGS = Path(__file__).parent / "sayings.csv"
"""What people of many voices might say of each process, in a sentence; written for this."""


def word_lessons() -> list[Lesson]:
    """Each name, row and saying; a topic's words speak for each of its processes equally."""
    return [*_names(), *_rows(), *_sayings()]


def _names() -> Iterator[Lesson]:
    for process in processes.load().values():
        named = (process.name_th, process.published, process.name_en)
        yield Lesson(_runs(named), {process.id: 1.0}, COUNTS)


def _rows() -> Iterator[Lesson]:
    facets = load().facets
    for row in read(DATA / "words.csv", ("means", "weight", "words", "source")):
        means = row["means"]
        for_these = (means,) if means in facets.processes else facets.topics.get(means, ())
        if for_these and float(row["weight"]) > 0:
            shares = {process: 1 / len(for_these) for process in for_these}
            yield Lesson(_runs(row.many("words")), shares, COUNTS)


def _sayings() -> Iterator[Lesson]:
    for row in read(SAYINGS, ("process", "saying")):
        yield Lesson(_runs((row["saying"],)), {row["process"]: 1.0}, SAYING_COUNTS)


def _runs(phrases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(runs_of(map(key, phrases)))
