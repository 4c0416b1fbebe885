"""How many answers one address gets: so many an hour, so many a day, then one word, then none.

Two machines that answer each other without saying that they are machines come to rest here.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from shared.model.fact import ArrivalId
from shared.ports.answers import Receipts
from shared.thai.calendar import BANGKOK

KEPT = timedelta(days=3)


class Limits(NamedTuple):
    """The most answers to one address."""

    an_hour: int
    a_day: int


def within_limits(
    receipts: Receipts, address: str, now: datetime, arrival_id: ArrivalId, limits: Limits
) -> bool:
    """Count this answer; False when there were enough. ``address`` is its hash.

    The hour is the clock's and the day Thai. A redelivered message is counted once.
    """
    local = now.astimezone(BANGKOK)
    return receipts.count_answer(
        f"{address}#{local:%Y-%m-%dT%H}", now + KEPT, arrival_id, limits.an_hour
    ) and receipts.count_answer(f"{address}#{local:%Y-%m-%d}", now + KEPT, arrival_id, limits.a_day)


def first_above(receipts: Receipts, address: str, now: datetime, arrival_id: ArrivalId) -> bool:
    """Whether this is the first arrival of the day that goes unanswered for its number."""
    day = now.astimezone(BANGKOK).date()
    return receipts.count_answer(f"{address}#told#{day}", now + KEPT, arrival_id, 1)
