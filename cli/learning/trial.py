"""Every letter decided by a learned part that it neither taught nor calibrated."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from cli.learning.calibrating import Asked, Teacher, calibrated, decided
from cli.learning.lessons import KEPT, Example
from shared.classification.learned import Learned
from shared.classification.mixing import damped
from shared.classification.vocabulary import load
from shared.model.fact import ProcessId

FOLDS = 10


@dataclass(frozen=True)
class Trial:
    """The learned parts of a trial, by fold, and what all the kept letters together give."""

    turns: Mapping[str, Learned]
    """By the letter's key: the learned part that does not know it."""
    calibrated: Learned
    """With the factors and the limit for the one that is taught with all."""


@dataclass(frozen=True)
class Answer:
    """One letter's answer in the trial."""

    example: Example
    process: ProcessId
    sure: bool

    @property
    def right(self) -> bool:
        """Whether a careful clerk could have chosen this process."""
        return self.process in self.example.accepted


def tried(examples: Sequence[Example], teacher: Teacher) -> Trial:
    """Teach in FOLDS turns, each without one fold; calibrate each on the other folds' letters."""
    fold = dealt(examples)
    turns = [teacher([one for one in examples if fold[one.key] != turn]) for turn in range(FOLDS)]
    asked: list[Asked] = [
        [(e, _scores(turns[turn], e)) for e in examples if _shows(e) and fold[e.key] == turn]
        for turn in range(FOLDS)
    ]
    fitted = [
        calibrated(learned, [one for other, some in enumerate(asked) if other != turn
                             for one in some])
        for turn, learned in enumerate(turns)
    ]  # fmt: skip
    everything = [one for some in asked for one in some]
    return Trial(
        turns={one.key: fitted[fold[one.key]] for one in examples},
        calibrated=calibrated(turns[0], everything),
    )


def answered(examples: Iterable[Example], trial: Trial) -> list[Answer]:
    """Each letter's answer by the learned part that does not know it."""
    return [_answer(one, trial.turns[one.key]) for one in examples]


def dealt(examples: Iterable[Example]) -> dict[str, int]:
    """The turn in which each letter is asked. It depends on nothing but what the letter says.

    So two trials with and without some corrections differ by what these teach, not by luck.
    """
    return {one.key: int(sha256(one.key.encode()).hexdigest(), 16) % FOLDS for one in examples}


def _shows(example: Example) -> bool:
    return example.group.startswith(KEPT)


def _scores(learned: Learned, example: Example) -> Mapping[str, float]:
    return damped(learned.scores(example.runs), load().facets.neighbours)


def _answer(example: Example, learned: Learned) -> Answer:
    scores = _scores(learned, example)
    found = decided(learned, example, scores)
    return Answer(example, found.process, sure=found.stands(learned))
