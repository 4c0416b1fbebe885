"""What a scenario plays on, and what a scenario is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from faults.books import Books
from faults.holding import Expected
from faults.people import People
from faults.pump import Pump
from faults.stations import Died, Stations
from faults.world import World
from shared.model.fact import OfficeCode
from shared.model.work import WorkItem

DAILY_TRIES = 3
"""Lambda tries an event that nobody waits for twice more."""


@dataclass
class Stage:
    """A world with everybody in it."""

    world: World
    stations: Stations
    pump: Pump
    people: People

    def rest(self) -> None:
        """Carry everything to its end."""
        self.pump.to_rest()

    def item(self, office: str = "nan") -> WorkItem:
        """The one letter on an office's desk, or the last that came."""
        entries = self.world.register.work.register(OfficeCode(office), 2569)
        found = self.world.register.work.at(entries[-1].submission_id, OfficeCode(office))
        if found is None:
            raise LookupError(office)
        return found

    def daily(self, work: str) -> bool:
        """A schedule starts the daily look, as often as Lambda tries; whether it came through."""
        for _ in range(DAILY_TRIES):
            try:
                self.stations.invoke(f"{self.world.stack.name}-daily", {"work": work})
            except Died:
                self.world.clock.move(timedelta(minutes=2))
                continue
            return True
        return False


Expect = Callable[[Stage, Books], Expected]


@dataclass(frozen=True)
class Scenario:
    """``arrange`` happens without faults, ``act`` with them, ``expect`` says what must be."""

    name: str
    act: Callable[[Stage], None]
    expect: Expect
    arrange: Callable[[Stage], None] = lambda _: None
    paper: bool = False
    """Receipts have their PDF; without it the same path is taken as when typesetting fails."""
    daily: bool = False
    """The daily look comes before one looks."""
    short: bool = False
    """All pairs of faults are tried."""
    timeless: bool = True
    """Nothing in it depends on an hour: in random runs the clock may jump."""
    dead: frozenset[str] = frozenset()
    """Queues of dead letters that must have some at the end."""


def new_stage(world: World, chance: Random | None = None) -> Stage:
    """A stage in an empty world."""
    stations = Stations(world)
    return Stage(world, stations, Pump(world, stations, chance), People(world, stations))
