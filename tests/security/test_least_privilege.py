"""What each function did in a day of every story is what its role allows: no more, no less.

That it may do what it does, the town shows: it runs each function under its own role
(tests/local). Here is shown that it may do nothing else.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import boto3
import pytest

from functions.desk.people import Person
from samples.returned import delivery_report
from shared.aws.register import dynamo_register
from shared.model.event import Did, Event
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.work import State
from tests.api.conftest import Client
from tests.desk.conftest import PASSWORD
from tests.desk.desks import ADMINISTRATOR, ANONG, AUDITOR, REGISTRAR
from tests.desk.front_door import Visitor as Clerk
from tests.feedback.said import bounce
from tests.portal.window import Visitor as Citizen
from tests.security.deployed import HANDLERS, Deployed, forget
from tests.security.used import allowed, covers
from tests.story.line import NOON, Context
from tests.story.test_mail import MATERNITY, a_mail

AGENCY = Client("ministry")
NAN, CENTRAL = "saraban_nan@sso.go.th", "saraban@sso.go.th"

BY_AWS = {
    "kms:Decrypt": "S3, SQS and DynamoDB open what lies encrypted, in the caller's name",
    "kms:GenerateDataKey": "S3 and SQS encrypt what is laid there, in the caller's name",
    "kms:DescribeKey": "DynamoDB looks at the table's key, in the caller's name",
    "sqs:ReceiveMessage": "Lambda's poller reads the queue with the function's role",
    "sqs:DeleteMessage": "Lambda's poller removes what was done",
    "sqs:GetQueueAttributes": "Lambda's poller looks at the queue",
    "logs:CreateLogStream": "the runtime writes the log",
    "logs:PutLogEvents": "the runtime writes the log",
    "xray:PutTraceSegments": "the runtime traces",
    "xray:PutTelemetryRecords": "the runtime traces",
}
"""What AWS does with a function's role, and no code of ours."""
DEAD_LETTERS = ("Feedback", "Mail", "Notify", "Router", "Upload")
NOT_FOUND = "without it S3 answers forbidden, not not-found, to a key that is missing"
UNUSED = {
    ("Intake", "s3:ListBucket", "MailBucket"): NOT_FOUND,
    ("Intake", "s3:ListBucket", "LettersBucket"): NOT_FOUND,
    ("Desk", "s3:ListBucket", "LettersBucket"): NOT_FOUND,
    ("Intake", "s3:GetObject", "LettersBucket/letters/*"): "a letter whose unread pages a clerk "
    "wants: scans, which take too long here (tests/intake/test_read_on.py)",
    ("Notify", "s3:GetObject", "MailBucket/mail/*"): "originals, for an office that deliveries.csv "
    "will want them for; none does yet (tests/notify/test_deliver.py)",
    **{
        ("Notify", "ses:SendEmail", place): "the Service Authorization Reference names it for the "
        "operation, and SES asks for SendRawEmail where the mail is whole"
        for place in ("identity/${MailDomain}", "configuration-set/${AWS::StackName}-receipts")
    },
}
"""Allowed, and no story here does it: each with its reason."""


@pytest.fixture
def deployed(aws: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Deployed]:
    standing = boto3.DEFAULT_SESSION
    yield Deployed(monkeypatch.setenv)
    forget()
    boto3.DEFAULT_SESSION = standing


