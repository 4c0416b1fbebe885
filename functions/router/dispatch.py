"""The story of the router: a letter is decided, registered and laid on a desk, once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from functions.router.offices import route
from functions.router.record import record_of, reply_of
from functions.router.remembered import nothing_remembered
from functions.router.threads import letter_it_answers
from shared.classification.classify import classify
from shared.directory.offices import Directory
from shared.errors import ReferenceTaken, TryLater
from shared.findable import findable
from shared.model.dossier import Entered
from shared.model.fact import OfficeCode, ProcessId
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
    remembered: Callable[[datetime], Mapping[str, OfficeCode]] = nothing_remembered
    """What the central registry has confirmed of places, at a time."""


def dispatch(taken: TakenIn, router: Router) -> Filed:
    """Decide whose work a letter is and lay it on that desk, once.

    The same message again, or another arrival of the same letter, changes nothing but what
    the new arrival asks for: a desk that it addressed and that has the letter not yet.
    """
    letter = router.letters.read_letter(taken.letter_key)
    earlier = letter_it_answers(letter, router.register)
    if earlier:
        filed = _join(letter, taken, earlier, router)
    else:
        filed = _register(letter, _enter(letter, taken, router), router)
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


def _enter(letter: ReadLetter, taken: TakenIn, router: Router) -> Entered:
    """The letter's record: the one that stands, or a new one with what we decide now.

    A new one is on the desk of its first office already. Whether one stands is not asked
    before: nearly every letter is new, and writing tells.
    """
    day, arrival = received_on(letter), letter.arrival
    classification = classify(letter, router.processes(day))
    remembered = router.remembered(router.now())
    routing = route(letter, classification, router.directory(day), remembered)
    addressed, due_on = letter.submission.addressed, router.due_on(arrival.received_at)
    for _ in range(DRAWS):
        record = record_of(
            letter, taken.letter_key, router.draw_reference(), classification, routing
        )
        try:
            return router.register.work.enter(record, addressed, arrival, router.now(), due_on)
        except ReferenceTaken:
            continue
    raise TryLater("no free reference was drawn")


def _register(letter: ReadLetter, entered: Entered, router: Router) -> Filed:
    arrival, record, first = letter.arrival, entered.record, entered.item
    work = router.register.work
    due_on = router.due_on(arrival.received_at)
    items = []
    for office in _routing(letter, record, router).offices:
        there = first if first and first.office == office else None
        item = there or work.open(record, office, arrival, router.now(), due_on)
        router.register.search.enter(findable(letter, record, item))
        items.append(item)
    if record.arrival_id != arrival.id:  # An earlier delivery may have been routed otherwise.
        items = [*work.of(record.submission_id)]
    opened = tuple(sorted(item.office for item in items if item.opened_by == arrival.id))
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
    if record.arrival_id == letter.arrival.id:
        return record.routing
    addressed = router.register.letters.add_addressed(submission.id, submission.addressed)
    everywhere = submission.model_copy(update={"addressed": addressed})
    return route(
        letter.model_copy(update={"submission": everywhere}),
        record.classification,
        router.directory(received_on(letter)),
        router.remembered(router.now()),
    )
