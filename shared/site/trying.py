"""How often somebody may try: counted by hashes that are soon forgotten."""

from datetime import datetime, timedelta
from hashlib import sha256

from shared.errors import TooOften
from shared.ports.neighbours import Visits

SPAN = timedelta(minutes=10)
"""Tries are counted for so long; who tried too often waits so long at the most."""


def count_try(visits: Visits, now: datetime, about: tuple[str, str], most: int) -> None:
    """Count a try. Raises TooOften above ``most`` in ten minutes, and TryLater.

    ``about`` is what is tried and by whom (an address, a reference): only its hash is kept.
    """
    span = int(now.timestamp() // SPAN.total_seconds())
    what, who = about
    name = sha256(f"{what}\n{span}\n{who}".encode()).hexdigest()
    if not visits.count(name, now + 2 * SPAN, most):
        raise TooOften
