"""What the desk's pages cost with many letters: ``python -m benchmarks.volume [--letters N...]``.

All letters lie unfinished at one office, which is harder than any office has it. The pages are
asked of the deployed function over moto: calls and items count as on AWS, its times do not (moto
looks through a whole partition where DynamoDB goes straight to the place). Beside it, what a
Scan with a filter would read of the same table, a megabyte a call.
"""

import argparse
import sys
from collections.abc import Sequence
from time import perf_counter

from rich.console import Console
from rich.table import Table

from benchmarks.volume_bench.asking import Cost, ask
from benchmarks.volume_bench.house import House, house

USUAL = (100, 10_000, 100_000)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print, one number of letters after the other."""
    top = argparse.ArgumentParser(prog="python -m benchmarks.volume", description=__doc__)
    top.add_argument("--letters", type=int, nargs="+", default=USUAL, metavar="N")
    console = Console(width=110, file=sys.stdout)
    for letters in top.parse_args(arguments).letters:
        begun = perf_counter()
        with house(letters) as there:
            seeded = perf_counter() - begun
            table = _table(letters, there, seeded)
            for name, cost in ask(there.watch, there.laid):
                table.add_row(name, *_cells(cost))
            table.add_section()
            table.add_row(
                "beside it: a Scan with a filter", f"{there.scan_calls:,}", f"{there.items:,}"
            )
            console.print(table)


def _table(letters: int, there: House, seconds: float) -> Table:
    title = f"{letters:,} letters, {there.items:,} items, {there.size / 1e6:,.0f} MB"
    table = Table(title=f"{title} (laid in {seconds:,.0f} s)", title_justify="left")
    table.add_column("page")
    for name in ("calls", "items read", "returned", "own ms", "moto ms"):
        table.add_column(name, justify="right")
    return table


def _cells(cost: Cost) -> tuple[str, ...]:
    times = f"{cost.own_ms:,.0f}", f"{cost.aws_ms:,.0f}"
    return f"{cost.calls}", f"{cost.looked_at:,}", f"{cost.got:,}", *times


if __name__ == "__main__":
    main()
