"""How a letter's cost grows: ``python -m benchmarks.growth [--write] [--only AXIS]``.

Letters at the office (100 to 100,000), offices (to ten times as many), size of a letter (1 KB to
25 MB), recipients (1 to 143), pages of a PDF (1 to 500): AWS calls, items read and write units
over moto, or processor time, and the exponent of each by least squares on logarithms. 1 is in
proportion; nothing may be worse. ``--write`` draws docs/pictures/growth.svg.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.growing.exponent import Growth
from benchmarks.growing.letters import by_directory, by_pages, by_recipients, by_size
from benchmarks.growing.table import by_letters
from benchmarks.line.system import system
from benchmarks.scaling.pictures import Points, growths
from cli.tables import console, table

PICTURE = Path(__file__).parents[1] / "docs" / "pictures" / "growth.svg"
LINEAR = 1.1
"""What is measured is not exact; a square would be 2."""
AXES = ("letters", "directory", "size", "recipients", "pages")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 when something grows faster than what it is for."""
    parser = argparse.ArgumentParser(prog="benchmarks.growth", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    parser.add_argument("--write", action="store_true", help="draw docs/pictures/growth.svg")
    parser.add_argument("--only", choices=AXES, action="append", help="this axis alone")
    asked = parser.parse_args(arguments)
    found = [one for axis in asked.only or AXES for one in _measured(axis)]
    shown = table("axis", "what", "from", "to", "exponent")
    for one in found:
        shown.add_row(one.axis, one.what, _ends(one, 0), _ends(one, -1), f"{one.exponent:.2f}")
    console().print(shown)
    if asked.write:
        growths(PICTURE, _panels(found))
    return 0 if all(one.exponent <= LINEAR for one in found) else 1


def _measured(axis: str) -> Iterator[Growth]:
    if axis in {"letters", "recipients"}:
        with system() as made:
            yield from by_letters(made) if axis == "letters" else by_recipients(made)
        return
    yield {"directory": by_directory, "size": by_size, "pages": by_pages}[axis]()


def _ends(one: Growth, at: int) -> str:
    return f"{one.ys[at]:,.4g} at {one.xs[at]:,.0f}"


def _panels(found: Sequence[Growth]) -> Mapping[str, Mapping[str, Points]]:
    panels: dict[str, dict[str, Points]] = {}
    for one in found:
        panels.setdefault(one.axis, {})[f"{one.what}: {one.exponent:.2f}"] = (one.xs, one.ys)
    return panels


if __name__ == "__main__":
    sys.exit(main())
