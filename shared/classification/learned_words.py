"""Where in a letter the runs stand that spoke for the best process: evidence of the learned part.

A run counts once, where it first stands, and its weight is spread over its letters. Letters
that weigh more than usual and stand together make one piece of evidence.
"""

from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest

from shared.classification.learned import Learned
from shared.classification.passages import Passage
from shared.classification.ranking import TEMPERATURE
from shared.classification.runs import LENGTHS
from shared.model.classification import Evidence

MEANING = "learned:"
"""What the meaning of such evidence begins with; the process follows."""
MOST = 3
LEAST_WEIGHT = 0.2
_LEAST_LENGTH = 4
_APART = 2
"""So many lighter letters do not part two pieces."""
_VOWELS = frozenset("ะัาิีึืุู")
"""Signs that are written after, above or below their consonant."""


def words(
    passages: Iterable[Passage], learned: Learned, process: str, worth: float
) -> list[Evidence]:
    """The few weightiest pieces that speak for a process, weighed as the rules weigh words.

    ``worth``: what 1 in a row is worth in this letter.
    """
    unit = worth * learned.learned / learned.rules * TEMPERATURE
    known: set[str] = set()
    found = [
        (sum(gains[start:end]) * unit, passage, start, end)
        for passage in passages
        for gains in [_gains(passage.folded.text, learned, process, known)]
        for start, end in _spans(passage.folded.text, gains)
    ]
    weightiest = nlargest(MOST, found, key=lambda piece: piece[0])
    return [
        passage.evidence(start, end, weight, MEANING + process)
        for weight, passage, start, end in weightiest
        if weight >= LEAST_WEIGHT
    ]


def _gains(text: str, learned: Learned, process: str, known: set[str]) -> list[float]:
    """What each letter of a text weighs; ``known`` are the runs of earlier texts, and grows."""
    gains = [0.0] * len(text)
    for length in LENGTHS:
        # From behind, so that a run's first place is the one that stays.
        backwards = range(len(text) - length, -1, -1)
        first = {text[start : start + length]: start for start in backwards}
        for run, weight in learned.weights(first.keys() - known, process):
            start = first[run]
            for place in range(start, start + length):
                gains[place] += weight / length
        known |= first.keys()
    return gains


def _spans(text: str, gains: Sequence[float]) -> Iterator[tuple[int, int]]:
    speaking = [gain for gain in gains if gain > 0]
    usual = sum(speaking) / max(1, len(speaking))
    start = end = -1 - _APART
    for place in (p for p, gain in enumerate(gains) if gain > usual):
        if place - end > _APART:
            if end - start >= _LEAST_LENGTH:
                yield _whole(text, start, end)
            start = place
        end = place + 1
    if end - start >= _LEAST_LENGTH:
        yield _whole(text, start, end)


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """No vowel cut from its consonant."""
    while start and text[start] in _VOWELS:
        start -= 1
    while end < len(text) and text[end] in _VOWELS:
        end += 1
    return start, end
