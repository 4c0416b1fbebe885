"""Anybody can ask what would be decided about a letter, and why, without AWS."""

import json
from io import StringIO

import pytest
from rich.console import Console

from cli.explain import Broken, as_row, explain_letters
from cli.explain_view import printable, show
from cli.explaining import run_explain

KEYS = {
    "id",
    "process",
    "confidence",
    "process_sure",
    "decision",
    "office",
    "mailbox",
    "offices",
    "alternatives",
    "evidence",
}
DENTAL = {
    "id": "one",
    "channel": "email",
    "to": "saraban@sso.go.th",
    "from": "a@mail.example",
    "subject": "ค่าทำฟัน",
    "body": "ขอเบิกค่าขูดหินปูน บ้านอยู่ อ.เมืองแพร่",
    "attachments": [{"filename": "bill.jpg", "kind": "jpg", "text": "ใบเสร็จ ทันตกรรม 900 บาท"}],
    "process": "ignored",
    "tags": ["ignored"],
}
MAIL = b"""From: Somchai <somchai@mail.example>\r
To: saraban_trat@sso.go.th\r
Subject: dental\r
Content-Type: text/plain; charset=utf-8\r
Content-Transfer-Encoding: 8bit\r
\r
""" + "ขอเบิกค่าทำฟันครับ\r\n".encode()


@pytest.fixture
def lines(tmp_path):
    def write(*rows):
        path = tmp_path / "letters.jsonl"
        written = [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]
        path.write_bytes(b"\n".join(written))
        return path

    return write


def test_a_letter_of_a_file_gets_one_line_with_every_key(lines, capsys):
    status = run_explain([lines(DENTAL)], as_json=True)
    row = json.loads(capsys.readouterr().out)

    assert 0 == status
    assert row.keys() >= KEYS
    assert ("one", "ssf-benefit/2", True) == (row["id"], row["process"], row["process_sure"])
    assert ("auto", "phrae", ["phrae"]) == (row["decision"], row["office"], row["offices"])
    assert "saraban_phrae@sso.go.th" == row["mailbox"]
    assert {"text", "meaning", "weight", "document", "start", "end"} == row["evidence"][0].keys()


def test_triage_names_no_office(lines, capsys):
    run_explain([lines({"body": "ขอเบิกค่าทำฟัน"})], as_json=True)
    row = json.loads(capsys.readouterr().out)

    assert ("triage", None, None, []) == (
        row["decision"],
        row["office"],
        row["mailbox"],
        row["offices"],
    )
    assert "letters.jsonl:1" == row["id"]


def test_an_agency_s_letter_goes_to_the_central_registry_by_itself(lines, capsys):
    agency = {
        "from": "info@dept-demo.go.th",
        "to": "saraban@sso.go.th",
        "body": "หมายเรียกพยานเอกสาร",
    }
    run_explain([lines(agency)], as_json=True)
    row = json.loads(capsys.readouterr().out)

    assert ("auto", "central", "saraban@sso.go.th") == (
        row["decision"],
        row["office"],
        row["mailbox"],
    )


BAD_LINES = [
    pytest.param(b"{not json", "not JSON", id="no JSON"),
    pytest.param(b"[1]", "not a JSON object", id="no object"),
    pytest.param(b'{"body": 3}', "body: not a text", id="a body that is no text"),
    pytest.param(b'{"attachments": ["x"]}', "attachments", id="attachments that are no objects"),
    pytest.param(b"\xff\xfe", "not UTF-8", id="other bytes"),
]


@pytest.mark.parametrize(("line", "what"), BAD_LINES)
def test_a_broken_line_is_named_and_the_rest_goes_on(lines, capsys, line, what):
    path = lines(DENTAL, line, b"", DENTAL | {"id": "two"})
    status = run_explain([path], as_json=True)
    said = capsys.readouterr()

    assert 1 == status
    assert ["one", "two"] == [json.loads(row)["id"] for row in said.out.splitlines()]
    assert f"{path}:2: " in said.err
    assert what in said.err


def test_a_file_that_is_not_there_is_named_and_the_rest_goes_on(lines, tmp_path, capsys):
    status = run_explain([tmp_path / "gone.eml", lines(DENTAL)], as_json=True)
    said = capsys.readouterr()

    assert 1 == status
    assert "gone.eml: No such file" in said.err
    assert 1 == len(said.out.splitlines())


def test_a_mail_is_read_as_intake_reads_it(tmp_path):
    path = tmp_path / "dental.eml"
    path.write_bytes(MAIL)
    row = as_row(next(explain_letters([path])))

    assert ("dental.eml", "ssf-benefit/2") == (row["id"], row["process"])
    assert ("auto", "trat") == (row["decision"], row["office"])


def test_an_unknown_mailbox_is_no_addressed_office(lines):
    found = next(explain_letters([lines({"body": "x", "to": ["nobody@sso.go.th", "a@b.example"]})]))

    assert not isinstance(found, Broken)
    assert () == found.letter.submission.addressed


def test_a_person_sees_the_letter_the_ranking_and_the_rule(lines):
    out = Console(record=True, width=200, file=StringIO())
    for found in explain_letters([lines(DENTAL, {"id": "two", "body": "อยู่เขตวัฒนา ขอเบิกค่าทำฟัน"})]):
        assert not isinstance(found, Broken)
        show(found, out)
    text = out.export_text()

    for words in ("ขูดหินปูน", "ssf-benefit/2", "phrae", "office of the province", "bkkarea12"):
        assert words in text


def test_a_letter_does_not_steer_the_terminal():
    assert "ก\N{REPLACEMENT CHARACTER}[2Jข\n" == printable("ก\x1b[2Jข\n")
