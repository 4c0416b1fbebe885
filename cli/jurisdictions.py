"""``saraban jurisdictions``: which office is responsible for which district, as a file.

The table is part of what is deployed: import it, look at the difference, deploy. What the
central registry has confirmed at the desk since then is exported with it, where there is a
register to read: the running town's, or that of REGISTER_TABLE.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from cli.place import here
from cli.trouble import Trouble
from shared.aws.jurisdictions import DynamoJurisdictions
from shared.directory.confirmed import together
from shared.directory.jurisdictions import COLUMNS, FILE, Jurisdiction, parse, write, wrong
from shared.directory.table import DATA, read
from shared.errors import BadDirectory
from shared.model.jurisdiction import Remembered


def run(asked: argparse.Namespace) -> int:
    """Export the table in use, or check a file and put it in the table's place."""
    if asked.what == "export":
        return _export(asked.file, asked.town)
    return _import(asked.file)


def _export(file: Path, town: Path) -> int:
    known = _remembered(town)
    try:
        rows = together(parse(DATA / FILE, DATA), known or ())
    except BadDirectory as error:
        raise Trouble(f"{error}. Nothing was written.") from None
    try:
        write(rows, file)
    except OSError as error:
        raise Trouble(f"{file} cannot be written: {error.strerror}.") from None
    sys.stdout.write(f"{file}: {_counted(rows)}\n")
    if known is None:
        sys.stdout.write("The packaged table alone: there is no register to read.\n")
    return 0


def _remembered(town: Path) -> tuple[Remembered, ...] | None:
    """What stands at the desk; None without a register."""
    try:
        place = here(town)
        name = place.name("RegisterTable")
    except Trouble:
        return None
    table = place.session.resource("dynamodb").Table(name)
    return tuple(row for row in DynamoJurisdictions(table).rows() if row.stands)


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
