"""The cells of old Excel files (.xls), row by row, as words."""

from collections.abc import Iterator
from datetime import time
from os import devnull
from pathlib import Path
from typing import Any

import xlrd
from xlrd.biffh import XLRDError

from functions.intake.reading.budget import MOST_TEXT
from functions.intake.reading.refusals import Refusal, Unreadable

_ENCRYPTED = "encrypted"
"""xlrd has one class for all it refuses; only its words tell a password from damage."""


def excel_text(content: bytes) -> str:
    """Every sheet's cells. Raises Unreadable(password); broken files may raise anything."""
    with Path(devnull).open("w", encoding="utf-8") as nowhere:  # xlrd prints what is in the file
        try:
            book = xlrd.open_workbook(
                file_contents=content, logfile=nowhere, on_demand=True, ragged_rows=True
            )
        except XLRDError as error:
            if _ENCRYPTED in str(error):
                raise Unreadable(Refusal.PASSWORD) from None
            raise
        return _bounded(_rows(book))


def _bounded(rows: Iterator[str]) -> str:
    found: list[str] = []
    left = MOST_TEXT
    for row in rows:
        found.append(row)
        left -= len(row) + 1
        if left <= 0:
            break
    return "\n".join(found)


def _rows(book: Any) -> Iterator[str]:
    for number in range(book.nsheets):
        sheet = book.sheet_by_index(number)
        if sheet.nrows:
            yield sheet.name
        for row in range(sheet.nrows):
            line = "\t".join(_shown(cell, book.datemode) for cell in sheet.row(row))
            if line.strip():
                yield line
        book.unload_sheet(number)


def _shown(cell: Any, datemode: Any) -> str:
    if cell.ctype == xlrd.XL_CELL_DATE:
        return _date(cell.value, datemode)
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        return str(int(cell.value)) if cell.value == int(cell.value) else repr(cell.value)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    return str(cell.value) if cell.ctype == xlrd.XL_CELL_TEXT else ""


def _date(value: float, datemode: Any) -> str:
    """As the calendar has it; the number itself when no calendar has it."""
    try:
        moment = xlrd.xldate_as_datetime(value, datemode)
    except (xlrd.xldate.XLDateError, ValueError, OverflowError):
        return repr(value)
    if value < 1:
        return moment.time().isoformat("minutes")
    return (
        moment.date().isoformat() if moment.time() == time() else moment.isoformat(" ", "minutes")
    )
