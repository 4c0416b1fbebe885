"""Data files: UTF-8 CSV with a header, BOM or not, read row by row with its place in mind."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from shared.errors import BadDirectory
from shared.model.fact import Fact

DATA = Path(__file__).parent / "data"
SEPARATOR = "; "
"""Stands between the values of a cell that holds several."""

AnyFact = TypeVar("AnyFact", bound=Fact)


@dataclass(frozen=True)
class Row:
    """One row: its file, its line there (the header is line 1), its cells by column."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell's text; empty when there is none."""
        return self.cells[column]

    def many(self, column: str) -> tuple[str, ...]:
        """The values of a cell that holds several."""
        return tuple(self.cells[column].split(SEPARATOR)) if self.cells[column] else ()

    def wrong(self, what: str) -> BadDirectory:
        """The error that names this row and says ``what`` is wrong with it."""
        return BadDirectory(f"{self.file}, row {self.line}: {what}")

    def fact(self, model: type[AnyFact], **given: Any) -> AnyFact:
        """The row as a fact; ``given`` replaces cells, and an empty cell is no value.

        Raises BadDirectory naming the columns that do not fit.
        """
        fields = model.model_fields  # pydantic looks it up anew each time it is asked
        filled = {name: text for name, text in self.cells.items() if text and name in fields}
        try:
            return model.model_validate(filled | given)
        except ValidationError as error:
            columns = sorted({str(item["loc"][0]) for item in error.errors()})
            raise self.wrong(f"missing or unfit: {', '.join(columns)}") from None


def read(path: Path, columns: Sequence[str]) -> tuple[Row, ...]:
    """Every row of a data file that has exactly these columns. Raises BadDirectory."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.reader(file, strict=True)
            if tuple(next(lines, ())) != tuple(columns):
                raise BadDirectory(f"{path.name}: the header is not {','.join(columns)}")
            return tuple(_row(path, lines.line_num, columns, cells) for cells in lines)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadDirectory(f"{path.name}: cannot be read ({type(error).__name__})") from None


def once(rows: Iterable[Row], column: str) -> None:
    """No two rows have the same value in ``column``, whatever the case of its letters."""
    seen: dict[str, Row] = {}
    for row in rows:
        first = seen.setdefault(row[column].casefold(), row)
        if first is not row:
            raise row.wrong(f"{column} {row[column]!r} is also in row {first.line}")


def _row(path: Path, line: int, columns: Sequence[str], cells: list[str]) -> Row:
    if len(cells) != len(columns):
        raise BadDirectory(f"{path.name}, row {line}: {len(cells)} cells, not {len(columns)}")
    return Row(path.name, line, {c: cell.strip() for c, cell in zip(columns, cells, strict=True)})
