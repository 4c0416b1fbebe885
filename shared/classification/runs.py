"""The runs of 2 to 4 folded letters that a letter consists of: what the learned part counts."""

from collections.abc import Iterable, Iterator

from shared.classification.passages import Passage, Place

LENGTHS = (2, 3, 4)


def runs_of(texts: Iterable[str]) -> set[str]:
    """The distinct runs of folded texts."""
    runs: set[str] = set()
    for text in texts:
        for length in LENGTHS:
            runs.update(text[at : at + length] for at in range(len(text) - length + 1))
    return runs


def said(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages that are the sender's: what is quoted teaches and decides nothing."""
    return (passage for passage in passages if passage.place is not Place.QUOTED)
