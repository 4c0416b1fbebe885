"""What each half counts, and from which confidences a process stands.

Fitted on letters that neither half was tuned on.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from cli.learning.lessons import Example
from shared.classification.learned import Learned
from shared.classification.mixing import agreed, mix
from shared.model.fact import ProcessId

RULES = (0.5, 0.6, 0.7, 0.8, 1.0)
LEARNED = (0.0, 6.0, 8.0, 10.0, 12.0, 14.0, 16.0, 20.0)
WANTED = 0.99
"""Of the sure ones, so many must be right."""
NEVER = 1.0
LIMITS = (0.85, 0.875, 0.9, 0.925, 0.95, 0.975, NEVER)
"""For what both halves put first. No lower confidence ever stands, however right these few
hundred letters are there; few steps, so that the choice rests on more than the last letter."""
ALONE = (0.95, 0.96, 0.97, 0.98, 0.985, 0.99, 0.995, NEVER)
"""The same for what is disputed."""
_LEAST = 1e-9

Asked = Sequence[tuple[Example, Mapping[str, float]]]
"""Letters and what a learned part says of each that was not taught with it."""


def calibrated(learned: Learned, asked: Asked) -> Learned:
    """The same with the factors under which these letters' labels are likeliest."""
    tried = [replace(learned, rules=r, learned=b) for r, b in product(RULES, LEARNED)]
    best = min(tried, key=lambda one: _surprise(one, asked))
    judged = [
        (found, found.process in example.accepted)
        for example, scores in asked
        for found in [decided(best, example, scores)]
    ]
    pairs = (replace(best, sure_from=f, sure_alone=a) for f in LIMITS for a in ALONE if a >= f)
    return max(pairs, key=lambda one: _worth(one, judged))


def _surprise(learned: Learned, asked: Asked) -> float:
    return sum(
        -math.log(max(_LEAST, sum(mixed.get(p, 0.0) for p in example.accepted)))
        for example, scores in asked
        for mixed in [mix(example.shares, scores, learned)]
    )


@dataclass(frozen=True)
class Decided:
    """A letter's best process. ``one_matter``: no other one is asked for beside it."""

    process: ProcessId
    confidence: float
    undisputed: bool
    one_matter: bool

    def stands(self, learned: Learned) -> bool:
        """Whether it needs no person, by this learned part's limits."""
        return self.one_matter and learned.stands(self.confidence, undisputed=self.undisputed)


def decided(learned: Learned, example: Example, scores: Mapping[str, float]) -> Decided:
    """What the product would decide, with these scores."""
    mixed = mix(example.shares, scores, learned)
    best = max(mixed, key=lambda process: mixed[process])
    return Decided(
        process=best,
        confidence=mixed[best],
        undisputed=agreed(example.shares, scores, best),
        one_matter=example.ruled.one_matter(best, mixed),
    )


def _worth(learned: Learned, judged: Sequence[tuple[Decided, bool]]) -> tuple[int, float]:
    """How many letters stand if WANTED of them are right; nothing is worth more than that.

    Of limits under which as many stand, the higher ones.
    """
    sure = [right for found, right in judged if found.stands(learned)]
    kept = sum(sure) >= WANTED * len(sure)
    return (len(sure) if kept else -1), learned.sure_from + learned.sure_alone


Teacher = Callable[[Sequence[Example]], Learned]
"""Makes a learned part, not calibrated yet, from some letters."""
