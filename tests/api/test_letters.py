"""An agency's program sends a letter, sees where it is, and adds what was asked for."""

import json
from base64 import b64decode
from datetime import date

import boto3
import pytest

from functions.api.routes.letters import MOST_SENT
from functions.intake.open_upload import open_upload
from shared.aws.buckets import S3RawStore
from shared.directory import offices
from shared.model.event import Did, Event
from shared.model.letter import ArrivalRecord, Outcome
from shared.model.submission import Sender
from shared.uploading.letter import MOST_BYTES
from tests.api.conftest import Client, Hall
from tests.portal.conftest import NAN

MINISTRY, BANK = Client("ministry"), Client("bank")
KEY = "2026-11-22/128"
LETTER = {
    "subject": "ขอส่งแบบแจ้งการเปลี่ยนแปลงข้อเท็จจริง",
    "office": "nan",
    "files": [{"name": "หนังสือนำส่ง.pdf", "size": 4}, {"name": "แบบ.jpg", "size": 3}],
}
CONTENTS = (b"%PDF", b"\xff\xd8\xff")


def handed_in(hall: Hall, agency: Client = MINISTRY, key: str = KEY, **changes) -> str:
    """The id of a letter that was handed in."""
    begun = agency.post("/letters", {**LETTER, **changes}, key).said
    for ticket, content in zip(begun["tickets"], CONTENTS, strict=True):
        hall.put(ticket, content)
    assert "received" == agency.post(f"/letters/{begun['letter']}/close").said["progress"]
    return begun["letter"]


def test_a_letter_arrives_as_intake_opens_it(hall):
    handed_in(hall, message="แนบแบบมาด้วยแล้ว", process="registration/1.2", sender="a@agency.example")
    letter = open_upload(hall.manifest(), S3RawStore(boto3.client("s3")), offices.load())

    assert (LETTER["subject"], ("nan",), "registration/1.2", None) == (
        letter.subject,
        letter.addressed,
        letter.chosen_process,
        letter.refused,
    )
    assert [b"%PDF", b"\xff\xd8\xff"] == [piece.content for piece in letter.pieces[1:]]
    assert Sender(address="a@agency.example") == letter.sender


def test_a_ticket_is_for_one_file_of_just_its_size(hall):
    begun = MINISTRY.post("/letters", LETTER, KEY)
    [first, _] = begun.said["tickets"]
    policy = json.loads(b64decode(first["fields"]["policy"]))

    assert 201 == begun.status
    assert ["content-length-range", 4, 4] in policy["conditions"]
    assert {"key": first["fields"]["key"]} in policy["conditions"]


def test_the_register_knows_which_agency_sent_it(hall):
    letter = handed_in(hall)

    assert f"uploads/agency.ministry.{letter}/manifest.json" == hall.manifest().key


def test_it_is_followed_from_the_beginning_to_the_register(hall):
    letter = MINISTRY.post("/letters", LETTER, KEY).said["letter"]
    begun = MINISTRY.get(f"/letters/{letter}").said
    handed_in(hall)
    received = MINISTRY.get(f"/letters/{letter}").said
    record = hall.register_it()
    registered = MINISTRY.get(f"/letters/{letter}").said

    assert ["begun", "received", "registered"] == [
        said["progress"] for said in (begun, received, registered)
    ]
    assert [False, False] == [file["arrived"] for file in begun["files"]]
    assert record.reference == registered["reference"]
    assert ("nan", "1/2569", "open") == tuple(
        registered["offices"][0][name] for name in ("code", "register_number", "state")
    )


@pytest.mark.parametrize("outcome", [Outcome.REFUSED, Outcome.QUARANTINED])
def test_a_letter_that_was_not_taken_says_so(hall, outcome):
    letter = handed_in(hall)
    line = ArrivalRecord(arrival=hall.manifest(), outcome=outcome, reason="virus")
    hall.register.arrivals.note(line)

    assert "not_registered" == MINISTRY.get(f"/letters/{letter}").said["progress"]


def test_a_repeated_request_finds_the_letter_that_it_began(hall):
    first = MINISTRY.post("/letters", LETTER, KEY).said
    again = MINISTRY.post("/letters", LETTER, KEY).said
    folders = {key.split("/")[1] for key in hall.laid()}

    assert first["letter"] == again["letter"]
    assert [t["fields"]["key"] for t in first["tickets"]] == [
        t["fields"]["key"] for t in again["tickets"]
    ]
    assert 1 == len(folders)


def test_a_letter_that_is_closed_twice_arrives_once(hall):
    letter = handed_in(hall)
    before = hall.manifest()
    again = MINISTRY.post(f"/letters/{letter}/close")
    repeated = MINISTRY.post("/letters", LETTER, KEY).said
    versions = boto3.client("s3").list_object_versions(Bucket="uploads-bucket", Prefix=before.key)

    assert (200, "received") == (again.status, again.said["progress"])
    assert (True, []) == (repeated["closed"], repeated["tickets"])
    assert 1 == len(versions["Versions"])


def test_a_key_that_was_used_for_another_letter_is_refused(hall):
    MINISTRY.post("/letters", LETTER, KEY)
    other = MINISTRY.post("/letters", {**LETTER, "subject": "อีกเรื่องหนึ่ง"}, KEY)

    assert (422, "key_used") == (other.status, other.problem)


def test_two_agencies_may_use_the_same_key(hall):
    one, two = (agency.post("/letters", LETTER, KEY) for agency in (MINISTRY, BANK))

    assert [201, 201] == [one.status, two.status]
    assert 2 == len({key.split("/")[1] for key in hall.laid()})


