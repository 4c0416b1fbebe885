"""What each half counts, and from which confidence a process stands.

Fitted on letters that neither half was tuned on.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
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
LOWEST = 0.9
"""No lower confidence ever stands, however right these few hundred letters are there."""
MANY = 100
"""Among so many sure letters one wrong one more is luck: without it, the limit leaps between
0.8 and 1 with the one letter that is left out."""
_LEAST = 1e-9

Asked = Sequence[tuple[Example, Mapping[str, float]]]
"""Letters and what a learned part says of each that was not taught with it."""


def calibrated(learned: Learned, asked: Asked) -> Learned:
    """The same with the factors under which these letters' labels are likeliest."""
    tried = [replace(learned, rules=r, learned=b) for r, b in product(RULES, LEARNED)]
    best = min(tried, key=lambda one: _surprise(one, asked))
    answers = [(example, decided(best, example, scores)) for example, scores in asked]
    could_stand = [
        (confidence, process in example.accepted)
        for example, (confidence, process, agree) in answers
        if agree
    ]
    return replace(best, sure_from=_limit(could_stand))


def _surprise(learned: Learned, asked: Asked) -> float:
    return sum(
        -math.log(max(_LEAST, sum(mixed.get(p, 0.0) for p in example.accepted)))
        for example, scores in asked
        for mixed in [mix(example.shares, scores, learned)]
    )


def decided(
    learned: Learned, example: Example, scores: Mapping[str, float]
) -> tuple[float, ProcessId, bool]:
    """The best process with its confidence, and whether it may stand: agreed, not contested."""
    mixed = mix(example.shares, scores, learned)
    best = max(mixed, key=lambda process: mixed[process])
    may_stand = agreed(example.shares, scores, best, mixed[best])
    return mixed[best], best, may_stand and not example.ruled.contested(best)


def _limit(judged: Sequence[tuple[float, bool]]) -> float:
    """The lowest confidence from which on WANTED are right, give or take one letter among MANY."""
    limit, right = NEVER, 0
    for count, (confidence, is_right) in enumerate(sorted(judged, reverse=True), start=1):
        right += is_right
        if right + (count >= MANY) >= WANTED * count:
            limit = max(confidence, LOWEST)
    return limit


Teacher = Callable[[Sequence[Example]], Learned]
"""Makes a learned part, not calibrated yet, from some letters."""
