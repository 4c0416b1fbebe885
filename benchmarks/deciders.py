"""Who decides in the benchmark of deciding: the product, in the two steps of the router."""

from benchmarks.scoring.judging import Answer
from functions.router.offices import route
from shared.classification.classify import classify
from shared.directory import offices, processes
from shared.model.classification import Classification
from shared.model.routing import Decision, Routing
from shared.model.submission import ReadLetter
from shared.thai.calendar import BANGKOK


def classified(letter: ReadLetter) -> Classification:
    """The first step, with the process list of the letter's day."""
    return classify(
        letter, processes.load(letter.submission.received_at.astimezone(BANGKOK).date())
    )


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
