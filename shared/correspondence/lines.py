"""A document line by line: an official letter's form is seen in how its lines begin."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from shared.classification.passages import Passage, Place
from shared.model.official import Said
from shared.thai.folding import GONE

_NOT_ITS_OWN = frozenset({Place.QUOTED, Place.NAME, Place.SUBJECT, Place.OLD_SUBJECT})


@dataclass(frozen=True, slots=True)
class Line:
    """One line, folded; ``at`` is where it begins in its passage's folded text."""

    passage: Passage
    at: int
    text: str

    def said(self, start: int, end: int | None = None) -> Said:
        """A folded slice of the line, as it stands in the document. It must not be empty."""
        return between(self, start, self, len(self.text) if end is None else end)


def between(first: Line, start: int, last: Line, end: int) -> Said:
    """The words from a place in one line to a place in a later one of the same passage."""
    found = first.passage.evidence(first.at + start, last.at + end, 0, "")
    return Said(
        text=" ".join(found.text.split()),
        document=found.document,
        start=found.start,
        end=found.end,
        scanned=first.passage.scanned,
    )


def documents(passages: Sequence[Passage]) -> Mapping[int, list[Line]]:
    """The lines of each document, in order; subjects, names and quotations left out."""
    found: dict[int, list[Line]] = {}
    for passage in passages:
        if passage.place not in _NOT_ITS_OWN:
            found.setdefault(passage.document, []).extend(lines(passage))
    return found


def lines(passage: Passage) -> Iterator[Line]:
    """Every line of a passage; a blank one has no text."""
    folded = passage.folded
    at = start = 0
    for written in folded.original.split("\n"):
        end = start + len(written)
        text = folded.marked[start:end].replace(GONE, "")
        yield Line(passage, at, text)
        at += len(text) + (folded.marked[end : end + 1] not in {"", GONE})
        start = end + 1
