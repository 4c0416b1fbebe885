"""The story of redriving: what has no end goes through intake again, as if announced now."""

from dataclasses import dataclass

from functions.daily.differences import Difference, Kind
from functions.daily.lost_mail import as_ses_took_it
from shared.model.arrival import Arrival, Channel, Verdict
from shared.model.messages import Found
from shared.ports.buckets import RawStore
from shared.ports.neighbours import Queue

NOT_BY_REDRIVING = frozenset({Kind.NO_REASON})
"""What another round changes nothing about."""


@dataclass(frozen=True)
class Redrive:
    """Its neighbours. ``mailboxes`` are the offices'."""

    raw: RawStore
    intake: Queue
    mailboxes: frozenset[str]


def redrive(difference: Difference, to: Redrive) -> bool:
    """Put one arrival into intake's queue again; False where that cannot help.

    Safe at any time: every station recognises what it has done. Raises TryLater.
    """
    if difference.kind in NOT_BY_REDRIVING:
        return False
    to.intake.send(Found(arrival=_arrival(difference, to)))
    return True


def _arrival(difference: Difference, to: Redrive) -> Arrival:
    arrival = difference.arrival
    if difference.kind is not Kind.NO_ARRIVAL:
        return _let_in(arrival)
    if arrival.channel is not Channel.MAIL:
        return arrival
    return as_ses_took_it(arrival, to.raw.read(arrival.bucket, arrival.key), to.mailboxes)


def _let_in(arrival: Arrival) -> Arrival:
    """A line that left quarantine was let in by a person: what the spam scan said is settled."""
    if arrival.verdicts.spam is not Verdict.FAIL:
        return arrival
    verdicts = arrival.verdicts.model_copy(update={"spam": Verdict.NONE})
    return arrival.model_copy(update={"verdicts": verdicts})
