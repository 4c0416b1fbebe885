"""A label that nobody can have meant stops the run instead of counting as a mistake."""

import json
from datetime import UTC, datetime

import pytest

from benchmarks.labelled_letters import BrokenLabelError, read
from shared.directory import offices, processes

AT = datetime(2026, 11, 20, tzinfo=UTC)
ROW = {"id": "one", "subject": "ขอคืนเงิน", "body": "ค่ะ", "process": "refund/2"}


def read_rows(folder, *rows):
    path = folder / "letters.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return read(path, offices.load(), processes.load(), AT)


OFFICES = [
    pytest.param({"office": "saraban_loei@sso.go.th"}, {"loei"}, id="a mailbox"),
    pytest.param({"office": None}, {"central"}, id="a person must choose"),
    pytest.param(
        {"office": "saraban_loei@sso.go.th", "office_also": [None, "saraban_trat@sso.go.th"]},
        {"loei", "central", "trat"},
        id="others are as good",
    ),
    pytest.param({}, None, id="not labelled"),
]


@pytest.mark.parametrize(("keys", "desks"), OFFICES)
def test_the_offices_of_a_label(tmp_path, keys, desks):
    (one,) = read_rows(tmp_path, ROW | keys)

    assert desks == one.label.offices


def test_what_a_clerk_could_equally_choose_is_accepted(tmp_path):
    (one,) = read_rows(tmp_path, ROW | {"also": ["refund/1"]})

    assert ("refund/2", {"refund/1", "refund/2"}) == (one.label.process, one.label.accepted)


def test_a_passage_is_read_as_a_letter(tmp_path):
    (one,) = read_rows(tmp_path, {"id": "p", "text": "ข้อความ", "process": "none"})

    assert "ข้อความ" in one.text


BROKEN = [
    pytest.param({"process": "refund/9"}, "refund/9", id="no such process"),
    pytest.param({"also": ["refund/9"]}, "refund/9", id="no such process beside it"),
    pytest.param({"office": "saraban_paris@sso.go.th"}, "paris", id="no such office"),
    pytest.param({"body": 7}, "body", id="no letter"),
]


@pytest.mark.parametrize(("keys", "named"), BROKEN)
def test_a_broken_row_is_named(tmp_path, keys, named):
    with pytest.raises(BrokenLabelError, match=rf"letters\.jsonl:2: .*{named}"):
        read_rows(tmp_path, ROW, ROW | keys)
