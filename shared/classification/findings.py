"""The words of a letter that count: found, weighed by where they stand, the lesser dropped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shared.classification.passages import Passage, Place
from shared.classification.vocabulary import MUTE, Vocabulary
from shared.thai.phrases import GAP_SIGN

PLACES = {
    Place.HEADING: 1.4,
    Place.OWN: 1.0,
    Place.SUBJECT: 0.8,
    Place.OLD_SUBJECT: 0.35,
    Place.FORWARDED: 0.8,
    Place.ATTACHED: 0.6,
    Place.NAME: 0.6,
    Place.QUOTED: 0.2,
}
"""Form heading before the sender's new words before the subject before what is quoted."""
BLURRED = 0.75
"""Of a likeness only: letters that scanners confuse were taken for one another."""
TICKED, LEFT_EMPTY = 1.6, 0.05


@dataclass(frozen=True, slots=True)
class Finding:
    """Words in a passage, what they speak for, and what they weigh there."""

    passage: Passage
    start: int
    end: int
    means: str
    weight: float
    phrase: str

    @property
    def family(self) -> str:
        """What it competes with for the same letters: section with section, topic with process."""
        name, _, value = self.means.partition(":")
        return name if value and name != "topic" else "what"


def findings(passages: Sequence[Passage], vocabulary: Vocabulary) -> list[Finding]:
    """Every word of the vocabulary in the passages that no longer one hides."""
    found: list[Finding] = []
    for passage in passages:
        found += unhidden(list(_in_passage(passage, vocabulary)))
    return found


def unhidden(found: list[Finding]) -> list[Finding]:
    """Without those that lie within a longer one of the same family, or within mute words.

    What stands in the gap of a phrase is not hidden by it.
    """
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda f: f.start - f.end):
        if not any(_hides(longer, finding) for longer in kept):
            kept.append(finding)
    return [finding for finding in kept if finding.means != MUTE]


def _hides(longer: Finding, finding: Finding) -> bool:
    if GAP_SIGN in longer.phrase and longer.means != MUTE:
        return False
    inside = longer.start <= finding.start and finding.end <= longer.end
    shorter = longer.end - longer.start > finding.end - finding.start
    return inside and shorter and (longer.means == MUTE or longer.family == finding.family)


def _in_passage(passage: Passage, vocabulary: Vocabulary) -> Iterator[Finding]:
    folded = passage.folded
    for hit in vocabulary.words.find(folded):
        weight = hit.value.weight * (1.0 if hit.exact else BLURRED)
        weight *= _standing(passage, hit.start, vocabulary, hit.end)
        yield Finding(passage, hit.start, hit.end, hit.value.means, weight, hit.phrase)
    for form in vocabulary.forms.find(folded):
        weight = form.weight * _standing(passage, form.start, vocabulary, form.end)
        yield Finding(passage, form.start, form.end, form.means, weight, form.form)


def _standing(passage: Passage, start: int, vocabulary: Vocabulary, end: int) -> float:
    original = passage.folded.places[start]
    factor = PLACES[passage.place_of(original)]
    box = next((box for box in passage.boxes if box.start <= original < box.end), None)
    if box:
        return factor * (TICKED if box.ticked else LEFT_EMPTY)
    return factor * vocabulary.cues.factor(passage.folded, start, end)
