"""``saraban jurisdictions``: which office is responsible for which district, as a file.

The table is part of what is deployed: import it, look at the difference, deploy.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from cli.trouble import Trouble
from shared.directory.jurisdictions import COLUMNS, FILE, Jurisdiction, parse, write, wrong
from shared.directory.table import DATA, read
from shared.errors import BadDirectory


def run(asked: argparse.Namespace) -> int:
    """Export the table in use, or check a file and put it in the table's place."""
    if asked.what == "export":
        return _export(asked.file)
    return _import(asked.file)


def _export(file: Path) -> int:
    rows = parse(DATA / FILE, DATA)
    try:
        write(rows, file)
    except OSError as error:
        raise Trouble(f"{file} cannot be written: {error.strerror}.") from None
    sys.stdout.write(f"{file}: {_counted(rows)}\n")
    return 0


def _import(file: Path) -> int:
    """Nothing is changed unless every row is in order; each that is not is named."""
    before = parse(DATA / FILE, DATA)
    try:
        rows = read(file, COLUMNS)
    except BadDirectory as error:
        raise Trouble(f"{error}. Nothing was changed.") from None
    errors = [str(error) for error in wrong(rows, DATA)]
    if errors:
        raise Trouble("\n".join((f"nothing was changed; {len(errors)} rows are wrong:", *errors)))
    found = parse(file, DATA)
    write(found, DATA / FILE)
    gone = len({*before} - {*found})
    sys.stdout.write(f"before: {_counted(before)}; now: {_counted(found)}")
    sys.stdout.write(f"; {gone} rows of before are gone or changed\n")
    return 0


def _counted(rows: Sequence[Jurisdiction]) -> str:
    confirmed = sum(row.confirmed for row in rows)
    return f"{confirmed} confirmed, {len(rows) - confirmed} hints"