def mails(deployed: Deployed) -> None:
    """Letters that are registered, joined, doubled, refused, held, and reports that come back."""
    deployed.mail("mail/one", MATERNITY, NAN, CENTRAL)
    deployed.mail("mail/again", MATERNITY, "saraban_pua@sso.go.th")
    deployed.mail("mail/empty", b"From: somchai@mail.example\r\n\r\n", NAN)
    deployed.mail("mail/spam", a_mail("เงินกู้", "spam", Message_ID="<s@x>"), NAN, spam="FAIL")
    unproven = a_mail("ขอเบิก จังหวัดน่าน", "ขอเบิก", Message_ID="<u@mail.example>")
    deployed.mail("mail/unproven", unproven, NAN, spf="FAIL", dkim="FAIL", dmarc="FAIL")
    deployed.mail("mail/unsure", a_mail("สวัสดี", "สอบถาม", Message_ID="<q@mail.example>"), CENTRAL)
    deployed.carry()
    [item, *_] = register(deployed).work.queue(OfficeCode("nan"))
    answer = a_mail("เพิ่มเติม", f"Re: {item.reference}", Message_ID="<two@mail.example>")
    deployed.mail("mail/reply", answer, NAN)
    sent = register(deployed).receipts.get(item.opened_by).ses_message_id
    back = delivery_report(f"<{sent}@ap-southeast-1.amazonses.com>")
    deployed.mail("mail/report", back.encode(), NAN)
    deployed.announce("FeedbackQueue", bounce("Permanent", ses_id=sent))
    deployed.announce("RouterQueue", "{}")
    deployed.carry()


def uploads(deployed: Deployed) -> None:
    """A citizen sends papers, looks how they stand, and fetches the receipt."""
    citizen, given = Citizen(), {"subject": "ขอเบิกค่าคลอดบุตร", "office": "nan", "sender": ""}
    with deployed.recorder.during("Portal"):
        sent = citizen.give("/send", ("files", "ก.txt", "สวัสดี".encode()), **given)
        listed = json.dumps([{"name": "a.pdf", "size": 4}])
        asked = json.loads(citizen.post("/send/tickets", listed=listed, **given).body)
        citizen.post(f"/send/{asked['folder']}", listed=listed, **given)
    _, _, folder, version = sent.headers["location"].split("/")
    deployed.upload(f"uploads/{folder}/manifest.json", version)
    deployed.put("UploadBucket", "dropbox/nan/a.txt", "ขอเบิก".encode())
    deployed.upload("dropbox/nan/a.txt")
    deployed.carry()
    items = register(deployed).work.queue(OfficeCode("nan"))
    receipts = [register(deployed).receipts.get(item.opened_by) for item in items]
    code = next(receipt.seal.code for receipt in receipts if receipt.seal)
    with deployed.recorder.during("Portal"):
        citizen.get(sent.headers["location"])
        with suppress(UnicodeDecodeError):  # a PDF is no text
            citizen.get(f"{sent.headers['location']}/receipt.pdf")
        citizen.get("/receipt-key.pem")
        citizen.post("/status", code=code)


def agencies(deployed: Deployed) -> None:
    """An agency's program sends a letter, follows it, fetches and checks its receipt."""
    files = [{"name": "หนังสือ.txt", "size": 4}]
    with deployed.recorder.during("Api"):
        begun = AGENCY.post(
            "/letters", {"subject": "ขอส่งแบบ", "office": "nan", "files": files}, "letter-128"
        )
    name, key = begun.said["letter"], begun.said["tickets"][0]["fields"]["key"]
    deployed.put("UploadBucket", key, b"text")
    with deployed.recorder.during("Api"):
        AGENCY.post(f"/letters/{name}/close")
    manifest = f"{key.rpartition('/')[0].rpartition('/')[0]}/manifest.json"
    s3, bucket = boto3.client("s3"), deployed.ids["UploadBucket"]
    deployed.upload(manifest, s3.head_object(Bucket=bucket, Key=manifest)["VersionId"])
    deployed.carry()
    with deployed.recorder.during("Api"):
        AGENCY.get(f"/letters/{name}")
        AGENCY.get(f"/letters/{name}/receipt")
        AGENCY.post("/receipts/check", {"code": "SSO1.x"})


