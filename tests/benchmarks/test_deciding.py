"""The benchmark runs on any file of letters, and keeps the kept ones to itself."""

import json
from datetime import UTC, datetime

import pytest

from benchmarks.deciding import report_on
from benchmarks.labelled_letters import read
from shared.directory import offices, processes

ROWS = [
    {"id": "dental", "subject": "ขอเบิกค่าทำฟัน", "process": "ssf-benefit/2"},
    {"id": "mislabelled", "subject": "ขอเบิกค่าขูดหินปูน", "process": "registration/1.1"},
    {"id": "child", "subject": "เงินสงเคราะห์บุตร", "process": "ssf-benefit/7"},
]


@pytest.fixture
def letters(tmp_path):
    path = tmp_path / "letters.jsonl"
    rows = (json.dumps(row | {"office": None, "to": "saraban@sso.go.th"}) for row in ROWS)
    path.write_text("\n".join(rows), encoding="utf-8")
    return read(path, offices.load(), processes.load(), datetime(2026, 11, 20, tzinfo=UTC))


def test_product_rules_and_ngrams_are_judged_on_the_same_letters(letters):
    found = report_on("open.jsonl", letters, letters, show_errors=False)

    assert {"product": 3, "rules alone": 3, "n-grams": 3} == {
        name: figures.letters for name, figures in found.figures.items()
    }


def test_pairs_are_shown_of_open_letters(letters):
    found = report_on("open.jsonl", letters, [], show_errors=False)

    assert ["registration/1.1"] == [pair.label for pair in found.confused or ()]
    assert found.mistakes is None


def test_no_pairs_are_shown_of_kept_letters(letters):
    found = report_on("kept.jsonl", letters, [], show_errors=False)

    assert found.confused is None
    assert found.mistakes is None


def test_mistakes_are_listed_when_asked(letters):
    found = report_on("kept.jsonl", letters, [], show_errors=True)

    assert "mislabelled" in {mistake.id for mistake in found.mistakes or ()}
