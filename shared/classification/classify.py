"""Decide what a letter is about: the rules and the learned part, each with its evidence."""

from collections.abc import Mapping
from dataclasses import dataclass

from shared.classification.findings import Finding, findings
from shared.classification.learned import Learned
from shared.classification.learned_file import load as load_learned
from shared.classification.learned_words import words
from shared.classification.mixing import agreed, damped, mix, told_apart
from shared.classification.passages import NOWHERE, Passage, Place, passages
from shared.classification.ranking import contested, rank, scores, shares
from shared.classification.runs import runs_of, said
from shared.classification.second_request import asks_twice
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
MATTERS = 3.5
"""A word of this weight names a matter by itself: ``สมัคร ม.40`` is short, not empty."""
_NO_MATTER = frozenset({"topic:nothing", "topic:enquiry"})
WORTH_SHOWING = 0.005
"""Candidates less likely than this are left out."""

Processes = Mapping[ProcessId, Process]


@dataclass(frozen=True)
class ByRules:
    """What the rules say of a letter: each process's share, and the words that counted."""

    passages: tuple[Passage, ...]
    found: tuple[Finding, ...]
    shares: Mapping[ProcessId, float]
    weighed: Mapping[str, float]

    def one_matter(self, best: ProcessId, mixed: Mapping[ProcessId, float]) -> bool:
        """Whether nothing is asked for beside the best process.

        Words of another matter, about as strong, do not ask for it where both halves together
        leave it next to nothing and the sender announces no second request.
        """
        if not contested(best, self.weighed, load().facets):
            return True
        return told_apart(best, mixed) and not asks_twice(self.passages)

    def beside(self, best: ProcessId) -> ProcessId:
        """What the words ask for beside the best process: the likeliest one of another topic."""
        its = set(load().facets.neighbours.get(best, ()))
        others = (process for process in self.shares if process != best and process not in its)
        return max(others, key=lambda process: self.shares[process])


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
    one_matter = ruled.one_matter(best, mixed)
    undisputed = agreed(ruled.shares, spoken, best)
    sure = one_matter and learned.stands(mixed[best], undisputed=undisputed)
    version = f"{load().version}+{learned.version}"
    beside = None if one_matter else ruled.beside(best)
    return _classification(ranked, words_found, version, sure=sure, beside=beside)


def by_rules(letter: ReadLetter, processes: Processes) -> ByRules:
    """What the rules say, for the processes of the list. Raises BadDirectory as classify."""
    vocabulary = load()
    check_processes(vocabulary, processes)
    pieces = passages(letter)
    words_found = findings(pieces, vocabulary)
    asks = any(_asks(finding) for finding in words_found)
    found = (*words_found, *signs(letter, pieces, vocabulary, asks=asks))
    weighed = scores(found)
    likely = shares(weighed, vocabulary.facets)
    known = {process: share for process, share in likely.items() if process in processes}
    return ByRules(pieces, found, known, weighed)


def _asks(finding: Finding) -> bool:
    """A word that names a matter and stands in what the sender wrote now."""
    names = finding.family == "what" and finding.means not in _NO_MATTER
    return names and finding.weight >= MATTERS and finding.passage.place is Place.OWN


def _classification(
    ranked: tuple[Candidate, ...],
    evidence: list[Evidence],
    version: str,
    *,
    sure: bool,
    beside: ProcessId | None = None,
) -> Classification:
    """``beside``: a second matter, which is shown however unlikely both halves find it."""
    weightiest = sorted(evidence, key=lambda piece: -abs(piece.weight))
    return Classification(
        ranked=tuple(
            candidate
            for place, candidate in enumerate(ranked)
            if place == 0 or candidate.confidence >= WORTH_SHOWING or candidate.process == beside
        ),
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
