"""Whole letters, from mail to receipt; memory; and what a function needs before its first."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

from benchmarks.benching.row import Row
from benchmarks.costing.letters import scanned_letters, text_letters, watched
from benchmarks.costing.usage import Seen
from benchmarks.line.system import System, system

BUILD = Path(__file__).parents[2] / ".aws-sam" / "build"
_TEXT, _STARTS = 12, 3
_NOBODY = {"AWS_ENDPOINT_URL": "http://127.0.0.1:9", "AWS_MAX_ATTEMPTS": "1"}
"""No AWS is there: a function that asks it while it wires itself is measured up to then."""


def letter_rows(scanned: int) -> Iterator[Row]:
    """Processor time of all stations together, moto's taken off; calls; memory."""
    with system() as made:
        text = list(watched(text_letters(_TEXT + 1), made, silent=1))
        scans = list(watched(scanned_letters(scanned), made))
    yield Row("whole text letter", median(map(_milliseconds, text)), "CPU ms")
    yield Row("whole text letter", float(len(text[0].calls)), "AWS calls")
    yield Row("whole scanned letter", median(map(_milliseconds, scans)) / 1000, "CPU s")
    for kind in ("text", "25 MB", "scanned"):
        yield Row(f"most memory, {kind} letter", _alone("memory", kind)["megabytes"], "MB")


def start_rows() -> Iterator[Row]:
    """A function in a fresh process: its imports, and its neighbours made."""
    with system() as made:
        environment, functions = _environment(made), made.stack.functions
    for function in functions:
        runs = [_alone("start", function.handler, environment) for _ in range(_STARTS)]
        total = median(run["imports"] + run["wiring"] for run in runs)
        short = "" if runs[0]["wired"] else ", without wiring"
        yield Row(f"start of {function.name.partition('-')[2]}{short}", total, "CPU ms")


def size_rows() -> Iterator[Row]:
    """What is uploaded for each function, unpacked."""
    folders = sorted(one for one in BUILD.glob("*") if one.is_dir())
    for folder in folders:
        size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
        yield Row(f"package {folder.name}", size / 1024**2, "MB")
    if not folders:
        yield Row("packages: not built here (make build)", 0.0, "MB")


def _milliseconds(seen: Seen) -> float:
    return sum(run.seconds for run in seen.invocations) * 1000


def _environment(made: System) -> Mapping[str, str]:
    return {**os.environ, **made.environment, **_NOBODY}


def _alone(what: str, which: str, environment: Mapping[str, str] | None = None) -> dict[str, float]:
    """Measured in a process of its own, which prints JSON on its last line."""
    command = [sys.executable, "-m", "benchmarks.benching.alone", what, which]
    done = subprocess.run(command, check=True, capture_output=True, env=environment)  # noqa: S603
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found
