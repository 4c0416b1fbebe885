"""A letter whose notice is lost is missed, named, and brought in."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import boto3
import pytest

import functions.daily.reconcile
from cli.main import main
from functions.daily.differences import Kind, Reconciled
from functions.daily.reconcile import Books, days_back, reconcile
from shared.aws.buckets import S3RawStore
from shared.model.arrival import Channel, Verdict, arrival_id
from shared.model.fact import ArrivalId, OfficeCode
from shared.model.letter import Outcome
from shared.model.receipt import Sending
from tests.story.line import Line, s3_notice, ses_notice
from tests.story.test_mail import MATERNITY, NAN, a_mail

BY_SES = (
    b"Return-Path: <somchai@mail.example>\r\n"
    b"Received: from mail.example (mail.example [192.0.2.7])\r\n"
    b" by inbound-smtp.ap-southeast-1.amazonaws.com with SMTP id one\r\n"
    b" for saraban_nan@sso.go.th;\r\n"
    b" %s\r\n"
    b"X-SES-Spam-Verdict: %s\r\n"
    b"X-SES-Virus-Verdict: PASS\r\n"
    b"Received-SPF: pass (spfCheck: ...) client-ip=192.0.2.7;\r\n"
    b"Authentication-Results: amazonses.com;\r\n"
    b" spf=pass (spfCheck: ...);\r\n"
    b" dkim=pass header.i=@mail.example;\r\n"
    b" dmarc=pass header.from=mail.example;\r\n"
    b"X-SES-RECEIPT: EXAMPLE\r\n"
)
JUST_NOW = datetime.now(UTC).strftime("%a, %d %b %Y %H:%M:%S +0000").encode()
MAIL_ID = arrival_id("mail-bucket", "mail/one")


def as_stored(mail: bytes, spam: bytes = b"PASS") -> bytes:
    """A mail as SES stores it."""
    return BY_SES % (JUST_NOW, spam) + mail


def later() -> datetime:
    """When everything that was just stored has had time enough."""
    return datetime.now(UTC) + timedelta(minutes=1)


def look(line: Line, settled: datetime | None = None) -> Reconciled:
    """Compare all that came in: at the line's noon, and now, when moto stored its object."""
    at = settled or later()
    days = sorted(
        {*days_back(at, 3), *(record.arrival.received_at.date() for record in line.ledger())}
    )
    buckets = {
        Channel.MAIL: "mail-bucket",
        Channel.UPLOAD: "upload-bucket",
        Channel.DROP: "upload-bucket",
    }
    books = Books(raw=S3RawStore(boto3.client("s3")), register=line.register, buckets=buckets)
    return reconcile(days, at, books)


def named(found: Reconciled) -> list[tuple[Kind, ArrivalId]]:
    return [(one.kind, one.arrival.id) for one in found.differences]


@pytest.fixture
def saraban(line: Line, monkeypatch: pytest.MonkeyPatch, tmp_path) -> Callable[..., int]:
    """The command at an operator's keyboard, on AWS."""
    line.set_env("MAIL_QUEUE_URL", line.queues["mail"])
    line.set_env("SARABAN_TOWN", str(tmp_path / "town"))
    monkeypatch.setenv("COLUMNS", "170")
    return lambda *arguments: main(["reconcile", "--minutes", "-1", *arguments])


def test_a_mail_whose_notice_was_lost_is_named_and_brought_in(line, saraban, capsys):
    line.put("mail-bucket", "mail/one", as_stored(MATERNITY))

    assert [(Kind.NO_ARRIVAL, MAIL_ID)] == named(look(line))
    assert 1 == saraban("--redrive")
    assert MAIL_ID in capsys.readouterr().out

    line.carry()
    [item] = line.register.work.queue(OfficeCode("nan"))
    ended = line.register.arrivals.get(MAIL_ID)

    assert "1" == str(item.number).partition("/")[0]
    assert ended is not None
    assert (Outcome.WORK_ITEM, "somchai@mail.example") == (
        ended.outcome,
        ended.arrival.envelope_sender,
    )
    assert Verdict.PASS is ended.arrival.verdicts.virus
    assert 1 == len(line.mails())
    assert 0 == saraban()
    assert () == look(line).differences