def desk(deployed: Deployed) -> None:
    """A day at the desk: sign in, look at every page, do every deed."""
    deployed.settle(ANONG)
    nan = OfficeCode("nan")
    with deployed.recorder.during("Desk"):
        asked = Clerk().post("/sign-in", name=ANONG.name, password=PASSWORD)
        ticket = asked.body.partition('name="ticket" value="')[2].partition('"')[0]
        new = {"name": ANONG.name, "answer": "Another-horse-8-staple"}
        Clerk().post("/sign-in", challenge="new_password", ticket=ticket, **new)
        look(ANONG, "/offices/nan/queue", "/offices/nan/search?q=ขอเบิก ผู้ประกันตน")
        look(ANONG, "/offices/nan/register/2569", "/offices/nan/search?q=somchai@mail.example")
        look(AUDITOR, "/audit", f"/audit/{datetime.now(UTC).date()}/csv", "/offices")
        look(REGISTRAR, "/triage", "/quarantine")
        look(ADMINISTRATOR, "/operations", "/overview")
        for number, item in enumerate(register(deployed).work.queue(nan)):
            here = f"/offices/nan/letters/{item.submission_id}"
            Clerk(ANONG).get(here)
            Clerk(ANONG).get(f"{here}/files/{item.submission_id}/1")
            Clerk(ANONG).post(f"{here}/receipts/{item.opened_by}")
            work(deployed, here, item.submission_id, number)
        for line in register(deployed).arrivals.on(NOON.date()):
            Clerk(REGISTRAR).post(f"/quarantine/{line.arrival.id}/release")
            Clerk(ANONG).post(f"/offices/nan/calls/{line.arrival.id}")
    deployed.carry()


def operating(deployed: Deployed) -> None:
    """Dead letters of every queue are looked at, and given back."""
    for queue in DEAD_LETTERS:
        deployed.announce(f"{queue}DeadLetters", "{}")
    with deployed.recorder.during("Desk"):
        look(ADMINISTRATOR, "/operations")
        for queue in DEAD_LETTERS:
            Clerk(ADMINISTRATOR).post(f"/operations/dead-letters/{queue.lower()}/replay")
    deployed.carry()


DEEDS: tuple[tuple[str, dict[str, str]], ...] = (("take", {}), ("correct", {"process": "refund/1"}))
END = (
    ("return", {"documents": "สูติบัตร"}),
    ("pass", {"to_office": "pua", "note": "อยู่อำเภอปัว"}),
)


def work(deployed: Deployed, here: str, name: SubmissionId, number: int) -> None:
    """Take and correct it; then ask for documents, or pass it on."""
    for deed, fields in (*DEEDS, END[number % len(END)]):
        item = register(deployed).work.at(name, OfficeCode("nan"))
        Clerk(ANONG).post(f"{here}/{deed}", version=item.version, **fields)


def daily(deployed: Deployed) -> None:
    """Compare; remind of documents that are due; then they come, and SES takes no answer."""
    soon = datetime.now(UTC) + timedelta(days=2)
    waiting = [
        item
        for item in register(deployed).work.queue(OfficeCode("nan"))
        if item.state is State.WAITING
    ]
    for item in waiting:
        after = item.moved("see", due_on=soon.date())
        seen = Event(
            submission_id=item.submission_id,
            office=item.office,
            at=soon,
            who="anong",
            did=Did.SEEN,
            version=after.version,
        )
        register(deployed).work.replace(item, after, seen)
    with deployed.recorder.during("Daily"):
        for done in ("reconcile", "remind"):
            HANDLERS["Daily"].lambda_handler({"work": done}, Context())
    deployed.carry()
    boto3.client("sesv2").delete_email_identity(EmailIdentity="sso.go.th")
    for number, item in enumerate(waiting):
        answer = a_mail(
            "สูติบัตร", f"Re: {item.reference}", Message_ID=f"<r{number}@x>", From="a@x.co.th"
        )
        deployed.mail(f"mail/answer-{number}", answer, NAN)
    deployed.carry()


def look(person: Person, *paths: str) -> None:
    for path in paths:
        Clerk(person).get(path)


def register(deployed: Deployed):
    return dynamo_register(boto3.resource("dynamodb").Table(deployed.ids["RegisterTable"]))


def test_a_function_did_all_that_it_may_and_nothing_else(deployed: Deployed):
    for story in (mails, uploads, agencies, desk, operating, daily):
        story(deployed)
    used, given = deployed.recorder.grants, allowed()
    beyond = {done for done in used if not any(covers(grant, done) for grant in given)}
    idle = {grant for grant in given if not any(covers(grant, done) for done in used)}

    assert [] == sorted(beyond)
    assert sorted(UNUSED) == sorted(tuple(g) for g in idle if g.action not in BY_AWS)
