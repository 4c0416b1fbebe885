"""``python -m faults``: break every call that a letter makes, and look what became of it.

    python -m faults                                  all of it (make faults)
    python -m faults --quick --only mail              some calls of one scenario
    python -m faults --only mail --seed 17            one random run again
    python -m faults --only mail --plan '3 after cut' one run with these faults

Ends with 1 if anything did not hold.
"""

import argparse
import logging
import os
import sys
from functools import partial

from faults.apart import apart
from faults.plans import by_chance
from faults.ready import ready_world
from faults.running import Ran, arranged, run
from faults.scenarios import scenarios
from faults.side_by_side import side_by_side
from faults.stage import Scenario
from faults.trying import Row, planned
from faults.world import World

RANDOM = 70
"""Random runs of each scenario."""


def main(given: list[str] | None = None) -> int:
    """Try; print the table."""
    asked = _parser().parse_args(given)
    logging.disable(logging.CRITICAL)
    world = ready_world()
    chosen = [one for one in scenarios() if asked.only in {None, one.name}]
    if asked.seed is not None or asked.plan is not None:
        return max(_once(world, one, asked) for one in chosen)
    rows = []
    print(
        f"{'scenario':28}{'faults':8}{'calls':>6}{'runs':>7}{'violations':>12}{'doubles':>9}{'s':>8}"
    )
    for found in side_by_side(world, chosen, range(asked.random), quick=asked.quick):
        for row in found:
            rows.append(row)
            _say(row)
    _total(rows)
    return int(any(row.broken for row in rows))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m faults", description=__doc__)
    names = sorted(one.name for one in scenarios())
    parser.add_argument("--only", choices=names, metavar="NAME", help="one scenario")
    parser.add_argument("--random", type=int, default=RANDOM, help="random runs of each")
    parser.add_argument("--quick", action="store_true", help="two kinds of fault, no pairs")
    parser.add_argument("--seed", type=int, help="one random run again")
    parser.add_argument("--plan", help="one run with these faults")
    return parser


def _once(world: World, scenario: Scenario, asked: argparse.Namespace) -> int:
    def again() -> Ran:
        if asked.plan is not None:
            return apart(partial(run, world, scenario, planned(asked.plan)))
        calls = len(apart(partial(run, world, scenario, ())).calls)
        faults = by_chance(asked.seed, calls)
        return apart(partial(run, world, scenario, faults, asked.seed))

    ran = arranged(world, scenario, again)
    hit = {fault.call: fault for fault in ran.hit}
    for number, call in enumerate(ran.calls):
        print(f"{number:4} {call:30} {hit.get(number, '')}")
    for violation in ran.violations:
        print(f"{scenario.name}: {violation}")
    return int(bool(ran.violations))


def _say(row: Row) -> None:
    line = f"{row.scenario:28}{row.kind:8}{row.calls:6}{row.runs:7}{len(row.broken):12}"
    print(f"{line}{row.doubles:9}{row.seconds:8.1f}", flush=True)
    for broken in row.broken[:5]:
        print(f"    --only='{row.scenario}' {broken}", flush=True)


def _total(rows: list[Row]) -> None:
    runs, broken = sum(row.runs for row in rows), sum(len(row.broken) for row in rows)
    doubles, seconds = sum(row.doubles for row in rows), sum(row.seconds for row in rows)
    print(f"{runs} runs, {broken} violations, {seconds:.0f} s")
    print(f"Second copies of a mail at the documented instant (docs/flow.md): {doubles}")


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # moto's servers of this process have nothing to say any more