def test_redriving_twice_registers_once(line, saraban):
    line.put("mail-bucket", "mail/one", as_stored(MATERNITY))
    saraban("--redrive")
    saraban("--redrive")
    line.carry(again=2)

    assert 1 == len(line.register.work.queue(OfficeCode("nan")))
    assert 1 == len(line.mails())


def test_a_lost_notice_that_turns_up_after_all_changes_nothing(line, saraban):
    line.put("mail-bucket", "mail/one", as_stored(MATERNITY))
    saraban("--redrive")
    line.carry()
    line.announce("mail", ses_notice("mail/one", (NAN,)))
    line.carry()

    assert 1 == len(line.register.work.queue(OfficeCode("nan")))
    assert 1 == len(line.mails())


def test_spam_whose_notice_was_lost_stays_unopened(line, saraban):
    line.put("mail-bucket", "mail/one", as_stored(MATERNITY, spam=b"FAIL"))
    saraban("--redrive")
    line.carry()
    ended = line.register.arrivals.get(MAIL_ID)

    assert ended is not None
    assert (Outcome.QUARANTINED, "spam") == (ended.outcome, ended.reason)
    assert 0 == saraban()


@pytest.mark.parametrize("key", ["uploads/one/manifest.json", "dropbox/nan/form.txt"])
@pytest.mark.parametrize("versioned", [True, False], ids=["versioned", "unversioned"])
def test_an_upload_whose_notice_was_lost_is_brought_in(line, saraban, key, versioned):
    if versioned:
        boto3.client("s3").put_bucket_versioning(
            Bucket="upload-bucket", VersioningConfiguration={"Status": "Enabled"}
        )
    manifest = '{"subject": "ขอเบิกค่าคลอดบุตร", "office": "nan", "files": []}'
    line.put("upload-bucket", "uploads/one/photo.txt", b"of a folder: announces nothing")
    line.put("upload-bucket", key, manifest.encode())

    assert [Kind.NO_ARRIVAL] == [one.kind for one in look(line).differences]
    assert 1 == saraban("--redrive")
    line.carry()
    assert 1 == len(line.register.work.queue(OfficeCode("nan")))
    assert 0 == saraban()


def test_what_s3_announced_is_known(line):
    """S3 names an object's version; the line has its id by that."""
    line.put("upload-bucket", "dropbox/nan/form.txt", b"x")
    tag = boto3.client("s3").head_object(Bucket="upload-bucket", Key="dropbox/nan/form.txt")["ETag"]
    notice = s3_notice("dropbox/nan/form.txt").replace('"versionId": "v1", ', "")
    line.announce("upload", notice.replace("d41d8cd98f00b204e9800998ecf8427e", tag.strip('"')))
    line.carry()

    assert Kind.NO_ARRIVAL not in {one.kind for one in look(line).differences}


def test_what_is_young_is_still_on_its_way(line):
    line.put("mail-bucket", "mail/one", as_stored(MATERNITY))

    assert () == look(line, datetime.now(UTC) - timedelta(minutes=5)).differences


def drop_messages(line: Line, queue: str) -> None:
    boto3.client("sqs").purge_queue(QueueUrl=line.queues[queue])


STATIONS = [
    pytest.param("router", Kind.STUCK, id="between intake and router"),
    pytest.param("notify", Kind.NO_RECEIPT, id="between router and notify"),
]


@pytest.mark.parametrize(("queue", "kind"), STATIONS)
def test_a_message_lost_between_stations_is_named_and_made_good(line, saraban, queue, kind):
    line.put("mail-bucket", "mail/one", as_stored(MATERNITY))
    saraban("--redrive")
    line.carry_one("mail")
    if queue == "notify":
        line.carry_one("router")
    drop_messages(line, queue)

    assert [(kind, MAIL_ID)] == named(look(line))
    assert 1 == saraban("--redrive")
    line.carry()
    assert 1 == len(line.register.work.queue(OfficeCode("nan")))
    assert 1 == len(line.mails())
    assert 0 == saraban()


