"""Topics and facets: how the processes of the list differ from one another.

A process belongs to one or more topics (a dental claim, a refund); within a topic the
processes differ by facets: the section of the law (33, 39, 40), the fund, who asks, dead
or alive. Each facet's words give a probability to each of its values; a process gets the
sum over the values it allows. Which process has which is data (facets.csv).
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from shared.directory.table import Row

DOUBT = 1.3
"""Flattens a facet: where words speak for two values, neither is certain."""

Scores = Mapping[str, float]
"""What the words of a letter weigh for each meaning, e.g. ``section:40``."""


@dataclass(frozen=True)
class Facets:
    """The table, by topic and by process; ``leanings`` is what is assumed before reading."""

    COLUMNS: ClassVar = ("process", "topic", "section", "fund", "party", "body", "life", "cause")
    LEANINGS: ClassVar = ("means", "weight", "why")

    topics: Mapping[str, tuple[str, ...]]
    values: Mapping[str, Mapping[str, tuple[str, ...]]]
    leanings: Scores

    @classmethod
    def load(cls, rows: Sequence[Row], leanings: Iterable[Row]) -> "Facets":
        """From the rows of facets.csv and leanings.csv."""
        topics: dict[str, tuple[str, ...]] = {}
        values: dict[str, dict[str, tuple[str, ...]]] = {}
        for row in rows:
            values[row["process"]] = {
                column: tuple(f"{column}:{value}" for value in row.many(column))
                for column in cls.COLUMNS[2:]
                if row[column]
            }
            for topic in row.many("topic"):
                topics[f"topic:{topic}"] = (*topics.get(f"topic:{topic}", ()), row["process"])
        return cls(topics, values, {row["means"]: float(row["weight"]) for row in leanings})

    @property
    def processes(self) -> frozenset[str]:
        """Every process that the table knows."""
        return frozenset(self.values)

    @property
    def meanings(self) -> frozenset[str]:
        """Everything that words may speak for: topics, facet values, processes."""
        of_facets = {v for facets in self.values.values() for some in facets.values() for v in some}
        return frozenset(self.topics) | of_facets | self.processes

    @cached_property
    def neighbours(self) -> Mapping[str, frozenset[str]]:
        """For each process those that have a topic with it, itself among them."""
        together = self.topics.values()
        return {
            process: frozenset().union(*(some for some in together if process in some))
            for process in self.values
        }

    def shares(self, topic: str, scores: Scores) -> dict[str, float]:
        """How likely each process of a topic is, given the topic; they sum to one."""
        likely = {process: self._fit(process, scores) for process in self.topics[topic]}
        total = sum(likely.values())
        return {process: share / total for process, share in likely.items()}

    def _fit(self, process: str, scores: Scores) -> float:
        return math.prod(
            sum(self._weight(value, scores) for value in allowed)
            for allowed in self.values[process].values()
        )

    def _weight(self, value: str, scores: Scores) -> float:
        return math.exp((self.leanings.get(value, 0.0) + scores.get(value, 0.0)) / DOUBT)
