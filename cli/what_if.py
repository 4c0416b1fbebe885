"""What would change a decision: the letter is decided again without each thing that counted.

Words are taken out wherever they stand, then the mailboxes that were addressed. Where no one
thing changes anything, the words are taken out one after the other, the weightiest first, until
the decision falls: so many would have to be wrong.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from shared.model.classification import Classification
from shared.model.fact import Fact, OfficeCode, ProcessId
from shared.model.routing import Decision, Routing
from shared.model.submission import ReadLetter

Decide = Callable[[ReadLetter], tuple[Classification, Routing]]
"""Decides about a letter as the product does."""
Some = TypeVar("Some", bound=Fact)
_FEWEST = 3
"""Signs: shorter words stand everywhere, and taking them out everywhere proves nothing."""

_MOST = 12
"""Words taken out together: if a decision still stands without so many, it stands."""


@dataclass(frozen=True)
class Without:
    """What becomes of the letter without these words (none: without its mailboxes).

    ``process``, ``sure`` and ``offices`` are as they would be; ``offices`` is empty for triage.
    """

    words: tuple[str, ...]
    process: ProcessId
    sure: bool
    offices: tuple[OfficeCode, ...]


def what_would_change(
    letter: ReadLetter, decided: tuple[Classification, Routing], decide: Decide
) -> tuple[Without, ...]:
    """Each one thing without which process, sureness or office would be another.

    ``decided`` is what ``decide`` says of the letter. Where no one thing changes the process,
    or the offices, the fewest of the weightiest words that together do, if there are any.
    """
    before = _outcome((), *decided)
    silenced = [((words,), _silenced(letter, (words,))) for words in _words(decided)]
    found = [_outcome(words, *decide(changed)) for words, changed in silenced]
    if letter.submission.addressed:
        found.append(_outcome((), *decide(_unaddressed(letter))))
    changing = [each for each in found if _differs(each, before)]
    for part, said in ((0, _process), (1, _offices)):
        if all(said(each) == said(before) for each in changing):
            many = _one_after_the_other(letter, decide, part)
            changing += list(islice((e for e in many if said(e) != said(before)), 1))
    return tuple(changing)


def _one_after_the_other(letter: ReadLetter, decide: Decide, part: int) -> Iterator[Without]:
    """The outcomes without the weightiest word, without the next weightiest too, and so on.

    What is next is what then counts most: behind อ.ปาย there may stand จ.แม่ฮ่องสอน.
    """
    words: tuple[str, ...] = ()
    for _ in range(_MOST):
        decided = decide(_silenced(letter, words))
        yield _outcome(words, *decided)
        evidence = sorted(decided[part].evidence, key=lambda piece: -piece.weight)
        following = next((e.text for e in evidence if e.weight > 0 and e.text not in words), None)
        if following is None:
            return
        words = (*words, following)


def _process(one: Without) -> ProcessId:
    return one.process


def _offices(one: Without) -> tuple[OfficeCode, ...]:
    return one.offices


def _words(decided: tuple[Classification, Routing]) -> list[str]:
    evidence = (*decided[0].evidence, *decided[1].evidence)
    return list(dict.fromkeys(e.text for e in evidence if len(e.text.strip()) >= _FEWEST))


def _outcome(words: tuple[str, ...], classification: Classification, routing: Routing) -> Without:
    offices = routing.offices if routing.decision is Decision.AUTO else ()
    return Without(words, classification.best.process, classification.sure, tuple(offices))


def _differs(one: Without, other: Without) -> bool:
    return (one.process, one.sure, one.offices) != (other.process, other.sure, other.offices)


def _silenced(letter: ReadLetter, words: Sequence[str]) -> ReadLetter:
    """The letter with blanks where the words stood, in its texts and its files' names."""
    submission = letter.submission
    documents = (_changed(each, name=_blank(each.name, words)) for each in submission.documents)
    readings = (
        _changed(
            reading,
            pages=tuple(_changed(page, text=_blank(page.text, words)) for page in reading.pages),
        )
        for reading in letter.readings
    )
    subject = _blank(submission.subject, words)
    return _changed(
        letter,
        submission=_changed(submission, subject=subject, documents=tuple(documents)),
        readings=tuple(readings),
    )


def _blank(text: str, words: Sequence[str]) -> str:
    for each in words:
        text = text.replace(each, " " * len(each))
    return text


def _changed(fact: Some, **values: object) -> Some:
    return fact.model_copy(update=values)


def _unaddressed(letter: ReadLetter) -> ReadLetter:
    return _changed(letter, submission=_changed(letter.submission, addressed=()))
