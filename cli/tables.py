"""Tables as the commands print them."""

import os

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table

LEAST, USUAL = 145, 150
"""Columns that our tables need, and what they get when nobody's terminal says."""


def console() -> Console:
    """Where the tables go. In a narrower terminal lines run over, but nothing is left out."""
    plain = Console(highlight=False)
    if plain.is_terminal or "COLUMNS" in os.environ:
        return Console(highlight=False, width=max(plain.width, LEAST))
    return Console(highlight=False, width=USUAL)


def cut(text: str, cells: int) -> str:
    """A text on one line, cut where a Thai letter ends with all its signs."""
    if cell_len(text) <= cells:
        return text
    end = next(n for n in range(len(text)) if cell_len(text[: n + 1]) >= cells)
    return f"{text[:end]}…"


def table(*columns: str, title: str | None = None) -> Table:
    """An empty table with these columns; long cells are folded."""
    made = Table(box=SIMPLE_HEAD, title=title, title_justify="left", title_style="bold")
    for column in columns:
        made.add_column(column, overflow="fold")
    return made


def keep_whole(made: Table, *columns: str) -> None:
    """Columns that are never folded: a reference is copied, a number is compared."""
    for column in made.columns:
        column.no_wrap = column.no_wrap or column.header in columns


def keep_readable(made: Table, width: int, *columns: str) -> None:
    """Columns that stay this wide where there is little room."""
    for column in made.columns:
        if column.header in columns:
            column.min_width = width
