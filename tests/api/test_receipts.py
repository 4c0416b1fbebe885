"""An agency has proof: the receipt itself, and whether one that it was shown is genuine."""

from base64 import b64encode

from tests.api.conftest import Client
from tests.api.test_letters import MINISTRY, handed_in
from tests.portal.test_check import a_file

READER = Client("bank", scope="letters/read")


def test_the_receipt_is_fetched_once_there_is_one(hall):
    letter = handed_in(hall)
    early = MINISTRY.get(f"/letters/{letter}/receipt")
    record = hall.register_it()
    still = MINISTRY.get(f"/letters/{letter}").said["receipt"]
    hall.seal(record)
    paper = MINISTRY.get(f"/letters/{letter}/receipt")

    assert (409, "no_receipt", False) == (early.status, early.problem, still)
    assert (200, "application/pdf", b"%PDF-1.7 \xff") == (
        paper.status,
        paper.headers["content-type"],
        paper.body,
    )
    assert MINISTRY.get(f"/letters/{letter}").said["receipt"]


def test_a_code_is_checked(hall):
    handed_in(hall)
    record = hall.register_it()
    seal = hall.seal(record)
    genuine = READER.post("/receipts/check", {"code": seal.code}).said
    forged = READER.post("/receipts/check", {"code": seal.code.replace("58", "59")}).said

    assert (True, record.reference, "58/2569") == (
        genuine["genuine"],
        genuine["reference"],
        genuine["register_numbers"][0]["number"],
    )
    assert (False, "not_signed_by_us", None) == (
        forged["genuine"],
        forged["reason"],
        forged["reference"],
    )


def test_a_file_is_checked_and_its_documents_named(hall):
    handed_in(hall)
    seal = hall.seal(hall.register_it())
    changed = seal.model_copy(update={"statement": seal.statement + " "})
    told = [
        READER.post("/receipts/check", {"pdf": b64encode(a_file(one)).decode()}).said
        for one in (seal, changed)
    ]

    assert [True, False] == [one["genuine"] for one in told]
    assert ["แบบคำขอ.pdf"] == [one["name"] for one in told[0]["documents"]]


def test_one_of_the_two_is_asked_for(hall):
    answers = [READER.post("/receipts/check", said) for said in ({}, {"code": "x", "pdf": "eA=="})]

    assert [(422, "invalid")] * 2 == [(answer.status, answer.problem) for answer in answers]
