"""Mail to SES's mailbox simulator comes back in the town as it does on AWS."""

import boto3
import pytest
from moto.ses.models import SESBackend

from functions.feedback.events import Word, feedback_in
from local.plan import QUICKER, TEMPLATE
from local.returned import events, tell_what_comes_back
from local.stack import deploy
from tests.letters import MORNING

RAW = "From: saraban@sso.go.th\nTo: {to}\nMessage-ID: <a.receipt@sso.go.th>\n\nreceipt\n"


@pytest.fixture
def stack(aws, monkeypatch):
    """The deployed stack, with the town's playing of what comes back."""
    monkeypatch.setattr(SESBackend, "send_raw_email", SESBackend.send_raw_email)
    tell_what_comes_back()
    return deploy(boto3.Session(region_name="ap-southeast-1"), TEMPLATE, "saraban", QUICKER)


SENT = [
    pytest.param("bounce@simulator.amazonses.com", Word.PERMANENT, id="bounce"),
    pytest.param("bounce+a@simulator.amazonses.com", Word.PERMANENT, id="labelled"),
    pytest.param("complaint@simulator.amazonses.com", Word.COMPLAINT, id="complaint"),
]


@pytest.mark.parametrize(("to", "word"), SENT)
def test_the_simulator_s_answer_reaches_the_feedback_queue(stack, to, word):
    sent = boto3.client("sesv2").send_email(
        FromEmailAddress="saraban@sso.go.th",
        Destination={"ToAddresses": [to]},
        ConfigurationSetName="saraban-receipts",
        Content={"Raw": {"Data": RAW.format(to=to).encode()}},
    )
    (message,) = boto3.client("sqs").receive_message(QueueUrl=stack.outputs["FeedbackQueueUrl"])[
        "Messages"
    ]
    said = feedback_in(message["Body"])

    assert said is not None
    assert (word, sent["MessageId"]) == (said.word, said.names[0])
    assert "<a.receipt@sso.go.th>" in said.names


@pytest.mark.parametrize("to", ["somchai@mail.example", "success@simulator.amazonses.com", "x"])
def test_what_arrives_is_not_told(to):
    assert [] == list(events("1", [to], RAW, MORNING))
