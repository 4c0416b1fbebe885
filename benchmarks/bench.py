"""Speed beside what one would use instead: ``python -m benchmarks.bench [--only ROW]``.

A short run of each: mail parsing, PDF text, scanned pages and letters, deciding, receipts, whole
text and scanned letters from mail to receipt, memory, the start of every function, packages.
Processor time, ours and the other's in the same run: the ratios count. Longer runs of each are
in corpora, text_letters, scans, deciding and receipts.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from rich.console import Console

from benchmarks.benching.deciding import deciding_rows, receipt_rows
from benchmarks.benching.reading import mail_rows, pdf_rows, scan_rows
from benchmarks.benching.row import Row
from benchmarks.benching.whole import letter_rows, size_rows, start_rows
from cli.tables import console, table

ROWS: Mapping[str, Callable[[], Iterator[Row]]] = {
    "mail": mail_rows,
    "pdf": pdf_rows,
    "scan": partial(scan_rows, pages=3, letters=1),
    "deciding": deciding_rows,
    "receipt": receipt_rows,
    "letter": partial(letter_rows, scanned=1),
    "start": start_rows,
    "size": size_rows,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.bench", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    parser.add_argument("--only", choices=list(ROWS), action="append", help="this row alone")
    asked = parser.parse_args(arguments)
    shown = table("", "ours", "", "beside", "", "ratio")
    screen = Console(stderr=True)
    for name in asked.only or ROWS:
        with screen.status(name):
            for row in ROWS[name]():
                shown.add_row(*_cells(row))
    console().print(shown)
    return 0


def _cells(row: Row) -> Iterator[str]:
    yield row.what
    yield _number(row.ours)
    yield row.unit
    yield row.beside
    yield "" if row.other is None else _number(row.other)
    yield "" if row.ratio is None else f"{row.ratio:.2f}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"  # noqa: PLR2004 - three digits


if __name__ == "__main__":
    sys.exit(main())
