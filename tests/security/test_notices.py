"""A notice that is not ours, or not new, opens nothing that is not ours and changes nothing."""

import json

import pytest

from functions.intake.notices import arrivals
from shared.errors import NotANotice
from shared.model.arrival import Channel
from shared.model.letter import Outcome
from tests.intake.test_take_in import MAIL, Door, a_manifest
from tests.letters import an_arrival
from tests.story.conftest import line
from tests.story.line import STATIONS, Context, Line, as_event, s3_notice, ses_notice

__all__ = ["line"]

OURS = "arn:aws:sns:ap-southeast-1:123456789012:mail"
NOTICE = ses_notice("mail/one", ("saraban_nan@sso.go.th",))
TOPICS = [
    pytest.param(OURS.replace("123456789012", "999999999999"), id="another account's"),
    pytest.param(OURS.replace(":mail", ":mail-"), id="another topic of ours"),
    pytest.param("", id="none"),
]


@pytest.mark.parametrize("topic", TOPICS)
def test_a_notice_from_another_topic_waits_for_a_person(topic: str):
    forged = json.dumps(json.loads(NOTICE) | {"TopicArn": topic})
    with pytest.raises(NotANotice):
        arrivals(forged, OURS)

    assert 1 == len(arrivals(NOTICE, OURS))


def test_the_deployed_intake_believes_its_own_topic_only(line: Line):
    line.put("mail-bucket", "mail/one", MAIL)
    forged = NOTICE.replace(OURS, OURS.replace("ap-southeast-1", "us-east-1"))
    message = {"MessageId": "m", "ReceiptHandle": "r", "Body": forged, "MD5OfBody": ""}
    answer = STATIONS["mail"](as_event("mail", message), Context())

    assert ["m"] == [item["itemIdentifier"] for item in answer["batchItemFailures"]]
    assert [] == line.ledger()


def test_an_s3_event_of_a_foreign_bucket_is_refused_unread(line: Line):
    line.announce("upload", s3_notice("dropbox/nan/x.pdf", bucket="somebody-elses-bucket"))
    line.carry()

    assert [(Outcome.REFUSED, "not_a_submission")] == [(r.outcome, r.reason) for r in line.ledger()]


CROSSED = [
    pytest.param("uploads/f/a.pdf", Channel.MAIL, id="an upload announced as mail"),
    pytest.param("letters/a1/x.json", Channel.MAIL, id="what we wrote announced as mail"),
    pytest.param("mail/one", Channel.DROP, id="a mail announced as a dropped file"),
    pytest.param("mail/manifest.json", Channel.UPLOAD, id="a mail announced as a folder"),
]


@pytest.mark.parametrize(("key", "channel"), CROSSED)
def test_each_channel_opens_what_lies_in_its_own_place(key: str, channel: Channel):
    door = Door()
    arrival = an_arrival(key, channel=channel)
    door.raw.objects[arrival.bucket, key] = MAIL

    assert "not_a_submission" == door.arrive(arrival).reason


OUTSIDE = ["../other/secret.pdf", "/uploads/other/secret.pdf", "..", "a/../../other/secret.pdf"]


@pytest.mark.parametrize("name", OUTSIDE)
def test_a_manifest_brings_no_other_folders_files(name: str):
    door = Door()
    door.put("uploads/other/secret.pdf", b"%PDF-1.7 somebody else's")
    door.put("uploads/mine/manifest.json", a_manifest(files=[name]))

    assert "manifest_invalid" == door.upload("uploads/mine/manifest.json").reason
    assert [] == door.router.messages


def test_a_replayed_notice_changes_nothing(line: Line):
    line.put("mail-bucket", "mail/one", MAIL)
    for _ in range(3):
        line.announce("mail", NOTICE)
        line.carry()

    assert [Outcome.WORK_ITEM] == [record.outcome for record in line.ledger()]
    assert 1 == len(line.mails())
