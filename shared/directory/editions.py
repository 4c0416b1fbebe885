"""Editions of the announcement: which one was in force on the day a letter was received."""

from datetime import date
from functools import cache
from pathlib import Path

from shared.directory.table import DATA, read
from shared.errors import BadDirectory
from shared.model.fact import Fact

COLUMNS = ("in_force_from", "announcement", "offices", "processes", "note")


class Edition(Fact):
    """One announcement. ``offices`` and ``processes`` are how many its files must hold."""

    folder: Path
    in_force_from: date
    announcement: str
    offices: int
    processes: int


@cache
def editions(data: Path = DATA) -> tuple[Edition, ...]:
    """Every edition, oldest first. Raises BadDirectory."""
    found = sorted(
        (_edition(file) for file in data.glob("*/edition.csv")),
        key=lambda edition: edition.in_force_from,
    )
    if not found:
        raise BadDirectory(f"{data.name}: no edition")
    return tuple(found)


def edition_on(day: date | None, data: Path = DATA) -> Edition:
    """The edition in force on ``day``; the newest when no day is given.

    A day before the oldest edition gets the oldest: we know no other, and the letter
    must be dealt with all the same.
    """
    known = editions(data)
    if day is None:
        return known[-1]
    begun = [edition for edition in known if edition.in_force_from <= day]
    return begun[-1] if begun else known[0]


def _edition(file: Path) -> Edition:
    rows = read(file, COLUMNS)
    if len(rows) != 1:
        raise BadDirectory(f"{file.parent.name}/{file.name}: {len(rows)} rows, not 1")
    return rows[0].fact(Edition, folder=file.parent)
