"""What the desk's pages cost with many letters: ``python -m benchmarks.volume [--letters N...]``.

All letters lie unfinished at one office, which is harder than any office has it. The pages are
asked of the deployed function over moto: calls and items count as on AWS, its times do not (moto
looks through a whole partition where DynamoDB goes straight to the place). Beside it, what a
Scan with a filter would read of the same table, a megabyte a call.
"""

import argparse
from collections.abc import Sequence
from time import perf_counter

from rich.table import Table

from benchmarks.volume_bench.asking import Cost, ask
from benchmarks.volume_bench.house import House, house
from cli.tables import console, table

USUAL = (100, 10_000, 100_000)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print, one number of letters after the other."""
    top = argparse.ArgumentParser(prog="python -m benchmarks.volume", description=__doc__)
    top.add_argument("--letters", type=int, nargs="+", default=USUAL, metavar="N")
    for letters in top.parse_args(arguments).letters:
        begun = perf_counter()
        with house(letters) as there:
            seeded = perf_counter() - begun
            shown = _table(letters, there, seeded)
            for name, cost in ask(there.watch, there.laid):
                shown.add_row(name, *_cells(cost))
            shown.add_section()
            shown.add_row(
                "beside it: a Scan with a filter", f"{there.scan_calls:,}", f"{there.items:,}"
            )
            console().print(shown)


def _table(letters: int, there: House, seconds: float) -> Table:
    title = f"{letters:,} letters, {there.items:,} items, {there.size / 1e6:,.0f} MB"
    columns = ("page", "calls", "items read", "returned", "own ms", "moto ms")
    made = table(*columns, title=f"{title} (laid in {seconds:,.0f} s)")
    for column in made.columns[1:]:
        column.justify = "right"
    return made


def _cells(cost: Cost) -> tuple[str, ...]:
    times = f"{cost.own_ms:,.0f}", f"{cost.aws_ms:,.0f}"
    return f"{cost.calls}", f"{cost.looked_at:,}", f"{cost.got:,}", *times


if __name__ == "__main__":
    main()
