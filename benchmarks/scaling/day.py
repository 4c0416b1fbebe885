"""The simulation: letters in bundles through the stations, each with its limits."""

import math
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import Any

import simpy

BUNDLE = 600
"""Letters that move together: eighteen million single ones would take an hour to simulate."""
STATIONS = ("intake", "router", "notify")

Steps = Generator[simpy.Event, Any, None]
"""What a process of the simulation waits for, one after the other."""


@dataclass(frozen=True)
class Limits:
    """What holds letters up. ``seconds`` is one letter's time at each station."""

    workers: Mapping[str, int]
    seconds: Mapping[str, float]
    transaction: float
    """Seconds in which an office's counter is busy with one transaction."""
    block: int
    """Letters that take their numbers in one transaction."""
    signs: float
    """Signatures a second."""
    mails: float
    """Mails a second that SES takes from us."""


@dataclass(frozen=True)
class Crowd:
    """So many letters a second, for so long; ``hot`` of them for one office."""

    a_second: int
    seconds: int
    offices: int
    hot: float


@dataclass(frozen=True)
class Course:
    """What became of it: at each minute the letters that came and the receipts that went."""

    minutes: tuple[int, ...]
    came: tuple[int, ...]
    told: tuple[int, ...]
    ended: float | None
    """Seconds until the last receipt; None when it was not within the horizon."""

    @property
    def backlog(self) -> tuple[int, ...]:
        """Letters without a receipt, at each minute."""
        return tuple(a - b for a, b in zip(self.came, self.told, strict=True))

    def waiting_at(self, minute: int) -> int:
        """The same at one minute, counted from 1; of a day that has ended, its last."""
        return self.backlog[min(minute, len(self.minutes)) - 1]


class _Town:
    def __init__(self, crowd: Crowd, limits: Limits) -> None:
        self.env = simpy.Environment()
        self.crowd, self.limits = crowd, limits
        self.stations = {name: simpy.Resource(self.env, 1) for name in STATIONS}
        self.books = [simpy.Resource(self.env, 1) for _ in range(crowd.offices)]
        self.key, self.post = simpy.Resource(self.env, 1), simpy.Resource(self.env, 1)
        self.came = self.told = 0

    def arrivals(self) -> Steps:
        many = self.crowd.a_second * self.crowd.seconds // BUNDLE
        for number in range(many):
            self.came += BUNDLE
            self.env.process(self._letters(self._office(number)))
            yield self.env.timeout(BUNDLE / self.crowd.a_second)

    def _office(self, number: int) -> int:
        """The first is the hot one; the others share the rest evenly."""
        hot = math.floor((number + 1) * self.crowd.hot) > math.floor(number * self.crowd.hot)
        return 0 if hot else 1 + number % (self.crowd.offices - 1)

    def _letters(self, office: int) -> Steps:
        limits = self.limits
        for name in ("intake", "router"):
            yield from self._worked(name)
        taken = math.ceil(BUNDLE / limits.block) * limits.transaction
        yield from self._busy(self.books[office], taken)
        yield from self._worked("notify")
        yield from self._busy(self.key, BUNDLE / limits.signs)
        yield from self._busy(self.post, BUNDLE / limits.mails)
        self.told += BUNDLE

    def _worked(self, name: str) -> Steps:
        """All workers of a station share a bundle: one for itself would hold it for minutes."""
        seconds = BUNDLE * self.limits.seconds[name] / self.limits.workers[name]
        return self._busy(self.stations[name], seconds)

    def _busy(self, resource: simpy.Resource, seconds: float) -> Steps:
        with resource.request() as mine:
            yield mine
            yield self.env.timeout(seconds)


def day(crowd: Crowd, limits: Limits, horizon: int) -> Course:
    """The course of a day; ``horizon`` in seconds. Every run is the same: nothing is drawn."""
    town = _Town(crowd, limits)
    town.env.process(town.arrivals())
    minutes, came, told, ended = [], [], [], None
    for minute in range(1, horizon // 60 + 1):
        town.env.run(until=minute * 60)
        minutes.append(minute)
        came.append(town.came)
        told.append(town.told)
        if minute * 60 >= crowd.seconds and town.told == town.came:
            ended = minute * 60.0
            break
    return Course(tuple(minutes), tuple(came), tuple(told), ended)
