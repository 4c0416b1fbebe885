"""The story of reconciling: every object that was accepted has exactly one end. Changes nothing."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from functions.daily.announced import Announced, announced
from functions.daily.differences import Difference, Kind, Reconciled
from functions.daily.judging import (
    ANSWERED,
    WITH_A_LETTER,
    wrong_with_end,
    wrong_with_line,
    wrong_with_receipt,
)
from shared.model.arrival import PREFIXES, Channel
from shared.model.fact import SubmissionId
from shared.model.letter import ArrivalRecord, LetterRecord, Outcome
from shared.ports.buckets import Inventory
from shared.ports.register import Register
from shared.thai.calendar import BANGKOK

AT_ONCE = 500
"""Lines whose letters and receipts are fetched together, so that a great day fits into memory."""


@dataclass(frozen=True)
class Books:
    """What is compared: the buckets by channel, and the register."""

    raw: Inventory
    register: Register
    buckets: Mapping[Channel, str]


def days_back(now: datetime, number: int) -> tuple[date, ...]:
    """The day of ``now`` in Thailand and those before it, so many together, oldest first."""
    today = now.astimezone(BANGKOK).date()
    return tuple(today - timedelta(days=back) for back in reversed(range(number)))


def reconcile(days: Sequence[date], settled: datetime, books: Books) -> Reconciled:
    """Compare what came in on these days (Thai time), and not later than ``settled``.

    What is younger may still be on its way. Raises TryLater when a neighbour is busy.
    """
    objects = list(_objects(days, settled, books))
    known: set[str] = set()
    ended: Counter[Outcome] = Counter()
    found: list[Difference] = []
    for day in days:
        lines = books.register.arrivals.on(day)
        known |= {line.arrival.id for line in lines}
        lines = tuple(line for line in lines if line.arrival.received_at <= settled)
        ended.update(line.outcome for line in lines)
        for start in range(0, len(lines), AT_ONCE):
            found += _unended(lines[start : start + AT_ONCE], books.register)
    missing = [one for one in objects if not _in_the_ledger(one, known, books.register)]
    found += [Difference(kind=Kind.NO_ARRIVAL, arrival=one.arrival) for one in missing]
    in_order = sorted(found, key=lambda one: (one.arrival.received_at, one.arrival.id))
    return Reconciled(objects=len(objects), ended=ended, differences=tuple(in_order))


def _objects(days: Sequence[date], settled: datetime, books: Books) -> Iterator[Announced]:
    """The buckets know no days: they are listed whole, page by page, and little is kept."""
    for channel, bucket in books.buckets.items():
        for stored in books.raw.stored(bucket, PREFIXES[channel]):
            on = stored.at.astimezone(BANGKOK).date()
            if on in days and stored.at <= settled and (one := announced(channel, stored)):
                yield one


def _in_the_ledger(one: Announced, known: set[str], register: Register) -> bool:
    """The lists by day lag a little, and midnight may lie between object and notice."""
    return not known.isdisjoint(one.ids) or any(map(register.arrivals.get, one.ids))


def _unended(lines: Sequence[ArrivalRecord], register: Register) -> Iterator[Difference]:
    names = [line.submission_id for line in lines if line.submission_id]
    letters = {letter.submission_id: letter for letter in register.letters.several(names)}
    asked = [line.arrival.id for line in lines if line.outcome in ANSWERED]
    receipts = {receipt.arrival_id: receipt for receipt in register.receipts.several(asked)}
    for line in lines:
        kind = wrong_with_line(line) or _wrong_with_end(line, letters, register)
        if kind is None and line.outcome in ANSWERED:
            kind = wrong_with_receipt(receipts.get(line.arrival.id))
        if kind and _stands(line, register):
            yield Difference(kind=kind, arrival=line.arrival, submission_id=line.submission_id)


def _wrong_with_end(
    line: ArrivalRecord, letters: Mapping[SubmissionId, LetterRecord], register: Register
) -> Kind | None:
    name = line.submission_id
    if line.outcome not in WITH_A_LETTER:
        return None
    if name is None:
        return Kind.NO_LETTER
    opened, joined = line.outcome is Outcome.WORK_ITEM, line.outcome is Outcome.JOINED_THREAD
    items = register.work.of(name) if opened else ()
    replies = register.letters.replies(name) if joined else ()
    return wrong_with_end(line, letters.get(name), items, replies)


def _stands(line: ArrivalRecord, register: Register) -> bool:
    """The list by day lags a little: the line itself decides."""
    now = register.arrivals.get(line.arrival.id)
    return now is not None and now.outcome is line.outcome
