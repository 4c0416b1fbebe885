"""No name, number, address or word of a letter is in a log line, a metric, an error or a message.

All samples go through the real stations, once as it should be and once with everything
broken under them; only what stands on scans is made up (tests/security/telling.py): recognising
it takes seconds, and says no more. What the stations printed, by whatever way, is held against
what the letters said. Only the letters bucket, the register and the mail itself may have it.
"""

import json
import re
from collections.abc import Iterator
from functools import partial

import boto3
import pytest

import functions.intake.handler
from functions.intake.reading.apart import ReaderApart
from samples.inbox import Sample, load
from shared.model.arrival import Channel
from shared.model.dead_letter import about
from shared.model.messages import ResultDue
from shared.model.submission import ReadLetter
from tests.security.telling import WRITTEN
from tests.story.conftest import line
from tests.story.line import STATIONS, Context, Line, as_event, as_logged, s3_notice, ses_notice

__all__ = ["line"]

SAMPLES = load()
FOREIGN = {"mail", "upload"}
"""Queues whose messages SES and S3 write: they name the envelope, and lie encrypted."""
READ = re.compile(r"letters/\w+/[0-9a-f]{20}\.json")
"""Where a letter lies as it was read."""
SHORTEST = 12
"""Letters of a line that nobody writes by chance."""


def arrive(line: Line, sample: Sample) -> None:
    if sample.channel is Channel.MAIL:
        spam = "FAIL" if sample.id == "spam-loan" else "PASS"
        line.put("mail-bucket", f"mail/{sample.id}", sample.raw)
        line.announce("mail", ses_notice(f"mail/{sample.id}", sample.recipients, spam=spam))
        return
    for stored in sample.objects:
        line.put("upload-bucket", stored.key, stored.content)
    line.announce("upload", s3_notice(sample.objects[-1].key))


def carry(line: Line) -> Iterator[str]:
    """Work the queues empty, whatever fails; the messages that we wrote ourselves."""
    sqs, worked = boto3.client("sqs"), True
    while worked:
        worked = False
        for name, url in line.queues.items():
            answer = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10)
            for message in answer.get("Messages", []):
                worked = True
                sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
                STATIONS[name](as_event(name, message), Context())
                if name not in FOREIGN:
                    yield message["Body"]


def personal(line: Line) -> set[str]:
    """What the letters say of people: addresses, names, numbers, and every longer line."""
    found: set[str] = set()
    for letter in letters():
        sender = letter.submission.sender
        found |= {sender.address, sender.name} if sender else set()
        found |= {letter.submission.subject, letter.arrival.envelope_sender or ""}
        found |= {document.name for document in letter.submission.documents}
        text = "\n".join(reading.text for reading in letter.readings)
        found |= {row.strip() for row in text.splitlines() if len(row.strip()) >= SHORTEST}
        found |= set(re.findall(r"\d[\d -]{7,}\d", text))
    for sample in SAMPLES:
        found |= set(re.findall(r"[\w.+-]+@[\w-]+\.example", sample.raw.decode("latin-1")))
    return {words for words in found if len(words) >= 5}


def letters() -> Iterator[ReadLetter]:
    s3 = boto3.client("s3")
    for item in s3.list_objects_v2(Bucket="letters-bucket")["Contents"]:
        if READ.fullmatch(item["Key"]):
            body = s3.get_object(Bucket="letters-bucket", Key=item["Key"])["Body"].read()
            yield ReadLetter.model_validate_json(body)


def break_everything(line: Line) -> None:
    """Letters that are no letters, then no bucket and no register at all."""
    s3 = boto3.client("s3")
    for item in s3.list_objects_v2(Bucket="letters-bucket")["Contents"]:
        body = s3.get_object(Bucket="letters-bucket", Key=item["Key"])["Body"].read()
        s3.put_object(Bucket="letters-bucket", Key=item["Key"], Body=body[:-1] + b', "x": 1}')
        if READ.fullmatch(item["Key"]):
            told = {"arrival_id": "a", "submission_id": "s", "letter_key": item["Key"]}
            line.announce("router", json.dumps(told))


def said(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> str:
    """Log lines, metrics (they are printed), and what any child process said."""
    out, err = capfd.readouterr()
    return "\n".join((*as_logged(caplog), out, err))


def test_what_stations_say_names_nobody_and_quotes_nothing(
    line: Line, caplog, capfd, monkeypatch: pytest.MonkeyPatch
):
    apart = partial(ReaderApart, reader="tests.security.telling:read")
    monkeypatch.setattr(functions.intake.handler, "ReaderApart", apart)
    for sample in SAMPLES:
        arrive(line, sample)
    messages = list(carry(line))
    secrets = personal(line)
    break_everything(line)
    list(carry(line))
    line.table.delete()
    for sample in SAMPLES[:4]:
        arrive(line, sample)
    list(carry(line))
    spoken = said(caplog, capfd)

    assert len(secrets) > 200
    assert set(WRITTEN) <= secrets
    assert spoken.count("message_failed") > 5
    assert [] == sorted(secret for secret in secrets if secret in spoken)
    assert [] == sorted(secret for secret in secrets if any(secret in m for m in messages))


def test_what_a_clerk_writes_to_a_sender_is_in_its_message_and_in_no_log(line, caplog, capfd):
    """Notify must have the words; whoever reads logs or the list of dead letters has ids."""
    due = ResultDue(
        submission_id="s1", event="finish-nan-2", office="nan", result="อนุมัติให้คุณสมชาย 12,000 บาท"
    ).model_dump_json()
    line.announce("notify", due)
    line.announce("notify", due.replace('"office"', '"nobody"'))
    list(carry(line))
    spoken = said(caplog, capfd)

    assert 2 == spoken.count('"message":"message_failed"')
    assert [] == [word for word in ("อนุมัติ", "สมชาย", "12,000") if word in spoken]
    assert ("s1",) == about(due)
