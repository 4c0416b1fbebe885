"""5,000 letters a second for an hour, simulated: ``python -m benchmarks.scale [--write]``.

Measures what a text letter takes at each station (processor time over moto, waiting for AWS as
costing/prices.toml assumes), says how many letters a second each limit of AWS and of the
template lets through, and simulates the day (simpy): as deployed, with all limits raised, and
with half of the letters for one office, one register number a transaction or eight. ``--write``
draws docs/pictures/scale.svg; docs/scale.md says what follows from it.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import mean

from benchmarks.costing.letters import text_letters, watched
from benchmarks.costing.prices import Assumed, load
from benchmarks.costing.usage import Seen, seconds_of, usage
from benchmarks.line.system import system
from benchmarks.scaling import binding, pictures
from benchmarks.scaling.day import STATIONS, Course, Crowd, Limits, day
from cli.tables import console, table
from local.blueprint import Feed
from local.stack import MOST_WORKERS

PICTURE = Path(__file__).parents[1] / "docs" / "pictures" / "scale.svg"
_HOUR, _HORIZON = 3600, 24 * 3600
_CURVE = (0.25, 0.5, 1, 1.5, 2, 4, 8, 12, 24)
"""Hours at which the curve is printed."""
CROWD = Crowd(a_second=5000, seconds=_HOUR, offices=144, hot=1 / 144)
_LETTERS = 8


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, simulate and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.scale", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    parser.add_argument("--write", action="store_true", help="draw docs/pictures/scale.svg")
    asked = parser.parse_args(arguments)
    assumed = load().assumed
    with system() as made:
        seen = list(watched(text_letters(_LETTERS + 1), made, silent=1))
    seconds = {name: mean(_seconds(one, name, assumed) for one in seen) for name in STATIONS}
    writes = mean(usage(one, assumed)["dynamodb.write"] for one in seen)
    deployed = workers(made.stack.feeds)
    _show_bounds(seconds, deployed, writes, _transaction(assumed))
    courses = dict(_courses(seconds, deployed, _transaction(assumed)))
    _show(courses)
    if asked.write:
        lines = {name: _points(course) for name, course in courses.items()}
        title = "5,000 letters a second for an hour: letters without a receipt"
        pictures.curves(PICTURE, title, "million letters", lines)
    return 0


def workers(feeds: Sequence[Feed]) -> Mapping[str, int]:
    """How many workers the template lets each station have for mail and its successors."""
    return {
        name: max(feed.most_workers for feed in feeds if feed.function.endswith(f"-{name}"))
        for name in STATIONS
    }


def _courses(
    seconds: Mapping[str, float], allowed: Mapping[str, int], transaction: float
) -> Iterator[tuple[str, Course]]:
    deployed = Limits(allowed, seconds, transaction, 1, binding.ECC, binding.SES_FIRST)
    many = {
        name: max(MOST_WORKERS, round(1.1 * CROWD.a_second * seconds[name])) for name in STATIONS
    }
    raised = replace(deployed, workers=many, signs=5500, mails=5500)
    hot = replace(CROWD, hot=0.5)
    yield "as deployed", day(CROWD, deployed, _HORIZON)
    yield "limits raised", day(CROWD, raised, _HORIZON)
    yield "half for one office", day(hot, raised, _HORIZON)
    yield (
        "half for one office, numbers in blocks of 8",
        day(hot, replace(raised, block=8), _HORIZON),
    )


def _transaction(assumed: Assumed) -> float:
    """The counter is read and then written; whoever comes between must begin again."""
    return assumed.waits["dynamodb"] + assumed.waits["dynamodb.TransactWriteItems"]


def _seconds(seen: Seen, name: str, assumed: Assumed) -> float:
    [run] = [one for one in seen.invocations if one.function.endswith(f"-{name}")]
    return seconds_of(run, (c for c in seen.calls if c.function == run.function), assumed)


def _show_bounds(
    seconds: Mapping[str, float], allowed: Mapping[str, int], writes: float, transaction: float
) -> None:
    shown = table("station", "ms a letter (text)")
    for name, one in seconds.items():
        shown.add_row(name, f"{one * 1000:.0f}")
    console().print(shown)
    found = table("limit", "letters a second", "way out")
    for bound in binding.bounds(seconds, allowed, writes, transaction):
        each = " an office" if bound.office else ""
        found.add_row(bound.what, f"{bound.a_second:,.0f}{each}", bound.way_out)
    console().print(found)


def _show(courses: Mapping[str, Course]) -> None:
    shown = table("scenario", "most letters waiting", "last receipt after", "receipts in 24 hours")
    for name, course in courses.items():
        ended = f"{course.ended / _HOUR:.1f} h" if course.ended else "more than 24 h"
        shown.add_row(name, f"{max(course.backlog):,}", ended, f"{course.told[-1]:,}")
    console().print(shown)
    curve = table("million letters waiting after", *(f"{hour:g} h" for hour in _CURVE))
    for name, course in courses.items():
        waiting = (course.waiting_at(round(hour * 60)) / 1e6 for hour in _CURVE)
        curve.add_row(name, *(f"{many:.2f}" for many in waiting))
    console().print(curve)


def _points(course: Course) -> pictures.Points:
    return [m / 60 for m in course.minutes], [b / 1e6 for b in course.backlog]


if __name__ == "__main__":
    sys.exit(main())
