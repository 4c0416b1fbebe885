"""Whose a client of the API is, is said with its source or not at all."""

import pytest

from shared.directory import agencies
from shared.errors import BadDirectory

HEAD = ",".join(agencies.COLUMNS)


def test_nobody_is_named_without_a_source():
    assert {} == dict(agencies.load())


def test_a_named_client_is_found_by_its_id(tmp_path):
    row = "3k5jbank,ธนาคารตัวอย่าง,Example Bank,letter of the bank,registrar,2026-11-01"
    (tmp_path / "agencies.csv").write_text(f"{HEAD}\n{row}\n", encoding="utf-8")

    assert "ธนาคารตัวอย่าง" == agencies.load(tmp_path)["3k5jbank"].name_th


WRONG = [
    pytest.param("3k5jbank,ธนาคารตัวอย่าง,Example Bank,,registrar,2026-11-01", id="no source"),
    pytest.param("3k5jbank,,Example Bank,letter,registrar,2026-11-01", id="no Thai name"),
    pytest.param(",ธนาคารตัวอย่าง,Example Bank,letter,registrar,2026-11-01", id="no client"),
]


@pytest.mark.parametrize("row", WRONG)
def test_a_row_that_is_not_in_order_is_named(tmp_path, row):
    (tmp_path / "agencies.csv").write_text(f"{HEAD}\n{row}\n", encoding="utf-8")

    with pytest.raises(BadDirectory, match=r"agencies\.csv, row 2"):
        agencies.load(tmp_path)