def test_a_spam_that_a_person_let_in_is_not_held_again(line, saraban):
    """Its message to intake is gone, its line says that it was let in."""
    line.put("mail-bucket", "mail/one", as_stored(MATERNITY, spam=b"FAIL"))
    saraban("--redrive")
    line.carry()
    line.register.arrivals.release(MAIL_ID)

    assert [(Kind.STUCK, MAIL_ID)] == named(look(line))
    saraban("--redrive")
    line.carry()
    assert 0 == saraban()


def test_a_receipt_that_was_begun_and_never_sent_is_finished(line, saraban):
    line.put("mail-bucket", "mail/one", as_stored(MATERNITY))
    saraban("--redrive")
    line.carry()
    receipt = line.register.receipts.get(MAIL_ID)
    assert receipt is not None
    line.register.receipts.end(receipt.model_copy(update={"sending": Sending.STARTED}))

    assert [(Kind.UNFINISHED_RECEIPT, MAIL_ID)] == named(look(line))
    saraban("--redrive")
    line.carry()
    assert 0 == saraban()


def test_a_letter_that_left_the_register_is_missed(line, saraban):
    line.put("mail-bucket", "mail/one", as_stored(MATERNITY))
    saraban("--redrive")
    line.carry()
    [item] = line.register.work.queue(OfficeCode("nan"))
    line.table.delete_item(Key={"pk": f"LETTER#{item.submission_id}", "sk": "WORK#nan"})
    assert [(Kind.NO_WORK_ITEM, MAIL_ID)] == named(look(line))

    line.table.delete_item(Key={"pk": f"LETTER#{item.submission_id}", "sk": "LETTER"})
    assert [(Kind.NO_LETTER, MAIL_ID)] == named(look(line))


def test_every_way_to_end_counts_as_an_end(line, saraban):
    """Work, a reply, a duplicate, quarantine and a refusal: no difference."""
    line.put("mail-bucket", "mail/one", as_stored(MATERNITY))
    saraban("--redrive")
    line.carry()
    subject = f"Re: {line.mails()[0]['Subject']}"
    reply = a_mail("ส่งสูติบัตรเพิ่มค่ะ", subject, Message_ID="<two@mail.example>")
    line.put("mail-bucket", "mail/two", as_stored(reply))
    line.put("mail-bucket", "mail/again", as_stored(MATERNITY))
    line.put("mail-bucket", "mail/spam", as_stored(MATERNITY, spam=b"FAIL"))
    line.put("mail-bucket", "mail/empty", as_stored(a_mail()))
    saraban("--redrive")
    line.carry()
    found = look(line)

    assert () == found.differences
    assert 5 == found.objects
    assert dict.fromkeys(set(Outcome) - {Outcome.TAKEN_IN}, 1) == dict(found.ended)


def test_a_great_day_is_compared_part_by_part(line, saraban, monkeypatch):
    monkeypatch.setattr(functions.daily.reconcile, "AT_ONCE", 2)
    for number in range(5):
        letter = a_mail("ขอเบิกค่าคลอดบุตร", str(number), Message_ID=f"<{number}@mail.example>")
        line.put("mail-bucket", f"mail/{number}", as_stored(letter))
    saraban("--redrive")
    line.carry_one("mail")

    assert {Kind.STUCK: 5} == Counter(one.kind for one in look(line).differences)
    line.carry()
    assert 0 == saraban()


def test_nothing_of_a_letter_is_printed(line, saraban, capsys):
    line.put("upload-bucket", "dropbox/nan/นางสมหญิง-1101700203451.txt", b"x")
    saraban("--redrive")
    said = capsys.readouterr().out

    assert "สมหญิง" not in said
    assert "1101700203451" not in said
