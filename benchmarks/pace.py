"""How fast letters are decided, and how long a fresh process takes until it can."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks.deciders import classified, routed
from shared.model.fact import Fact
from shared.model.submission import ReadLetter

_LEAST_SECONDS = 2.0
_STARTS = 5


class Pace(Fact):
    """Letters a second on one core, from CPU time: both steps, and each alone."""

    both: float
    classify: float
    route: float


class Start(Fact):
    """CPU milliseconds of a fresh process: its imports, then all data."""

    imports: float
    data: float


def pace(letters: Sequence[ReadLetter]) -> Pace:
    """The median over repeated passes, after a first one that loads what is needed."""
    classifying: list[float] = []
    routing: list[float] = []
    _pass(letters)
    while sum(classifying) + sum(routing) < _LEAST_SECONDS:
        first, second = _pass(letters)
        classifying.append(first)
        routing.append(second)
    first, second = median(classifying), median(routing)
    many = len(letters)
    return Pace(both=many / (first + second), classify=many / first, route=many / second)


def start(path: Path) -> Start:
    """The median of some fresh processes that decide the first letters of a file."""
    command = [sys.executable, "-m", "benchmarks.starting", str(path)]
    starts = []
    for _ in range(_STARTS):
        done = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own
        starts.append(Start.model_validate_json(done.stdout))
    return Start(
        imports=median(one.imports for one in starts), data=median(one.data for one in starts)
    )


def _pass(letters: Sequence[ReadLetter]) -> tuple[float, float]:
    """Each letter as the router takes it: first the one step, then the other."""
    classifying = routing = 0.0
    for letter in letters:
        begun = process_time()
        classification = classified(letter)
        between = process_time()
        routed(letter, classification)
        classifying += between - begun
        routing += process_time() - between
    return classifying, routing
