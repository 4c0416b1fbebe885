"""Scenarios side by side: one for each processor, each in a fork of the ready world."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context

from faults.scenarios import scenarios
from faults.stage import Scenario
from faults.trying import Row, tried
from faults.world import World


@dataclass(frozen=True)
class Work:
    """What every fork knows."""

    world: World
    chances: range
    quick: bool


def side_by_side(
    world: World, chosen: Sequence[Scenario], chances: range, *, quick: bool
) -> Iterator[list[Row]]:
    """The rows of each scenario, in their order."""
    names = [one.name for one in chosen]
    workers = min(len(names), os.cpu_count() or 1)
    begin, work = get_context("fork"), Work(world, chances, quick)
    with begin.Pool(workers, _begin, (work,)) as pool:
        yield from pool.imap(_tried, names)


_known: list[Work] = []
"""Of this fork: a scenario's functions cannot be sent to it, so it finds them by name."""


def _begin(work: Work) -> None:
    _known[:] = [work]


def _tried(name: str) -> list[Row]:
    [work] = _known
    scenario = next(one for one in scenarios() if one.name == name)
    return tried(work.world, scenario, work.chances, quick=work.quick)
