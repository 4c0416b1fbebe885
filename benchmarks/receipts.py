"""Composing a receipt, beside what one would use instead: ``python -m benchmarks.receipts``.

Prints a table: text and HTML; the statement and its code; the PDF; all of it, signature in KMS
aside. Then the same words as a PDF by WeasyPrint (from our own HTML, PDF/A-3b), fpdf2 and
reportlab, each with the same font, in the same run; what of the Thai text can be found in each
PDF; and what a fresh process needs until its first receipt. Times are CPU milliseconds.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from statistics import median, quantiles
from time import process_time

from rich.console import Console
from rich.table import Table

from benchmarks.receipt_makers import MAKERS, found, parts

WARM = 5
LEAST = 40
LIMIT = 50
"""Milliseconds that composing may take, warm."""


def main() -> int:
    """Measure and print; 1 if composing takes longer than it may."""
    screen = Console(width=100)
    ours = {name: timed(make) for name, make in parts().items()}
    warm = Table(title="Composing one receipt, warm, CPU ms", title_justify="left")
    for column in ("what", "median", "95 %"):
        warm.add_column(column, justify="left" if column == "what" else "right")
    for name, times in ours.items():
        warm.add_row(name, f"{median(times):.1f}", f"{quantiles(times, n=20)[-1]:.1f}")
    screen.print(warm)
    screen.print(_beside())
    whole = median(ours["all, signature aside"])
    screen.print(f"{whole:.1f} ms of {LIMIT} ms.")
    return 0 if whole <= LIMIT else 1


def timed(make: Callable[[], object]) -> list[float]:
    """CPU milliseconds of each of many runs, after some that load what is needed."""
    for _ in range(WARM):
        make()
    times = []
    for _ in range(LEAST):
        begun = process_time()
        make()
        times.append((process_time() - begun) * 1000)
    return times


def _beside() -> Table:
    table = Table(title="The PDF alone, beside other makers", title_justify="left")
    columns = ("maker", "warm ms", "cold ms", "memory MB", "size kB", "PDF/A", "words found")
    for column in columns:
        table.add_column(column, justify="left" if column == "maker" else "right")
    for name, (make, conformance) in MAKERS.items():
        try:
            paper = make()
        except (ImportError, OSError) as missing:
            table.add_row(name, str(missing)[:40], *[""] * 5)
            continue
        cold = json.loads(_fresh(name))
        table.add_row(
            name,
            f"{median(timed(make)):.1f}",
            f"{cold['ms']:.0f}",
            f"{cold['mb']:.0f}",
            f"{len(paper) / 1024:.0f}",
            conformance,
            found(paper),
        )
    return table


def _fresh(name: str) -> bytes:
    """What a new process needs for one: imports, fonts and the first PDF."""
    command = [sys.executable, "-m", "benchmarks.receipt_makers", name]
    return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603 - our own


if __name__ == "__main__":
    sys.exit(main())
