"""How many answers one address gets: so many an hour, so many a day, then one word, then none.

Two machines that answer each other without saying that they are machines come to rest here.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from shared.model.fact import ArrivalId
from shared.model.receipt import Counter
from shared.ports.answers import Receipts
from shared.thai.calendar import BANGKOK

KEPT = timedelta(days=3)


class Limits(NamedTuple):
    """The most answers to one address."""

    an_hour: int
    a_day: int


def counters(address: str, now: datetime, limits: Limits) -> tuple[Counter, ...]:
    """What counts an answer of this moment. ``address`` is its hash.

    The hour is the clock's and the day Thai. A redelivered message is counted once.
    """
    local = now.astimezone(BANGKOK)
    return (
        Counter(f"{address}#{local:%Y-%m-%dT%H}", limits.an_hour, now + KEPT),
        Counter(f"{address}#{local:%Y-%m-%d}", limits.a_day, now + KEPT),
    )


def first_above(receipts: Receipts, address: str, now: datetime, arrival_id: ArrivalId) -> bool:
    """Whether this is the first arrival of the day that goes unanswered for its number."""
    day = now.astimezone(BANGKOK).date()
    return receipts.count_answer(Counter(f"{address}#told#{day}", 1, now + KEPT), arrival_id)
