"""What the central registry remembers of places, read again every few minutes."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from shared.directory.confirmed import standing
from shared.model.fact import OfficeCode
from shared.ports.jurisdictions import Jurisdictions

FRESH = timedelta(minutes=3)
"""For so long a letter may still be decided by what was known before."""


class Remembering:
    """The office of each place that the registry confirmed, as of a few minutes ago at most."""

    def __init__(self, ledger: Jurisdictions) -> None:
        """Nothing is read before the first letter."""
        self._ledger = ledger
        self._read_at: datetime | None = None
        self._offices: Mapping[str, OfficeCode] = {}

    def __call__(self, now: datetime) -> Mapping[str, OfficeCode]:
        """By the district's code. Raises TryLater when the register is busy."""
        if self._read_at is None or now - self._read_at >= FRESH:
            self._offices = standing(self._ledger.rows())
            self._read_at = now
        return self._offices


def nothing_remembered(now: datetime) -> Mapping[str, OfficeCode]:
    """Where there is no register: the packaged table alone counts."""
    del now
    return {}
