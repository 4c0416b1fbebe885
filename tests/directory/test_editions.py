"""Editions: a letter is dealt with by the announcement of its own day."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from shared.directory import processes
from shared.directory.editions import edition_on
from shared.directory.table import DATA
from shared.model.fact import ProcessId

REFUND = ProcessId("refund/1")

DAYS = [
    pytest.param(date(2025, 7, 17), "2568", id="before the oldest: the oldest"),
    pytest.param(date(2026, 12, 31), "2568", id="the day before the new one"),
    pytest.param(date(2027, 1, 1), "2570", id="the day it comes into force"),
    pytest.param(None, "2570", id="no day: the newest"),
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data with a second announcement, in force from 1 January 2570."""
    copy = Path(shutil.copytree(DATA, tmp_path / "data"))
    newer = Path(shutil.copytree(copy / "2568", copy / "2570"))
    text = (newer / "edition.csv").read_text(encoding="utf-8")
    new = text.replace("2025-07-18", "2027-01-01")
    (newer / "edition.csv").write_text(new, encoding="utf-8")
    text = (newer / "processes.csv").read_text(encoding="utf-8")
    new = text.replace("\nrefund/1,", "\nrefund/1,ฉบับใหม่ ", 1)
    (newer / "processes.csv").write_text(new, encoding="utf-8")
    return copy


@pytest.mark.parametrize(("day", "edition"), DAYS)
def test_the_edition_of_the_day(data, day, edition):
    """The announcement in force when the letter was received, not today's."""
    assert edition == edition_on(day, data).folder.name


def test_a_replayed_letter_meets_the_rules_of_its_day(data):
    """The list changes; an old letter is still named as it was then."""
    then = processes.load(date(2026, 12, 31), data)
    now = processes.load(date(2027, 1, 1), data)

    assert not then[REFUND].name_th.startswith("ฉบับใหม่")
    assert now[REFUND].name_th.startswith("ฉบับใหม่")
