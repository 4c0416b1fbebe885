"""From weighed words to processes with a confidence.

Words for one meaning add up with diminishing returns: the strongest counts whole, each
further one less (a page full of one word says little more than one of it). A topic's
score and a process's own words are added; within a topic the facets divide it (facets).
The exponentials, divided by their sum, are the shares; TEMPERATURE flattens them so that the
share of the best, taken for a confidence, means how often such a letter is right.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

from shared.classification.facets import Facets
from shared.classification.findings import Finding
from shared.model.classification import Candidate
from shared.model.fact import ProcessId

FURTHER = 0.6
"""What each further word for the same meaning counts, of the one before."""
TEMPERATURE = 0.7
CONTESTED = 0.8
"""Another matter that weighs so much of what the best one weighs is asked for too, perhaps."""
_NO_MATTER = frozenset({"topic:enquiry", "topic:nothing"})


def scores(found: Iterable[Finding]) -> dict[str, float]:
    """What the words weigh for each meaning; the same phrase twice counts once, at its best."""
    best: dict[str, dict[str, float]] = defaultdict(dict)
    for finding in found:
        of_meaning = best[finding.means]
        weight = of_meaning.get(finding.phrase, 0.0)
        of_meaning[finding.phrase] = max(weight, finding.weight, key=abs)
    return {means: _sum(list(weights.values())) for means, weights in best.items()}


def shares(weighed: Mapping[str, float], facets: Facets) -> dict[ProcessId, float]:
    """The share of every process by the rules; they sum to one."""
    likely: dict[ProcessId, float] = defaultdict(float)
    for topic in facets.topics:
        score = weighed.get(topic, 0.0) + facets.leanings.get(topic, 0.0)
        for process, share in facets.shares(topic, weighed).items():
            own = weighed.get(process, 0.0)
            likely[ProcessId(process)] += math.exp((score + own) / TEMPERATURE) * share
    total = sum(likely.values())
    return {process: value / total for process, value in likely.items()}


def contested(best: str, weighed: Mapping[str, float], facets: Facets) -> bool:
    """Whether the words speak about as strongly for a matter that is not this process's."""
    its = {topic for topic, processes in facets.topics.items() if best in processes}
    mine = max(weighed.get(topic, 0.0) for topic in its) + max(0.0, weighed.get(best, 0.0))
    others = (weighed.get(topic, 0.0) for topic in facets.topics if topic not in its | _NO_MATTER)
    return max(others) >= CONTESTED * max(1.0, mine)


def rank(likely: Mapping[ProcessId, float]) -> tuple[Candidate, ...]:
    """The processes with their confidence, likeliest first."""
    ordered = sorted(likely.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        Candidate(process=process, confidence=round(value, 4)) for process, value in ordered
    )


def _sum(weights: list[float]) -> float:
    total = sum(weight for weight in weights if weight < 0)
    for place, weight in enumerate(sorted((w for w in weights if w > 0), reverse=True)):
        total += weight * FURTHER**place
    return total
