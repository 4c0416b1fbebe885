"""Decide what a letter is about."""

from collections.abc import Mapping

from shared.classification.findings import Finding, findings
from shared.classification.passages import NOWHERE, passages
from shared.classification.ranking import rank, scores
from shared.classification.signs import signs
from shared.classification.vocabulary import check_processes, load
from shared.model.classification import Classification, Evidence
from shared.model.fact import ProcessId
from shared.model.process import Process
from shared.model.submission import ReadLetter

SURE = 0.9
"""From this confidence on the best process stands without a person."""
SHOWN = 12
"""How many pieces of evidence are kept, the weightiest first."""
WORTH_SHOWING = 0.005
"""Candidates less likely than this are left out."""


def classify(letter: ReadLetter, processes: Mapping[ProcessId, Process]) -> Classification:
    """Rank the processes for a letter, best first, with the words that decided.

    Raises BadDirectory when the process list has a process that no data file knows.
    """
    vocabulary = load()
    check_processes(vocabulary, processes)
    pieces = passages(letter)
    found = [*findings(pieces, vocabulary), *signs(letter, pieces, vocabulary)]
    ranked = [c for c in rank(scores(found), vocabulary.facets) if c.process in processes]
    weightiest = sorted(found, key=lambda finding: -abs(finding.weight))
    return Classification(
        ranked=tuple(c for c in ranked if c.confidence >= WORTH_SHOWING) or tuple(ranked[:1]),
        sure=ranked[0].confidence >= SURE,
        evidence=tuple(map(_evidence, weightiest[:SHOWN])),
        version=vocabulary.version,
    )


def _evidence(finding: Finding) -> Evidence:
    if finding.passage.document != NOWHERE:
        weight, means = finding.weight, finding.means
        return finding.passage.evidence(finding.start, finding.end, weight, means)
    return Evidence(
        text=finding.phrase,
        document=NOWHERE,
        start=0,
        end=0,
        weight=round(finding.weight, 2),
        meaning=finding.means,
    )
