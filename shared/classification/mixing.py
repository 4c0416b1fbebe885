"""The rules and the learned part together: one confidence for each process.

The logarithm of the rules' share and the learned score are added, each times what it counts,
and the exponentials divided by their sum. Both factors were fitted on letters that no rule was
tuned on, so that a confidence means how often such a letter is right; they come with the
learned part's file.
"""

import math
from collections.abc import Collection, Mapping

from shared.classification.learned import Learned
from shared.model.fact import ProcessId
from shared.model.process import AGENCY, HOSPITAL_USER, NOTHING

HELD = frozenset({AGENCY, HOSPITAL_USER, NOTHING})
"""Where the rules put one of these first, runs of letters alone cannot put another before it:
they are told by who writes, by the form of a letter or by its saying nothing, not by its
words, and what is said in an agency's letter sounds like any process."""
WITHIN_TOPIC = 0.5
"""Sections, funds, the living and the dead are told apart by marks that rules know exactly and
that are a few runs among hundreds."""
TOLD_APART = 0.002
"""A confidence below which another matter, though many words speak of it, is not asked for."""
_LEAST = math.exp(-12)
"""No rule is so sure of a "no" that it outweighs everything."""


def damped(
    scores: Mapping[str, float], neighbours: Mapping[str, Collection[str]]
) -> dict[str, float]:
    """Learned scores whose differences between processes of one topic count less.

    A process that was not learned has the score 0, which is the mean.
    """
    had = {process: scores.get(process, 0.0) for process in neighbours}
    highest = {process: max(map(had.__getitem__, some)) for process, some in neighbours.items()}
    return {p: highest[p] + WITHIN_TOPIC * (score - highest[p]) for p, score in had.items()}


def mix(
    rules: Mapping[ProcessId, float], scores: Mapping[str, float], learned: Learned
) -> dict[ProcessId, float]:
    """The confidence of each process, from the rules' shares and the damped learned scores."""
    best = max(rules, key=lambda process: rules[process])
    most = scores.get(best, 0.0) if best in HELD else math.inf
    sums = {
        process: learned.rules * math.log(max(share, _LEAST))
        + learned.learned * min(scores.get(process, 0.0), most)
        for process, share in rules.items()
    }
    highest = max(sums.values())
    likely = {process: math.exp(value - highest) for process, value in sums.items()}
    total = sum(likely.values())
    return {process: value / total for process, value in likely.items()}


def told_apart(best: ProcessId, mixed: Mapping[ProcessId, float]) -> bool:
    """Whether no other process is likely enough to be a second matter of the letter."""
    return all(share < TOLD_APART for process, share in mixed.items() if process != best)


def agreed(rules: Mapping[ProcessId, float], scores: Mapping[str, float], best: ProcessId) -> bool:
    """Whether each half by itself puts this process first.

    Where the rules hold a process, they need nobody's consent.
    """
    if best != max(rules, key=lambda process: rules[process]):
        return False
    return best in HELD or scores.get(best, 0.0) >= max(scores.values(), default=0.0)
