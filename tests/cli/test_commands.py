"""The commands: what a person at the keyboard sees, and what they are told when it fails."""

import json
from datetime import date, timedelta

import boto3
import pytest

from cli.main import main
from shared.aws.register import dynamo_register
from shared.model.fact import OfficeCode
from shared.model.letter import ArrivalRecord, Outcome
from shared.model.receipt import Receipt, Sending
from shared.model.reference import new_reference
from tests.letters import MORNING, a_record, an_arrival

CHIANGMAI = OfficeCode("chiangmai")
REFERENCE = new_reference(lambda signs: signs[5])


@pytest.fixture
def register(register_table, monkeypatch, tmp_path):
    """A register on "AWS": no town runs in this folder."""
    monkeypatch.setenv("REGISTER_TABLE", "register")
    monkeypatch.setenv("UPLOAD_BUCKET", "uploads")
    monkeypatch.setenv("SARABAN_TOWN", str(tmp_path / "town"))
    monkeypatch.setenv("COLUMNS", "200")
    return dynamo_register(register_table)


@pytest.fixture
def uploads(register):
    place = {"LocationConstraint": "ap-southeast-1"}
    boto3.client("s3").create_bucket(Bucket="uploads", CreateBucketConfiguration=place)
    return boto3.resource("s3").Bucket("uploads")


@pytest.fixture
def letter(register):
    record = register.letters.open(a_record(reference=REFERENCE, subject="ขอ [bold] เงินคืน"))
    due = date(2026, 11, 25)
    register.work.open(record, CHIANGMAI, an_arrival(), MORNING + timedelta(minutes=1), due)
    register.receipts.start(
        Receipt(
            arrival_id=record.arrival_id,
            submission_id=record.submission_id,
            message_id="<receipt@sso.go.th>",
            sending=Sending.WITHHELD,
            reason="from_a_machine",
            at=MORNING,
        )
    )
    return record


def shown(capsys, *arguments: str) -> str:
    assert 0 == main(arguments)
    return capsys.readouterr().out


def complaint(capsys, *arguments: str) -> str:
    """The one sentence on standard error, after which the command ends with status 1."""
    assert 1 == main(arguments)
    said = capsys.readouterr()
    assert not said.out
    assert said.err.startswith("saraban: ")
    assert "Traceback" not in said.err
    return said.err


def test_status_shows_what_was_understood_and_who_has_it(letter, capsys):
    seen = shown(capsys, "status", REFERENCE.lower())

    for said in (REFERENCE, "ขอ [bold] เงินคืน", "จังหวัดเชียงใหม่", "1/2569", "from_a_machine"):
        assert said in seen


def test_queue_shows_an_offices_open_work(letter, capsys):
    seen = shown(capsys, "queue", "saraban_chiangmai@sso.go.th")

    for said in ("เชียงใหม่", "1/2569", REFERENCE, "25/11/2569", "ขอ [bold] เงินคืน"):
        assert said in seen


def test_an_empty_queue_says_so(register, capsys):
    assert "ไม่มีงานค้าง" in shown(capsys, "queue", "central")


def test_register_shows_the_book_of_a_year(letter, capsys):
    seen = shown(capsys, "register", "chiangmai", "2569")

    assert "1/2569" in seen
    assert "สมชาย ตัวอย่าง" in seen
    assert "ไม่มีรายการ" in shown(capsys, "register", "chiangmai", "2568")


def test_arrivals_show_what_was_refused_and_why(register, letter, capsys):
    noted = ArrivalRecord(
        arrival=an_arrival("mail/empty"), outcome=Outcome.REFUSED, reason="empty_letter"
    )
    register.arrivals.note(noted)
    seen = shown(capsys, "arrivals", "2026-11-20")

    for said in ("ไม่รับ", "empty_letter", "mail-bucket/mail/empty", "20/11/2569 10.15"):
        assert said in seen
    assert "ไม่มีหนังสือเข้า" in shown(capsys, "arrivals", "2026-11-21")


def test_a_day_that_is_none_is_said_to_be(register, capsys):
    assert "2026-11-22" in complaint(capsys, "arrivals", "yesterday")


def test_a_folder_is_uploaded_with_its_manifest_last(uploads, tmp_path, capsys):
    folder = tmp_path / "คำขอ"
    (folder / "ใน").mkdir(parents=True)
    for name in ("a.pdf", "manifest.json", "z.pdf", "ใน/b.pdf"):
        (folder / name).write_text("{}")
    lines = shown(capsys, "upload", str(folder)).splitlines()
    keys = {item.key.partition("/")[2].partition("/")[2] for item in uploads.objects.all()}

    assert {"a.pdf", "manifest.json", "z.pdf", "ใน/b.pdf"} == keys
    assert lines[-1].endswith("/manifest.json")


def test_the_same_folder_twice_is_two_uploads(uploads, tmp_path, capsys):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "manifest.json").write_text(json.dumps({}))
    shown(capsys, "upload", str(tmp_path / "in"))
    shown(capsys, "upload", str(tmp_path / "in"))

    assert 2 == len(list(uploads.objects.all()))


def test_a_single_file_is_dropped_at_its_office(uploads, tmp_path, capsys):
    (tmp_path / "fax.pdf").write_text("x")
    shown(capsys, "upload", str(tmp_path / "fax.pdf"), "--office", "rayong")
    (item,) = uploads.objects.all()

    assert item.key.startswith("dropbox/rayong/fax-")
    assert item.key.endswith(".pdf")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("status", "2222-2222-2223"), "is no reference", id="a slip in the reference"),
        pytest.param(("status", REFERENCE), "No letter has", id="a reference nobody has"),
        pytest.param(("queue", "atlantis"), "No office is called", id="an unknown office"),
        pytest.param(("register", "central", "2026"), "2569", id="a year of the common era"),
        pytest.param(("upload", "nowhere"), "is not there", id="an upload of nothing"),
        pytest.param(("upload", "tests/mails"), "no manifest.json", id="a folder left open"),
        pytest.param(("upload", "pyproject.toml"), "--office", id="a file for nobody"),
        pytest.param(("send", "x.eml"), "make up", id="mail without a town"),
        pytest.param(("upload", "samples/inbox/dropbox"), "manifest", id="a folder of folders"),
    ],
)
def test_trouble_is_one_sentence(register, arguments, said, capsys):
    assert said in complaint(capsys, *arguments)


def test_without_a_town_and_without_aws_it_says_how_to_start_one(monkeypatch, tmp_path, capsys):
    monkeypatch.delenv("REGISTER_TABLE", raising=False)
    monkeypatch.delenv("UPLOAD_BUCKET", raising=False)

    assert "make up" in complaint(capsys, "--town", str(tmp_path), "queue", "central")


def test_what_aws_refuses_is_a_sentence_too(aws, monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("REGISTER_TABLE", "another")

    assert "AWS" in complaint(capsys, "--town", str(tmp_path), "queue", "central")


@pytest.mark.parametrize(
    "command",
    [
        "up",
        "demo",
        "send",
        "upload",
        "status",
        "queue",
        "register",
        "explain",
        "read",
        "learn",
        "jurisdictions",
    ],
)
def test_every_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as end:
        main([command, "--help"])

    assert 0 == end.value.code
    assert f"saraban {command}" in capsys.readouterr().out
