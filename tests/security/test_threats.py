"""Every threat has its test, and the test is there."""

import re

import pytest

from tests.structure.source import PROJECT

TEXT = (PROJECT / "docs" / "security.md").read_text(encoding="utf-8")
ROWS = [
    line for line in TEXT.splitlines() if line.startswith("| ") and not line.startswith("| who |")
]


@pytest.mark.parametrize("row", ROWS, ids=[row.split("|")[2].strip()[:50] for row in ROWS])
def test_a_threat_names_tests_that_are_there(row: str):
    *_, cell, _ = row.split("|")
    named = re.findall(r"`(tests/[\w/]+\.py)`", cell)

    assert named
    assert [] == [path for path in named if not (PROJECT / path).exists()]
    assert all("def test_" in (PROJECT / path).read_text("utf-8") for path in named)


def test_every_security_test_is_named():
    named = set(re.findall(r"tests/security/(test_\w+)\.py", TEXT)) | OTHERWISE

    assert set() == {p.stem for p in (PROJECT / "tests" / "security").glob("test_*.py")} - named


OTHERWISE = {"test_threats", "test_records", "test_upload_records", "test_retention"}
"""This one, and those that docs/retention.md names or holds."""


def test_every_decision_it_names_is_there():
    for name in re.findall(r"\(((?:decisions/)?[\w-]+\.md)\)", TEXT):
        assert (PROJECT / "docs" / name).exists(), name
