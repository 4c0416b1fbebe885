"""``python -m fuzz TARGET --seconds N``: atheris looks for bytes that make a parser fail.

A finding is written beside (``fuzz/found/``) and named; run it again with ``--again FILE``. What
the corpus grew by is kept (``fuzz/grown/``): the next run goes on from there.
"""

import argparse
import subprocess
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["functions", "shared"]):
    from fuzz.targets import HERE, SEEDS, TARGETS

FOUND, GROWN = HERE / "found", HERE / "grown"
SLOWEST = 20
"""Seconds for one input; more is a finding."""
MOST_MEGABYTES = 3072


def main() -> int:
    """Fuzz one target, or all of them one after another; 0 when nothing was found."""
    asked = _asked()
    if asked.again:
        TARGETS[asked.target](asked.again.read_bytes())
        return 0
    if asked.target == "all":
        each = str(max(asked.seconds // len(TARGETS), 1))
        done = [_apart(name, each) for name in TARGETS]
        return 1 if any(done) else 0
    _fuzz(asked.target, asked.seconds)
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("target", choices=[*TARGETS, "all"])
    parser.add_argument("--seconds", type=int, default=60, metavar="N")
    parser.add_argument("--again", type=Path, metavar="FILE", help="only these bytes, to see why")
    return parser.parse_args()


def _apart(name: str, seconds: str) -> int:
    """In a process of its own: a finding ends it."""
    command = [sys.executable, "-m", "fuzz", name, "--seconds", seconds]
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603
    told = [line for line in done.stderr.splitlines() if line.startswith(("Done", "==", "SUMMARY"))]
    print(f"{name:10}", "found something" if done.returncode else "nothing found", *told[-1:])  # noqa: T201
    if done.returncode:
        print(done.stderr[max(done.stderr.find(" ==="), 0) :])  # noqa: T201
    return done.returncode


def _fuzz(name: str, seconds: int) -> None:
    """Does not come back: libFuzzer ends the process, with 0 or with a finding."""
    grown = GROWN / name
    for folder in (FOUND, grown):
        folder.mkdir(parents=True, exist_ok=True)
    options = [
        f"-max_total_time={seconds}",
        f"-timeout={SLOWEST}",
        f"-rss_limit_mb={MOST_MEGABYTES}",
        f"-artifact_prefix={FOUND}/{name}-",
        "-print_final_stats=0",
    ]
    places = [str(place) for place in (grown, *SEEDS[name])]  # the first takes what is new
    atheris.Setup([sys.argv[0], *places, *options], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
