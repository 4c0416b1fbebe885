"""The story of intake: what arrived becomes a read letter, or a named reason why not."""

from dataclasses import dataclass

from functions.intake.inside_apart import Opener, inside_here
from functions.intake.notes import UNCHECKED
from functions.intake.open_mail import open_mail
from functions.intake.open_upload import open_drop, open_upload
from functions.intake.opened import Opened, with_note
from functions.intake.read_letter import read_letter
from functions.intake.read_pieces import Enough, nothing_is_enough
from functions.intake.reading.apart import Reader
from functions.intake.reading.reader import read
from functions.intake.scanned import ScannedStore
from shared.directory.offices import Directory
from shared.errors import NotASubmission, Quarantined, Refused
from shared.model.arrival import PREFIXES, Arrival, Channel, Verdict
from shared.model.fact import CENTRAL
from shared.model.letter import ArrivalRecord, Outcome, RefusedLetter
from shared.model.messages import BounceSeen, RefusalDue, TakenIn
from shared.model.task import Task, TaskKind
from shared.ports.buckets import LetterShelf, RawStore, Scans
from shared.ports.neighbours import Queue
from shared.ports.register import Register


@dataclass(frozen=True)
class Intake:
    """Intake's neighbours. ``buckets`` are the only ones that letters are taken from.

    ``enough`` answers whether a scan need be read further; without it everything is read.
    """

    raw: RawStore
    letters: LetterShelf
    register: Register
    router: Queue
    notify: Queue
    feedback: Queue
    directory: Directory
    buckets: frozenset[str]
    read: Reader = read
    inside: Opener = inside_here
    enough: Enough = nothing_is_enough
    scans: Scans | None = None
    """Of uploads; without it they are not scanned. SES scans mails."""


def take_in(arrival: Arrival, intake: Intake) -> ArrivalRecord:
    """Read what arrived and pass it on; returns the line noted in the ledger of arrivals.

    The same arrival again keeps its line and is passed on again: the stations behind
    recognise it. Raises TryLater when a neighbour is busy; nothing is noted then.
    """
    opened: Opened | None = None
    try:
        _check_scanners(arrival)
        opened = _open(arrival, intake)
        if opened.refused:
            raise opened.refused
        return _pass_on(arrival, opened, intake)
    except Quarantined as quarantine:
        return _quarantine(arrival, quarantine, intake)
    except Refused as refusal:
        return _refuse(arrival, opened, refusal, intake)


def _check_scanners(arrival: Arrival) -> None:
    """Raise Quarantined before any parser of ours touches a letter that failed a scan."""
    if arrival.verdicts.virus is Verdict.FAIL:
        raise Quarantined("virus")
    if arrival.verdicts.spam is Verdict.FAIL:
        raise Quarantined("spam")


def _open(arrival: Arrival, intake: Intake) -> Opened:
    if arrival.bucket not in intake.buckets:
        raise NotASubmission("a bucket that is not ours")
    if arrival.channel is Channel.MAIL:
        if not arrival.key.startswith(PREFIXES[Channel.MAIL]):
            raise NotASubmission("no mail below mail/")
        return open_mail(arrival, intake.raw.read(arrival.bucket, arrival.key), intake.directory)
    raw = ScannedStore(intake.raw, intake.scans) if intake.scans else intake.raw
    if arrival.channel is Channel.DROP:
        opened = open_drop(arrival, raw.read(arrival.bucket, arrival.key), intake.directory)
    else:
        opened = open_upload(arrival, raw, intake.directory)
    unchecked = isinstance(raw, ScannedStore) and bool(raw.unchecked)
    return with_note(opened, UNCHECKED) if unchecked else opened


def _pass_on(arrival: Arrival, opened: Opened, intake: Intake) -> ArrivalRecord:
    letter = read_letter(
        arrival,
        opened,
        intake.letters,
        read=intake.read,
        inside=intake.inside,
        enough=intake.enough,
    )
    key = intake.letters.keep_letter(letter)
    noted = ArrivalRecord(arrival=arrival, outcome=Outcome.TAKEN_IN, submission_id=opened.id)
    intake.register.arrivals.note(noted)
    intake.router.send(TakenIn(arrival_id=arrival.id, submission_id=opened.id, letter_key=key))
    return noted


def _refuse(
    arrival: Arrival, opened: Opened | None, refusal: Refused, intake: Intake
) -> ArrivalRecord:
    known = _known(opened) if refusal.answered and opened else None
    noted = ArrivalRecord(
        arrival=arrival,
        outcome=Outcome.REFUSED,
        reason=refusal.reason,
        detail=refusal.detail or None,
        refused=known,
    )
    intake.register.arrivals.note(noted)
    if opened and opened.bounced:
        seen = BounceSeen(arrival_id=arrival.id, names=opened.bounced, at=arrival.received_at)
        intake.feedback.send(seen)
    if known:
        intake.notify.send(RefusalDue(arrival_id=arrival.id))
    return noted


def _known(opened: Opened) -> RefusedLetter:
    return RefusedLetter(
        sender=opened.sender,
        machine=opened.machine,
        subject=opened.subject,
        message_id=opened.message_id,
    )


def _quarantine(arrival: Arrival, quarantine: Quarantined, intake: Intake) -> ArrivalRecord:
    """Silent to the sender; the central registry is told."""
    noted = ArrivalRecord(arrival=arrival, outcome=Outcome.QUARANTINED, reason=quarantine.reason)
    intake.register.arrivals.note(noted)
    intake.register.tasks.add(
        Task(
            kind=TaskKind.LOOK_AT_QUARANTINE,
            office=CENTRAL,
            arrival_id=arrival.id,
            reason=quarantine.reason,
            raised_at=arrival.received_at,
        )
    )
    return noted
