"""What a request of a process comes with, by the office's own manuals. Only what has a source.

A hint for the sender, never a reason to refuse. A manual's demand that copies be certified is
not repeated: copies sent electronically need no such signature (Electronic Government Act
B.E. 2565, section 7).
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from shared.directory.editions import Edition, edition_on
from shared.directory.processes import load as load_processes
from shared.directory.table import DATA, Row, read
from shared.model.fact import Fact, ProcessId
from shared.model.piece import PieceKind

COLUMNS = (
    "process",
    "pieces",
    "forms",
    "name_th",
    "name_en",
    "when_th",
    "when_en",
    "source_th",
    "source",
)


class Wanted(Fact):
    """One thing on a checklist: any of ``pieces`` is it.

    ``forms`` are the codes of the forms that count (``2-01``); none: any does. ``when`` says
    in which case it is needed; empty: always.
    """

    process: ProcessId
    pieces: tuple[PieceKind, ...]
    forms: tuple[str, ...] = ()
    name_th: str
    name_en: str
    when_th: str = ""
    when_en: str = ""
    source_th: str
    source: str


Checklists = Mapping[ProcessId, tuple[Wanted, ...]]


def load(day: date | None = None, data: Path = DATA) -> Checklists:
    """The checklists of the edition in force on ``day``, by process, in the manual's order.

    Raises BadDirectory naming the row.
    """
    return _load(edition_on(day, data), data)


@cache
def _load(edition: Edition, data: Path) -> Checklists:
    known = load_processes(edition.in_force_from, data)
    found: dict[ProcessId, tuple[Wanted, ...]] = {}
    for row in read(edition.folder / "checklists.csv", COLUMNS):
        wanted = _wanted(row)
        if wanted.process not in known:
            raise row.wrong(f"no process {wanted.process!r}")
        found[wanted.process] = (*found.get(wanted.process, ()), wanted)
    return MappingProxyType(found)


def _wanted(row: Row) -> Wanted:
    if bool(row["when_th"]) != bool(row["when_en"]):
        raise row.wrong("a case in one language only")
    return row.fact(Wanted, pieces=row.many("pieces"), forms=row.many("forms"))
