"""Decide what a letter is about: the rules and the learned part, each with its evidence."""

from collections.abc import Mapping
from dataclasses import dataclass

from shared.classification.findings import Finding, findings
from shared.classification.learned import Learned
from shared.classification.learned_file import load as load_learned
from shared.classification.learned_words import words
from shared.classification.mixing import agreed, damped, mix
from shared.classification.passages import NOWHERE, Passage, passages
from shared.classification.ranking import rank, scores, shares
from shared.classification.runs import runs_of, said
from shared.classification.signs import signs
from shared.classification.vocabulary import check_processes, load
from shared.model.classification import Candidate, Classification, Evidence
from shared.model.fact import ProcessId
from shared.model.process import Process
from shared.model.submission import ReadLetter

SURE = 0.9
"""For the rules alone: from this confidence on the best process stands without a person."""
SHOWN = 12
"""How many pieces of evidence are kept, the weightiest first."""
WORTH_SHOWING = 0.005
"""Candidates less likely than this are left out."""

Processes = Mapping[ProcessId, Process]


@dataclass(frozen=True)
class ByRules:
    """What the rules say of a letter: each process's share, and the words that counted."""

    passages: tuple[Passage, ...]
    found: tuple[Finding, ...]
    shares: Mapping[ProcessId, float]


def classify(letter: ReadLetter, processes: Processes) -> Classification:
    """Rank the processes for a letter, best first, with the words that decided.

    Raises BadDirectory when the process list has a process that no data file knows.
    """
    return classify_with(load_learned(), letter, processes)


def classify_with(
    learned: Learned | None, letter: ReadLetter, processes: Processes
) -> Classification:
    """The same with another learned part; None: by the rules alone."""
    ruled = by_rules(letter, processes)
    words_found = [_evidence(finding) for finding in ruled.found]
    if learned is None:
        ranked = rank(ruled.shares)
        sure = ranked[0].confidence >= SURE
        return _classification(ranked, words_found, load().version, sure=sure)
    runs = runs_of(passage.folded.text for passage in said(ruled.passages))
    spoken = damped(learned.scores(runs), load().facets.neighbours)
    mixed = mix(ruled.shares, spoken, learned)
    ranked = rank(mixed)
    best = ranked[0].process
    if best in learned.processes and mixed[best] > ruled.shares[best]:
        worth = learned.worth(runs)
        words_found += words(said(ruled.passages), learned, best, worth)
    sure = mixed[best] >= learned.sure_from and agreed(ruled.shares, spoken, best)
    return _classification(ranked, words_found, f"{load().version}+{learned.version}", sure=sure)


def by_rules(letter: ReadLetter, processes: Processes) -> ByRules:
    """What the rules say, for the processes of the list. Raises BadDirectory as classify."""
    vocabulary = load()
    check_processes(vocabulary, processes)
    pieces = passages(letter)
    found = (*findings(pieces, vocabulary), *signs(letter, pieces, vocabulary))
    likely = shares(scores(found), vocabulary.facets)
    return ByRules(pieces, found, {p: share for p, share in likely.items() if p in processes})


def _classification(
    ranked: tuple[Candidate, ...], evidence: list[Evidence], version: str, *, sure: bool
) -> Classification:
    weightiest = sorted(evidence, key=lambda piece: -abs(piece.weight))
    return Classification(
        ranked=tuple(c for c in ranked if c.confidence >= WORTH_SHOWING) or ranked[:1],
        sure=sure,
        evidence=tuple(weightiest[:SHOWN]),
        version=version,
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
