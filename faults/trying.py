"""All runs of one scenario, in a fork in which it is set up."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from time import perf_counter

from faults.apart import apart
from faults.breaking import Fault
from faults.plans import EVERY, PAIRED, TELLING, by_chance, seconds, singles
from faults.running import Ran, arranged, run
from faults.stage import Scenario
from faults.world import World

MOST_QUICK = 40
"""Calls of a scenario that are broken in a quick try."""
Tried = tuple[str, Ran]
"""How to try it again, and what came of it."""


@dataclass
class Row:
    """One line of the table."""

    scenario: str
    kind: str
    calls: int = 0
    runs: int = 0
    doubles: int = 0
    seconds: float = 0.0
    broken: list[str] = field(default_factory=list)

    def add(self, again: str, ran: Ran) -> None:
        """Count one run."""
        self.runs += 1
        self.doubles += ran.doubles
        if ran.violations:
            self.broken.append(f"{again}: {'; '.join(ran.violations)}")


def tried(world: World, scenario: Scenario, chances: range, *, quick: bool) -> list[Row]:
    """The rows of a scenario. ``chances`` are the seeds of its random runs."""
    return arranged(world, scenario, lambda: list(_rows(world, scenario, chances, quick=quick)))


def _rows(world: World, scenario: Scenario, chances: range, *, quick: bool) -> Iterator[Row]:
    clean = apart(partial(run, world, scenario, ()))
    calls = len(clean.calls)
    runs = {"single": _singles(world, scenario, calls, quick=quick)}
    if scenario.short and not quick:
        runs["pairs"] = _pairs(world, scenario, calls)
    if chances:
        runs["random"] = _randoms(world, scenario, calls, chances)
    for kind, these in runs.items():
        row = Row(scenario.name, kind, calls)
        begun = perf_counter()
        if kind == "single":
            row.add("--plan=", clean)
        for again, ran in these:
            row.add(again, ran)
        row.seconds = perf_counter() - begun
        yield row


def _singles(world: World, scenario: Scenario, calls: int, *, quick: bool) -> Iterator[Tried]:
    sides = PAIRED if quick else EVERY if scenario.short else TELLING
    for fault in singles(min(calls, MOST_QUICK) if quick else calls, sides):
        yield f"--plan='{fault}'", apart(partial(run, world, scenario, (fault,)))


def _pairs(world: World, scenario: Scenario, calls: int) -> Iterator[Tried]:
    for first in singles(calls, PAIRED):
        once = apart(partial(run, world, scenario, (first,)))
        for second in seconds(first, len(once.calls)):
            both = (first, second)
            yield f"--plan='{first}, {second}'", apart(partial(run, world, scenario, both))


def _randoms(world: World, scenario: Scenario, calls: int, seeds: range) -> Iterator[Tried]:
    for seed in seeds:
        faults = by_chance(seed, calls)
        yield f"--seed={seed}", apart(partial(run, world, scenario, faults, seed))


def planned(text: str) -> tuple[Fault, ...]:
    """Faults as ``--plan`` has them: ``3 before cut, 9 after killed``."""
    words = [part.split() for part in text.split(",") if part.strip()]
    return tuple(
        Fault.model_validate({"call": int(number), "when": when, "how": how})
        for number, when, how in words
    )
