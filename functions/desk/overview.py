"""The overview's facts: an office's month, or all offices' with a row for each; in few calls."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from functions.desk.acting import Desk
from functions.desk.figures_view import EMPTY, Row, total
from shared.errors import NotHere
from shared.model.fact import OfficeCode, ProcessId
from shared.model.figures import Figures, Look, Overdue, whole

FIRST = date(2025, 7, 1)
"""The month of the announcement: before it nothing came by these channels."""


class Overview(NamedTuple):
    """What is shown of a month. ``offices`` is empty for one office's own page."""

    month: date
    figures: Figures
    all: Row
    processes: tuple[Row, ...]
    offices: tuple[Row, ...]
    quiet: int
    """Offices to which nothing came and where nothing is overdue."""
    look: Look | None

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the month."""
        every = (self.month + timedelta(days=n) for n in range(31))
        return tuple(day for day in every if day.month == self.month.month)


def overview(desk: Desk, offices: Sequence[OfficeCode], month: date) -> Overview:
    """The month of these offices, in a number of calls that only their number decides."""
    found = desk.register.statistics.of(offices, month)
    counts = desk.register.work.counts_of(offices)
    figures = whole(found)
    rows = tuple(
        Row(office, total(one), many.overdue(desk.today))
        for office, one, many in zip(offices, found, counts, strict=True)
    )
    loud = tuple(row for row in rows if row.numbers or row.overdue)
    several = len(offices) > 1
    late, look = desk.register.looks.overdue(offices), desk.register.looks.last()
    return Overview(
        month=month,
        figures=figures,
        all=Row("", total(figures), sum(row.overdue or 0 for row in rows)),
        processes=_processes(figures, late if look else None),
        offices=loud if several else (),
        quiet=len(rows) - len(loud) if several else 0,
        look=look,
    )


def month_of(written: str, today: date) -> date:
    """The first of the month that is asked for (``2026-11``), or of this one. Raises NotHere."""
    this = today.replace(day=1)
    if not written:
        return this
    try:
        asked = date.fromisoformat(f"{written}-01")
    except ValueError:
        raise NotHere from None
    if not FIRST <= asked <= this:
        raise NotHere
    return asked


def _processes(figures: Figures, late: Sequence[Overdue] | None) -> tuple[Row, ...]:
    """By the letters that came, the most first. ``late`` is None before the first look."""
    overdue: dict[ProcessId, int] = {}
    for one in late or ():
        for process, many in one.by_process.items():
            overdue[process] = overdue.get(process, 0) + many
    names = figures.by_process.keys() | overdue.keys()
    rows = (
        Row(
            name,
            figures.by_process.get(name, EMPTY),
            None if late is None else overdue.get(name, 0),
        )
        for name in names
    )
    shown = (row for row in rows if row.numbers or row.overdue)
    return tuple(sorted(shown, key=lambda row: (-row.came, -(row.overdue or 0), row.name)))
