"""The clock of a run: it stands still until somebody moves it, for moto and handlers alike."""

from datetime import UTC, datetime, timedelta

import time_machine

NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
"""A Friday, noon in Thailand."""


class Clock:
    """Holds the process's time; ``time.perf_counter`` goes on, so that work can be measured."""

    def __init__(self, at: datetime = NOON) -> None:
        """``at`` is when it begins."""
        self._travel = time_machine.travel(at, tick=False)
        self._traveller: time_machine.Traveller | None = None

    def hold(self) -> None:
        """From now on time passes by ``move`` alone."""
        self._traveller = self._travel.start()

    @property
    def now(self) -> datetime:
        """What everybody believes."""
        return datetime.now(UTC)

    def move(self, span: timedelta) -> None:
        """Let time pass."""
        if self._traveller:
            self._traveller.shift(span)

    def move_to(self, at: datetime) -> None:
        """Let time pass until ``at``; it never runs backwards."""
        if at > self.now:
            self.move(at - self.now)

    def set(self, at: datetime) -> None:
        """Be at a time, be it earlier: another worker's clock had run on."""
        if self._traveller:
            self._traveller.move_to(at, tick=False)
