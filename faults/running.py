"""One run of a scenario with its faults, and the clean run that counts its calls."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain
from random import Random
from typing import TypeVar

from faults.apart import apart
from faults.books import open_books
from faults.breaking import Fault, When
from faults.dead import wrong_with_the_dead
from faults.history import gaps
from faults.holding import violations
from faults.paper import set_paper
from faults.plans import MOST_BY_CHANCE
from faults.pump import NoRest
from faults.stage import Scenario, Stage, new_stage
from faults.stores import missing
from faults.wire import Call
from faults.world import World

Result = TypeVar("Result")
OURS = 500
"""The status of a page that says so; a busy neighbour is 503."""


@dataclass(frozen=True)
class Ran:
    """What came of one run."""

    calls: tuple[str, ...]
    hit: tuple[Fault, ...]
    doubles: int
    """Second copies that went out at the documented instant."""
    violations: tuple[str, ...]


def run(world: World, scenario: Scenario, faults: Sequence[Fault], seed: int | None = None) -> Ran:
    """In a fork: act with these faults, come to rest, look."""
    stage = new_stage(world, None if seed is None else Random(seed))  # noqa: S311 - no secret
    stage.pump.jumps = scenario.timeless
    stage.pump.spare = MOST_BY_CHANCE - len(faults)
    world.wire.plan(faults)
    found: list[str] = []
    try:
        scenario.act(stage)
        _settle(stage, daily=scenario.daily)
    except (NoRest, LookupError) as error:
        found.append(f"{type(error).__name__} {error}")
    books = open_books(world)
    if OURS in stage.people.heard:
        found.append("a person was shown a fault of ours where AWS was busy")
    feared = instants(world.wire.calls, world.wire.hit)
    expected = scenario.expect(stage, books)
    found += chain(
        violations(books, expected, feared),
        gaps(books),
        missing(world, books),
        wrong_with_the_dead(stage, scenario.dead),
    )
    doubles = sum(books.mails.values()) - len(books.mails)
    return Ran(tuple(map(str, world.wire.calls)), tuple(world.wire.hit), doubles, tuple(found))


def arranged(world: World, scenario: Scenario, within: Callable[[], Result]) -> Result:
    """``within`` in a fork in which the scenario is set up."""

    def there() -> Result:
        set_paper(wanted=scenario.paper)
        scenario.arrange(new_stage(world))
        return within()

    return apart(there)


def instants(calls: Sequence[Call], hit: Sequence[Fault]) -> int:
    """How often SES had taken a mail and our note of it was not made."""
    feared, failed = 0, {fault.call for fault in hit}
    for fault in hit:
        if fault.when is When.AFTER:
            feared += calls[fault.call].operation == "SendEmail"
        elif fault.call > 0 and fault.call - 1 not in failed:
            feared += calls[fault.call - 1].operation == "SendEmail"
    return feared


def _settle(stage: Stage, *, daily: bool) -> None:
    """What the schedules do in the next hours; the world is well again."""
    stage.world.wire.plan_nothing_more()
    stage.rest()
    stage.world.clock.move(timedelta(hours=2))
    if daily:
        stage.daily("remind")
        stage.rest()
