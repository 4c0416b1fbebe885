"""Which faults are tried: every single one, every pair, and many drawn by chance."""

from collections.abc import Iterator, Sequence
from itertools import product
from random import Random

from faults.breaking import POSSIBLE, Fault, How, When

Side = tuple[When, How]
EVERY: tuple[Side, ...] = tuple((when, how) for when, hows in POSSIBLE.items() for how in hows)
TELLING: tuple[Side, ...] = (
    (When.BEFORE, How.THROTTLE),
    (When.BEFORE, How.KILLED),
    (When.AFTER, How.CUT),
    (When.AFTER, How.KILLED),
)
"""What differs for the code: an error or none, done or not."""
PAIRED: tuple[Side, ...] = ((When.BEFORE, How.THROTTLE), (When.AFTER, How.CUT))
MOST_BY_CHANCE = 4
"""Faults of one random run: fewer than deliveries, so that none need die of them."""


def singles(calls: int, sides: Sequence[Side]) -> Iterator[Fault]:
    """Each call fails in each way."""
    for number, (when, how) in product(range(calls), sides):
        yield Fault(call=number, when=when, how=how)


def seconds(first: Fault, calls: int) -> Iterator[Fault]:
    """What may fail after ``first`` in a run that then has so many calls."""
    for fault in singles(calls, PAIRED):
        if fault.call > first.call:
            yield fault


def by_chance(seed: int, calls: int) -> tuple[Fault, ...]:
    """Up to MOST_BY_CHANCE faults; the same for the same seed."""
    chance = Random(seed)  # noqa: S311 - no secret
    numbers = chance.sample(range(2 * calls), min(chance.randint(1, MOST_BY_CHANCE), calls))
    sides = [chance.choice(EVERY) for _ in numbers]
    return tuple(
        Fault(call=number, when=when, how=how)
        for number, (when, how) in zip(sorted(numbers), sides, strict=True)
    )
