"""Ask the n-gram classifier about letters, never about one that it was taught with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.labelled_letters import LabelledLetter
from benchmarks.ngrams.ridge import teach
from benchmarks.ngrams.weights import Counted, Places, count, likeness
from benchmarks.scoring.judging import Answer
from shared.model.fact import ProcessId

FOLDS = 10
UNKNOWN = -1
"""The fold of a letter that is not among those to teach with."""


@dataclass(frozen=True)
class _Class:
    """What is taught from: all texts, of which the first have these labels."""

    counted: Counted
    labels: tuple[ProcessId, ...]
    sure_from: float

    def answers(self, taught: Places, asked: Places) -> Iterator[Answer]:
        """The answers for some texts of one who was taught with others."""
        names = sorted({self.labels[place] for place in taught})
        classes = np.array([names.index(self.labels[place]) for place in taught], np.intp)
        alike = likeness(self.counted, taught)
        ridge = teach(alike[np.ix_(taught, taught)], classes, len(names))
        for shares in ridge.shares(alike[np.ix_(asked, taught)]):
            best = int(shares.argmax())
            confidence = float(shares[best])
            sure = confidence >= self.sure_from
            yield Answer(process=names[best], confidence=confidence, sure=sure)


def ask(
    letters: Sequence[LabelledLetter], teaching: Sequence[LabelledLetter], sure_from: float
) -> list[Answer]:
    """An answer for each letter; sure from this confidence on. ``teaching`` must not be empty.

    Letters that are (by their text) also among ``teaching`` are asked in FOLDS turns, each
    time of a classifier that was taught without them.
    """
    texts = [one.text for one in teaching]
    counted = count(texts + [one.text for one in letters])
    taught = _Class(counted, tuple(one.label.process for one in teaching), sure_from)
    answers: dict[int, Answer] = {}
    for asked, barred in _turns(letters, set(texts)):
        known = np.array([i for i, text in enumerate(texts) if text not in barred], np.intp)
        found = taught.answers(known, len(texts) + np.array(asked, np.intp))
        answers |= zip(asked, found, strict=True)
    return [answers[place] for place in range(len(letters))]


def _turns(
    letters: Sequence[LabelledLetter], taught: set[str]
) -> Iterator[tuple[list[int], set[str]]]:
    """Which letters are asked together, and the texts that must not be taught before."""
    folds = _folds(letters, taught)
    for fold in sorted(set(folds)):
        asked = [place for place, its in enumerate(folds) if its == fold]
        yield asked, set() if fold == UNKNOWN else {letters[place].text for place in asked}


def _folds(letters: Sequence[LabelledLetter], taught: set[str]) -> list[int]:
    """The processes dealt out evenly; the same text always into the same fold."""
    known = {one.text: one.label.process for one in letters if one.text in taught}
    ordered = sorted(known, key=lambda text: (known[text], text))
    dealt = {text: number % FOLDS for number, text in enumerate(ordered)}
    return [dealt.get(one.text, UNKNOWN) for one in letters]
