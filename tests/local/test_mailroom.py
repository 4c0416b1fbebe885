"""The notice that SES publishes, and what the door and the scanner say."""

import asyncio
import base64
import json
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest
from botocore.exceptions import ClientError

from local.blueprint import ReceiptRule
from local.inbound import Inbound, matching
from local.notice import notice
from local.scanner import EICAR, GTUBE, PASSED, scan
from local.smtp import _Reception
from shared.model.arrival import Verdict

RULE = ReceiptRule(
    rule_set="saraban",
    name="mailboxes",
    recipients=("saraban@sso.go.th", "saraban_nan@sso.go.th"),
    bucket="mail",
    prefix="mail/",
    topic="arn:topic",
    scans=True,
)
MAIL = Inbound(
    id="abc",
    sender="somchai@mail.example",
    recipients=("saraban@sso.go.th", "saraban_nan@sso.go.th"),
    peer="127.0.0.1",
    received_at=datetime(2026, 11, 20, 3, 15, tzinfo=UTC),
    verdicts=PASSED,
)


def told(content: bytes, **changes):
    mail = MAIL.model_copy(update=changes)
    return json.loads(notice(mail, content, RULE, matching(RULE, mail.recipients)))


def test_the_notice_has_the_shape_that_ses_documents():
    said = told(
        b"From: A <a@x.example>\r\nTo: B <b@x.example>\r\nCc: c@x.example\r\n"
        b"Subject: hello\r\nMessage-ID: <1@x>\r\n\r\nbody"
    )

    assert "Received" == said["notificationType"]
    assert ["b@x.example", "c@x.example"] == said["mail"]["destination"]
    assert list(MAIL.recipients) == said["receipt"]["recipients"]
    assert "2026-11-20T03:15:00.000Z" == said["receipt"]["timestamp"]
    assert {
        "type": "S3",
        "topicArn": "arn:topic",
        "bucketName": "mail",
        "objectKeyPrefix": "mail/",
        "objectKey": "mail/abc",
    } == said["receipt"]["action"]
    assert {"status": "PASS"} == said["receipt"]["dmarcVerdict"]
    assert {"name": "Subject", "value": "hello"} in said["mail"]["headers"]
    assert "content" not in said


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param(b"Subject: \xe0\xb8\x81\xff\r\n", id="bytes that are no UTF-8"),
        pytest.param(b"", id="no header at all"),
        pytest.param(b"nothing of a header\r\n", id="no header line"),
        pytest.param(b"Subject: a\r\n b\r\n", id="a folded line"),
    ],
)
def test_no_mail_is_too_odd_for_a_notice(headers):
    assert told(headers + b"\r\nbody")["mail"]["messageId"]


def test_long_headers_are_cut_as_ses_cuts_them():
    said = told(b"".join(b"X-%d: %s\r\n" % (n, b"x" * 900) for n in range(20)) + b"\r\n")

    assert said["mail"]["headersTruncated"]
    assert 11 == len(said["mail"]["headers"])


@pytest.mark.parametrize(
    ("wanted", "recipient", "expected"),
    [
        pytest.param(("a@x.th",), "A@X.th", True, id="an address in other case"),
        pytest.param(("a@x.th",), "ab@x.th", False, id="another address"),
        pytest.param(("x.th",), "any@x.th", True, id="a domain"),
        pytest.param(("x.th",), "any@y.x.th", False, id="a domain is not its subdomains"),
        pytest.param((".x.th",), "any@y.x.th", True, id="subdomains"),
        pytest.param((), "any@where.th", True, id="everything"),
    ],
)
def test_whom_a_rule_is_for(wanted, recipient, expected):
    rule = RULE.model_copy(update={"recipients": wanted})

    assert expected is bool(matching(rule, [recipient]))


def a_mail(attached: bytes) -> bytes:
    mail = EmailMessage()
    mail.set_content("hello")
    mail.add_attachment(attached, maintype="application", subtype="octet-stream", filename="x")
    return mail.as_bytes()


@pytest.mark.parametrize(
    ("content", "spam", "virus"),
    [
        pytest.param(a_mail(b"hello"), Verdict.PASS, Verdict.PASS, id="an ordinary mail"),
        pytest.param(a_mail(EICAR), Verdict.PASS, Verdict.FAIL, id="a virus in an attachment"),
        pytest.param(b"Subject: x\r\n\r\n" + GTUBE, Verdict.FAIL, Verdict.PASS, id="spam"),
        pytest.param(b"\xff\x00" * 9, Verdict.PASS, Verdict.PASS, id="no mail at all"),
        pytest.param(
            b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.b64encode(EICAR),
            Verdict.PASS,
            Verdict.FAIL,
            id="a virus in the body",
        ),
    ],
)
def test_the_scanner_knows_the_strings_made_for_trying_it(content, spam, virus):
    verdicts = scan(content)

    assert (spam, virus) == (verdicts.spam, verdicts.virus)
    assert Verdict.PASS == verdicts.dmarc


class BrokenMailroom:
    """Stands for an S3 or SNS that does not answer."""

    def accept(self, **mail):
        raise ClientError({"Error": {"Code": "SlowDown"}}, "PutObject")


class An:
    content = b"Subject: x\r\n\r\n"
    mail_from = "a@x.example"
    rcpt_tos = ("saraban@sso.go.th",)
    peer = None


def test_a_mail_that_cannot_be_stored_stays_with_the_senders_server():
    said = asyncio.run(_Reception(BrokenMailroom()).handle_DATA(None, An(), An()))

    assert said.startswith("451")
