"""The word list and the processes' names as lessons, for what no letter has said yet."""

from collections.abc import Iterator

from cli.learning.lessons import Lesson
from shared.classification.runs import runs_of
from shared.classification.vocabulary import DATA, load
from shared.directory import processes
from shared.directory.table import read
from shared.thai.folding import key

COUNTS = 0.5
"""A row of the word list counts half a letter."""


def word_lessons() -> list[Lesson]:
    """Each name and each row; a topic's words speak for each of its processes equally."""
    return [*_names(), *_rows()]


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


def _runs(phrases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(runs_of(map(key, phrases)))