def test_a_letter_is_not_closed_while_a_file_is_missing(hall):
    begun = MINISTRY.post("/letters", LETTER, KEY).said
    hall.put(begun["tickets"][0], b"%PDF")
    hall.put(begun["tickets"][1], b"cut off")
    early = MINISTRY.post(f"/letters/{begun['letter']}/close")

    assert (409, "files_missing") == (early.status, early.problem)
    assert ["แบบ.jpg"] == [fault["name"] for fault in early.said["faults"]]
    assert not any(key.endswith("manifest.json") for key in hall.laid())


WRONG = [
    pytest.param({"office": "atlantis"}, "/office", id="no office"),
    pytest.param({"process": "x'--"}, "/process", id="no process"),
    pytest.param({"sender": "somying@"}, "/sender", id="no address"),
    pytest.param({"subject": " "}, "/subject", id="no subject"),
    pytest.param({"subject": "x" * 201}, "/subject", id="a long subject"),
    pytest.param({"files": []}, "/files", id="no file"),
    pytest.param({"files": [{"name": "a.pdf", "size": 1}] * 21}, "/files", id="21 files"),
    pytest.param({"files": [{"name": "a.exe", "size": 1}]}, "/files", id="a program"),
    pytest.param({"files": [{"name": "a.pdf", "size": 0}]}, "/files/0/size", id="empty"),
    pytest.param(
        {"files": [{"name": "a.pdf", "size": MOST_BYTES}] * 2}, "/files", id="too large together"
    ),
    pytest.param({"files": [{"name": "a.pdf", "size": "x"}]}, "/files/0/size", id="no size"),
    pytest.param({"colour": "red"}, "/colour", id="an unknown field"),
]


@pytest.mark.parametrize(("changes", "at"), WRONG)
def test_what_is_wrong_is_named_before_a_byte_is_taken(hall, changes, at):
    refused = MINISTRY.post("/letters", {**LETTER, **changes}, KEY)

    assert (422, "invalid") == (refused.status, refused.problem)
    assert [at] == [fault["at"] for fault in refused.said["faults"]]
    assert [] == hall.laid()


@pytest.mark.parametrize("key", ["", "short", "with space in it", "ก" * 10])
def test_a_letter_needs_a_key_of_its_own(hall, key):
    refused = MINISTRY.post("/letters", LETTER, key)

    assert (422, ["idempotency-key"]) == (
        refused.status,
        [fault["at"] for fault in refused.said["faults"]],
    )


def test_the_prescribed_channel_is_named_first(hall):
    elsewhere = {**LETTER, "process": "registration/2"}
    refused = MINISTRY.post("/letters", elsewhere, KEY)
    then = MINISTRY.post("/letters", {**elsewhere, "anyway": True}, KEY)

    assert (422, "prescribed_elsewhere") == (refused.status, refused.problem)
    assert "www.sso.go.th" in refused.said["faults"][0]["detail"]
    assert 201 == then.status


def asked_for(hall: Hall) -> None:
    """A clerk of Nan asks for two documents until the 7th of December."""
    before = hall.register.work.at("s1", NAN)
    assert before
    claimed = before.moved("claim", "somsri")
    at = before.opened_at
    event = {"submission_id": "s1", "office": NAN, "at": at, "who": "somsri"}
    hall.register.work.replace(before, claimed, Event(did=Did.TAKEN, version=2, **event))
    returned = claimed.moved("return", "somsri", due_on=date(2026, 12, 7))
    note = "สำเนาสมุดบัญชี\nใบรับรองแพทย์"
    told = Event(did=Did.RETURNED, version=3, note=note, **event)
    hall.register.work.replace(claimed, returned, told)


def test_an_agency_sees_what_is_wanted_and_adds_it(hall):
    letter = handed_in(hall)
    record = hall.register_it()
    asked_for(hall)
    [office] = MINISTRY.get(f"/letters/{letter}").said["offices"]
    more = {"subject": "เอกสารเพิ่มเติม", "files": [{"name": "สมุดบัญชี.pdf", "size": 4}]}
    added = MINISTRY.post(f"/letters/{letter}/documents", more, "more-0001").said
    hall.put(added["tickets"][0], b"%PDF")
    closed = MINISTRY.post(f"/letters/{added['letter']}/close").said
    [key] = [k for k in hall.laid() if added["letter"] in k and k.endswith("manifest.json")]
    manifest = json.loads(hall.s3.get_object(Bucket="uploads-bucket", Key=key)["Body"].read())

    assert ["สำเนาสมุดบัญชี", "ใบรับรองแพทย์"] == office["documents_asked"]
    assert ("waiting", "2026-12-07") == (office["state"], office["answer_by"])
    assert (letter, "received") == (closed["adds_to"], closed["progress"])
    assert record.reference == manifest["reference"]


def test_nothing_is_added_to_a_letter_that_has_no_reference_yet(hall):
    letter = handed_in(hall)
    more = {"subject": "x", "files": [{"name": "a.pdf", "size": 4}]}
    early = MINISTRY.post(f"/letters/{letter}/documents", more, "more-0001")

    assert (409, "not_registered") == (early.status, early.problem)


def test_a_flood_of_one_agency_is_stopped_and_others_are_not(hall):
    for _ in range(MOST_SENT):
        MINISTRY.post(f"/letters/{'0' * 32}/close")
    stopped = MINISTRY.post("/letters", LETTER, KEY)

    assert (429, "too_often", "600") == (
        stopped.status,
        stopped.problem,
        stopped.headers["retry-after"],
    )
    assert 201 == BANK.post("/letters", LETTER, KEY).status
