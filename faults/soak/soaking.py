"""The soak itself: letters come, stations work, the clock jumps from one event to the next."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from multiprocessing import Pipe
from random import Random

from faults.soak.account import Account, Odds
from faults.soak.arriving import Arriving
from faults.soak.letters import Letter, Writers
from faults.soak.queues import Station, next_station, stations_of
from faults.soak.scans import Scans
from faults.soak.worker import Task, keep
from faults.world import World, make_world

PARAMETERS = {"MostAnswersPerHour": "20"}


@dataclass
class Soak:
    """Everything that a soak needs."""

    world: World
    account: Account
    stations: list[Station]
    arriving: Arriving
    letters: list[Letter] = field(default_factory=list)

    def run(self, say: Callable[[int], None]) -> None:
        """Until every letter has come and every queue is empty; ``say`` hears of each letter."""
        coming = iter(self.letters)
        letter, number = next(coming, None), 0
        while letter or any(one.waiting for one in self.stations):
            turn = next_station(self.stations)
            if letter and (turn is None or letter.at <= turn[0]):
                self.arriving.lay(letter)
                number += 1
                say(number)
                letter = next(coming, None)
            elif turn:
                self._work(*turn)
            for station in self.stations:
                station.take_in()

    def _work(self, at: datetime, station: Station) -> None:
        batch = station.batch(at)
        task = Task(station.function, station.as_event(batch), at)
        answer, ended = self.account.serve(task)
        station.ended(batch, answer, at, ended)


def prepared(number: int, seed: int, pace: float, odds: Odds) -> Soak:
    """A world, a worker's keeper beside it, and the letters. Must come before any thread."""
    ours, theirs = Pipe()
    if os.fork() == 0:
        ours.close()
        _import_all()
        keep(theirs)
    theirs.close()
    world = make_world(PARAMETERS)
    ours.send(dict(os.environ))
    chance = Random(seed)  # noqa: S311 - no secret
    begins = world.clock.now
    writers = Writers(chance, begins, pace)
    account = Account(ours, world.clock, chance, odds)
    return Soak(
        world=world,
        account=account,
        stations=list(stations_of(world.stack, world.queues, begins)),
        arriving=Arriving(world, chance, Scans(chance)),
        letters=list(writers.letters(number)),
    )


def later(world: World) -> None:
    """Two hours on: what has not ended by now is missed."""
    world.clock.move(timedelta(hours=2))


def _import_all() -> None:
    """What every worker would import is imported once."""
    import functions.feedback.handler  # noqa: PLC0415 - only the worker needs them
    import functions.intake.handler  # noqa: PLC0415
    import functions.notify.handler  # noqa: PLC0415
    import functions.router.handler  # noqa: F401, PLC0415
