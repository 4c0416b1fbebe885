"""Which office is responsible for which place, as far as anybody has said so.

A ``confirmed`` row routes; a ``hint`` row only suggests, and a place may have several. For
the districts of Bangkok and of the branches no source was found: what is missing here goes
to a person. The table is filled by ``saraban jurisdictions import``.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from shared.directory.gazetteer import load as load_districts
from shared.directory.offices import load as load_offices
from shared.directory.table import DATA, Row, read
from shared.errors import BadDirectory, UnknownOffice
from shared.model.fact import Fact, OfficeCode

FILE = "jurisdictions.csv"
COLUMNS = ("place", "office", "status", "source", "who", "when")
CONFIRMED, HINT = "confirmed", "hint"


class Jurisdiction(Fact):
    """An office's word for one district: its code, the office, how certain, who says so.

    ``source`` is the document or person that said it, ``who`` entered it, ``when`` that was.
    """

    place: str
    office: OfficeCode
    status: str
    source: str
    who: str
    when: date

    @property
    def confirmed(self) -> bool:
        """Whether letters may be routed by it."""
        return self.status == CONFIRMED


@cache
def load(data: Path = DATA) -> Mapping[str, tuple[Jurisdiction, ...]]:
    """Every known jurisdiction by the district's code, confirmed ones first.

    Raises BadDirectory naming the first row that is not in order.
    """
    found: dict[str, tuple[Jurisdiction, ...]] = {}
    for row in sorted(parse(data / FILE, data), key=lambda row: not row.confirmed):
        found[row.place] = (*found.get(row.place, ()), row)
    return MappingProxyType(found)


def parse(path: Path, data: Path = DATA) -> tuple[Jurisdiction, ...]:
    """The rows of a file, checked against the offices and districts of ``data``.

    Raises BadDirectory naming the first row that is not in order.
    """
    rows = read(path, COLUMNS)
    for error in wrong(rows, data):
        raise error
    return tuple(row.fact(Jurisdiction) for row in rows)


def wrong(rows: Iterable[Row], data: Path = DATA) -> Iterator[BadDirectory]:
    """What is not in order, row by row: at most one thing of each."""
    seen: dict[tuple[str, str], Row] = {}
    confirmed: dict[str, Row] = {}
    for row in rows:
        try:
            _check(row, data)
            _once(row, seen, (row["place"], row["office"]), "the same place and office")
            if row["status"] == CONFIRMED:
                _once(row, confirmed, row["place"], "another office is confirmed for the place")
        except BadDirectory as error:
            yield error


def write(rows: Iterable[Jurisdiction], path: Path) -> None:
    """Write a table as ``parse`` reads it, whole or not at all; a spreadsheet shows its Thai."""
    fresh = path.with_name(f"{path.name}.new")
    with fresh.open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(COLUMNS)
        for row in sorted(rows, key=lambda row: (row.place, not row.confirmed, row.office)):
            said = row.model_dump(mode="json")
            lines.writerow(said[column] for column in COLUMNS)
    fresh.replace(path)


def _check(row: Row, data: Path) -> None:
    row.fact(Jurisdiction)
    if row["place"] not in load_districts(data):
        raise row.wrong(f"no district has the code {row['place']}")
    if row["status"] not in {CONFIRMED, HINT}:
        raise row.wrong(f"no such status: {row['status']!r}")
    try:
        load_offices(data=data).by_code(OfficeCode(row["office"]))
    except UnknownOffice:
        raise row.wrong(f"no office {row['office']!r}") from None


def _once(row: Row, seen: dict[Any, Row], key: object, what: str) -> None:
    first = seen.setdefault(key, row)
    if first is not row:
        raise row.wrong(f"{what}: also in row {first.line}")
