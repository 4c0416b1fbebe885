"""Notices become arrivals with the envelope and the verdicts that only they know."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.intake.notices import arrivals
from shared.errors import NotANotice
from shared.model.arrival import Channel, Verdict
from tests.story.line import NOON, s3_notice, ses_notice

MAIL = ses_notice("mail/abc", ("saraban_nan@sso.go.th", "saraban@sso.go.th"), virus="FAIL")


def test_a_mail_notice_carries_envelope_verdicts_and_the_time_of_acceptance():
    [arrival] = arrivals(MAIL)

    assert (Channel.MAIL, "mail-bucket", "mail/abc") == (
        arrival.channel,
        arrival.bucket,
        arrival.key,
    )
    assert ("saraban_nan@sso.go.th", "saraban@sso.go.th") == arrival.recipients
    assert "somchai@mail.example" == arrival.envelope_sender
    assert (Verdict.FAIL, Verdict.PASS) == (arrival.verdicts.virus, arrival.verdicts.spf)
    assert NOON == arrival.received_at


@pytest.mark.parametrize("source", ["", "<>"])
def test_the_null_sender_is_known_as_such(source: str):
    envelope = json.loads(MAIL)
    notice = json.loads(envelope["Message"])
    notice["mail"]["source"] = source
    envelope["Message"] = json.dumps(notice)

    assert "" == arrivals(json.dumps(envelope))[0].envelope_sender


KEYS = [
    pytest.param("uploads/ร้าน ป้า+1/manifest.json", Channel.UPLOAD, id="a folder, Thai name"),
    pytest.param("dropbox/rayong/แฟกซ์ 1.tif", Channel.DROP, id="a dropped file"),
    pytest.param("dropbox/rayong/x/manifest.json", Channel.DROP, id="a dropped manifest"),
]


@pytest.mark.parametrize(("key", "channel"), KEYS)
def test_an_object_notice_has_its_key_as_it_was_written(key: str, channel: Channel):
    [arrival] = arrivals(s3_notice(key))

    assert (channel, key) == (arrival.channel, arrival.key)


def test_the_same_notice_is_the_same_arrival_and_another_version_is_not():
    other = s3_notice("dropbox/nan/x.pdf").replace('"v1"', '"v2"')

    assert arrivals(s3_notice("dropbox/nan/x.pdf")) == arrivals(s3_notice("dropbox/nan/x.pdf"))
    assert arrivals(s3_notice("dropbox/nan/x.pdf"))[0].id != arrivals(other)[0].id


def setup_text() -> str:
    envelope = json.loads(MAIL)
    envelope["Message"] = "Successfully validated SNS topic for Amazon SES email receiving."
    return json.dumps(envelope)


NOTHING = [
    pytest.param(
        '{"Service":"Amazon S3","Event":"s3:TestEvent","Bucket":"b"}', id="S3's test event"
    ),
    pytest.param(setup_text(), id="SES validates the topic"),
    pytest.param(
        ses_notice("mail/AMAZON_SES_SETUP_NOTIFICATION", ()), id="SES's first mail of a rule"
    ),
    pytest.param(
        s3_notice("dropbox/nan/x").replace("ObjectCreated:Put", "ObjectRemoved:Delete"),
        id="an object removed",
    ),
    pytest.param('{"Records":[]}', id="no records"),
]


@pytest.mark.parametrize("body", NOTHING)
def test_test_messages_announce_nothing(body: str):
    assert () == arrivals(body)


FOREIGN = [
    pytest.param("", id="nothing"),
    pytest.param("hello", id="no JSON"),
    pytest.param("[]", id="a list"),
    pytest.param("{}", id="an empty object"),
    pytest.param('{"Type":"Notification","Message":"{}"}', id="an empty notification"),
    pytest.param('{"Records":[{"s3":{}}]}', id="half a record"),
    pytest.param(MAIL.replace("Notification", "SubscriptionConfirmation"), id="another type"),
]


@pytest.mark.parametrize("body", FOREIGN)
def test_anything_else_waits_for_a_person(body: str):
    with pytest.raises(NotANotice):
        arrivals(body)


@given(st.text() | st.recursive(st.none() | st.text(), st.lists).map(json.dumps))
def test_no_text_makes_it_fail_otherwise(body: str):
    with suppress(NotANotice):
        arrivals(body)
