"""The story of the router: a letter is decided, registered and laid on a desk, once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from functions.router.offices import route
from functions.router.record import record_of, reply_of
from shared.classification.classify import classify
from shared.classification.passages import passages
from shared.correspondence.official import marked_secret
from shared.directory.offices import Directory
from shared.errors import ReferenceTaken, TryLater
from shared.findable import findable
from shared.model.fact import OfficeCode, ProcessId, SubmissionId
from shared.model.letter import Filed, LetterRecord, Outcome
from shared.model.messages import ReceiptDue, TakenIn
from shared.model.process import Process
from shared.model.routing import Routing
from shared.model.submission import ReadLetter
from shared.ports.buckets import LetterStore
from shared.ports.neighbours import Queue
from shared.ports.register import Register
from shared.thai.calendar import BANGKOK

DRAWS = 5
"""How often a reference may be taken already (about one chance in 10^15 each)."""


@dataclass(frozen=True)
class Router:
    """The router's neighbours. ``due_on`` is the desk's own target for a time of arrival."""

    letters: LetterStore
    register: Register
    notify: Queue
    directory: Callable[[date], Directory]
    """The offices in force on a day: the day the letter was received decides."""
    processes: Callable[[date], Mapping[ProcessId, Process]]
    now: Callable[[], datetime]
    draw_reference: Callable[[], str]
    due_on: Callable[[datetime], date]


def dispatch(taken: TakenIn, router: Router) -> Filed:
    """Decide whose work a letter is and lay it on that desk, once.

    The same message again, or another arrival of the same letter, changes nothing but what
    the new arrival asks for: a desk that it addressed and that has the letter not yet.
    """
    letter = router.letters.read_letter(taken.letter_key)
    earlier = _letter_it_answers(letter, router.register)
    if earlier:
        filed = _join(letter, taken, earlier, router)
    else:
        filed = _register(letter, _open(letter, taken, router), router)
    if filed.outcome is not Outcome.DUPLICATE:
        joined = filed.outcome is Outcome.JOINED_THREAD
        router.notify.send(
            ReceiptDue(
                arrival_id=taken.arrival_id, submission_id=filed.submission_id, joined=joined
            )
        )
    router.register.arrivals.end(taken.arrival_id, filed.outcome, filed.submission_id)
    return filed


def received_on(letter: ReadLetter) -> date:
    """The day, by Thai time, on which the letter entered the system."""
    return letter.submission.received_at.astimezone(BANGKOK).date()


def _letter_it_answers(letter: ReadLetter, register: Register) -> LetterRecord | None:
    """The earlier letter whose reference or receipt this one quotes.

    A letter marked secret joins nothing: it would lie on the desk of another letter.
    """
    submission = letter.submission
    if register.letters.get(submission.id):
        return None  # It was registered in its own right before; that stands.
    found = [register.letters.by_message(name) for name in submission.in_reply_to]
    found += [register.letters.by_reference(reference) for reference in submission.references]
    answered = next((record for record in found if record), None)
    return None if answered is None or marked_secret(passages(letter)) else answered


def _join(letter: ReadLetter, taken: TakenIn, earlier: LetterRecord, router: Router) -> Filed:
    reply = reply_of(letter, taken.letter_key, secret=earlier.secret)
    due_on = router.due_on(letter.arrival.received_at)
    standing = router.register.work.join(earlier.submission_id, reply, due_on)
    ours = standing.arrival_id == taken.arrival_id
    return Filed(
        outcome=Outcome.JOINED_THREAD if ours else Outcome.DUPLICATE,
        submission_id=earlier.submission_id,
        reference=earlier.reference,
        arrival_id=taken.arrival_id,
        offices=tuple(item.office for item in router.register.work.of(earlier.submission_id)),
    )


def _open(letter: ReadLetter, taken: TakenIn, router: Router) -> LetterRecord:
    """The letter's record: the one that stands, or a new one with what we decide now."""
    standing = router.register.letters.get(letter.submission.id)
    if standing:
        return standing
    day = received_on(letter)
    classification = classify(letter, router.processes(day))
    routing = route(letter, classification, router.directory(day))
    for _ in range(DRAWS):
        record = record_of(
            letter, taken.letter_key, router.draw_reference(), classification, routing
        )
        try:
            return router.register.letters.open(record)
        except ReferenceTaken:
            continue
    raise TryLater("no free reference was drawn")


def _register(letter: ReadLetter, record: LetterRecord, router: Router) -> Filed:
    arrival = letter.arrival
    work = router.register.work
    due_on = router.due_on(arrival.received_at)
    for office in _routing(letter, record, router).offices:
        item = work.open(record, office, arrival, router.now(), due_on)
        router.register.search.enter(findable(letter, record, item))
    opened = _opened_by(letter, record.submission_id, router)
    return Filed(
        outcome=Outcome.WORK_ITEM if opened else Outcome.DUPLICATE,
        submission_id=record.submission_id,
        reference=record.reference,
        arrival_id=arrival.id,
        offices=opened,
    )


def _routing(letter: ReadLetter, record: LetterRecord, router: Router) -> Routing:
    """The decision on record; a later arrival is routed by all offices addressed so far."""
    submission = letter.submission
    addressed = router.register.letters.add_addressed(submission.id, submission.addressed)
    if record.arrival_id == letter.arrival.id:
        return record.routing
    everywhere = submission.model_copy(update={"addressed": addressed})
    return route(
        letter.model_copy(update={"submission": everywhere}),
        record.classification,
        router.directory(received_on(letter)),
    )


def _opened_by(
    letter: ReadLetter, submission_id: SubmissionId, router: Router
) -> tuple[OfficeCode, ...]:
    items = router.register.work.of(submission_id)
    return tuple(item.office for item in items if item.opened_by == letter.arrival.id)
