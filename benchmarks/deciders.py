"""Who decides in the benchmark of deciding: the product, in the two steps of the router."""

from collections.abc import Mapping, Sequence
from functools import cache

from benchmarks.scoring.judging import Answer
from cli.learning.artefact import teacher
from cli.learning.lessons import key_of, own_letters
from cli.learning.trial import tried
from functions.router.offices import route
from shared.classification.classify import classify, classify_with
from shared.classification.learned import Learned
from shared.classification.learned_file import load as load_learned
from shared.directory import offices, processes
from shared.model.classification import Classification
from shared.model.fact import ProcessId
from shared.model.process import Process
from shared.model.routing import Decision, Routing
from shared.model.submission import ReadLetter
from shared.thai.calendar import BANGKOK


def classified(letter: ReadLetter) -> Classification:
    """The first step, with the process list of the letter's day."""
    return classify(letter, _processes(letter))


def by_rules_alone(letter: ReadLetter) -> Classification:
    """The first step without the learned part."""
    return classify_with(None, letter, _processes(letter))


def honestly(letters: Sequence[ReadLetter]) -> list[Classification]:
    """The first step, for letters that may have taught the learned part.

    Such a letter is decided by a learned part taught and calibrated without it.
    """
    turns = _turns() if {key_of(one) for one in letters} & _taught() else {}
    return [
        classify_with(turns.get(key_of(one)) or load_learned(), one, _processes(one))
        for one in letters
    ]


def routed(letter: ReadLetter, classification: Classification) -> Routing:
    """The second step, with the directory of the letter's day."""
    day = letter.submission.received_at.astimezone(BANGKOK).date()
    return route(letter, classification, offices.load(day))


def answer(classification: Classification, routing: Routing) -> Answer:
    """What counts of both; of several offices the first."""
    return Answer(
        process=classification.best.process,
        confidence=classification.best.confidence,
        sure=classification.sure,
        office=routing.offices[0],
        automatic=routing.decision is Decision.AUTO,
    )


@cache
def _taught() -> frozenset[str]:
    return frozenset(one.key for one in own_letters())


@cache
def _turns() -> Mapping[str, Learned]:
    return tried(own_letters(), teacher()).turns


def _processes(letter: ReadLetter) -> Mapping[ProcessId, Process]:
    return processes.load(letter.submission.received_at.astimezone(BANGKOK).date())
