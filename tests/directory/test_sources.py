"""The published columns hold the announcement's own words, cell for cell.

Needs the announcement's text and the checked mailboxes, which are not part of this
project: name their folder in DIRECTORY_SOURCES (``seeds/000_*.txt`` with tables in
tab-separated lines, ``data/mailboxes_checked.csv``). Skipped without it.
"""

import csv
import os
from pathlib import Path

import pytest

from shared.directory.table import DATA

SOURCES = os.environ.get("DIRECTORY_SOURCES", "")
pytestmark = pytest.mark.skipif(not SOURCES, reason="DIRECTORY_SOURCES names no folder")


def rows(file: Path) -> list[dict[str, str]]:
    """A CSV file's rows."""
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def announced() -> list[list[str]]:
    """The cells of every table line of the announcement."""
    text = next(Path(SOURCES).glob("seeds/000_*.txt")).read_text(encoding="utf-8")
    return [[cell.strip() for cell in line.split("\t")] for line in text.splitlines()]


def test_offices_are_published_so():
    """Name, mailboxes, telephone and fax numbers of all 142 rows of appendix 2."""
    rows_announced = [cells for cells in announced() if len(cells) == 4 and "@" in cells[1]]
    ours = [row for row in rows(DATA / "2568" / "offices.csv") if row["published_row"]]

    assert len(rows_announced) == 142
    for row in ours:
        name, mailboxes, phones, faxes = rows_announced[int(row["published_row"]) - 1]
        assert (name, phones, faxes) == (
            row["published_name"],
            row["published_phones"],
            row["published_faxes"],
        )
        assert row["published_mailbox"] in mailboxes.split()


def test_mailboxes_are_the_checked_ones():
    """Column ``use`` of the check against the directory of 2566."""
    ours = {row["name_th"]: row["mailbox"] for row in rows(DATA / "2568" / "offices.csv")[1:]}
    digits = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
    checked = {
        row["office"].translate(digits): row["use"]
        for row in rows(Path(SOURCES) / "data" / "mailboxes_checked.csv")
    }

    assert checked == ours


def test_processes_are_published_so():
    """Name and channel of all 44 processes of appendix 1, in its order."""
    text = "\n".join(cell for cells in announced() for cell in cells)

    for row in rows(DATA / "2568" / "processes.csv")[:44]:
        assert row["published_channel"] in text
        for part in row["published"].split(" / "):
            assert part in text
