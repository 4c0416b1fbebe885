"""What comes back of a receipt reaches its letter and the office's desk, through the stations."""

import json

import pytest
from moto.core import DEFAULT_ACCOUNT_ID
from moto.ses.models import ses_backends

from samples.returned import delivery_report
from shared.model.fact import CENTRAL, OfficeCode
from shared.model.receipt import Receipt, Sending, address_hash
from shared.model.task import TaskKind
from tests.conftest import REGION
from tests.feedback.said import bounce
from tests.story.line import STATIONS, Context, Line, as_event, as_logged, forget, ses_notice

CHIANGMAI = OfficeCode("chiangmai")
LETTER = (
    "From: somchai@mail.example\r\nTo: saraban_chiangmai@sso.go.th\r\n"
    "Subject: letter\r\nMessage-ID: <one@mail.example>\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n\r\n"
    "ขอส่งเอกสารเพิ่มเติม โทร 081-234-5678\r\n"
)


def arrive(line: Line, raw: str, key: str, **verdicts: str) -> None:
    line.put("mail-bucket", key, raw.encode())
    line.announce("mail", ses_notice(key, ("saraban_chiangmai@sso.go.th",), **verdicts))
    line.carry()


def ses_id() -> str:
    """SES's own name for the mail that it took last."""
    return str(ses_backends[DEFAULT_ACCOUNT_ID][REGION].sent_messages[-1].id)


def the_receipt(line: Line) -> Receipt:
    (letter,) = (noted for noted in line.ledger() if noted.submission_id)
    receipt = line.register.receipts.get(letter.arrival.id)
    assert receipt is not None
    return receipt


def test_a_bounce_told_by_ses_becomes_a_call(line: Line, caplog):
    arrive(line, LETTER, "mail/one")
    line.announce("feedback", bounce("Permanent", ses_id=ses_id()))
    line.carry(again=2)
    receipt, (task,) = the_receipt(line), line.register.tasks.of(CHIANGMAI)

    assert (Sending.UNDELIVERED, "bounce_permanent") == (receipt.sending, receipt.reason)
    assert (TaskKind.TELL_SENDER, "0812345678") == (task.kind, task.phone)
    assert line.register.suppressions.get(address_hash("somchai@mail.example"))
    assert [] == [said for said in as_logged(caplog) if "somchai" in said or "0812345678" in said]


def test_a_receipt_that_ses_refuses_for_good_becomes_a_call(line: Line):
    line.set_env("RECEIPT_FROM", "saraban@not-verified.example")
    forget()
    arrive(line, LETTER, "mail/one")
    receipt, (task,) = the_receipt(line), line.register.tasks.of(CHIANGMAI)

    assert Sending.IMPOSSIBLE is receipt.sending
    assert (TaskKind.TELL_SENDER, "0812345678") == (task.kind, task.phone)
    assert (receipt.reason, []) == (task.reason, line.mails())


def test_a_suppressed_address_is_not_written_to_again(line: Line):
    arrive(line, LETTER, "mail/one")
    line.announce("feedback", bounce("Permanent", ses_id=ses_id()))
    line.carry()
    arrive(line, LETTER.replace("one@mail", "two@mail").replace("letter", "another"), "mail/two")

    assert 1 == len(line.mails())


def test_a_report_that_comes_by_mail_is_tied_to_its_letter(line: Line):
    """SES has replaced our Message-ID by its own: that is what the report quotes."""
    arrive(line, LETTER, "mail/one")
    arrive(line, delivery_report(f"<{ses_id()}@{REGION}.amazonses.com>"), "mail/report")
    receipt = the_receipt(line)

    assert (Sending.UNDELIVERED, "bounce_mail") == (receipt.sending, receipt.reason)
    assert 1 == len(line.register.tasks.of(CHIANGMAI))
    assert 1 == len(line.mails()), "the report itself gets no answer"


def test_a_quarantined_letter_is_the_registry_s_to_look_at(line: Line):
    """Silent to its sender, told to the registry, once."""
    arrive(line, LETTER, "mail/virus", virus="FAIL")
    line.announce("mail", ses_notice("mail/virus", ("saraban_nan@sso.go.th",), virus="FAIL"))
    line.carry()
    (task,) = line.register.tasks.of(CENTRAL)

    assert (TaskKind.LOOK_AT_QUARANTINE, "virus") == (task.kind, task.reason)
    assert [] == line.mails()


@pytest.mark.usefixtures("line")
def test_what_is_no_feedback_waits_for_a_person():
    """It is reported as failed, so the queue keeps it and then lays it with the dead letters."""
    message = {"MessageId": "m", "ReceiptHandle": "r", "Body": json.dumps({}), "MD5OfBody": ""}
    answer = STATIONS["feedback"](as_event("feedback", message), Context())

    assert ["m"] == [item["itemIdentifier"] for item in answer["batchItemFailures"]]
