"""An operator at a keyboard sees the dead letters and gives them back, on AWS as in the town."""

from collections.abc import Callable

import boto3
import pytest

from cli.main import main
from shared.aws.register import dynamo_register
from shared.model.event import Did
from shared.model.fact import SubmissionId
from shared.model.failure import Failure
from shared.model.messages import ReceiptDue
from tests.letters import MORNING, an_arrival

NAMES = ("mail", "upload", "router", "notify", "feedback")
DUE = ReceiptDue(arrival_id=an_arrival().id, submission_id=SubmissionId("s1")).model_dump_json()


@pytest.fixture
def saraban(register_table, monkeypatch: pytest.MonkeyPatch, tmp_path) -> Callable[..., int]:
    """The command, on AWS."""
    sqs = boto3.client("sqs")
    for name in NAMES:
        for kind in ("QUEUE", "DEAD_LETTERS"):
            url = sqs.create_queue(QueueName=f"{name}-{kind.lower()}")["QueueUrl"]
            monkeypatch.setenv(f"{name.upper()}_{kind}_URL", url)
    monkeypatch.setenv("REGISTER_TABLE", register_table.name)
    monkeypatch.setenv("SARABAN_TOWN", str(tmp_path))
    monkeypatch.delenv("SARABAN_STACK", raising=False)
    monkeypatch.setenv("COLUMNS", "200")
    return lambda *arguments: main(["replay", *arguments])


def url(name: str) -> str:
    return boto3.client("sqs").get_queue_url(QueueName=name)["QueueUrl"]


def dies(queue: str) -> str:
    sent = boto3.client("sqs").send_message(QueueUrl=url(f"{queue}-dead_letters"), MessageBody=DUE)
    return sent["MessageId"]


def waiting(queue: str) -> int:
    found = boto3.client("sqs").receive_message(QueueUrl=url(queue), MaxNumberOfMessages=10)
    return len(found.get("Messages", []))


def test_what_lies_there_is_listed_with_its_reason(saraban, register_table, capsys):
    name = dies("notify")
    failure = Failure(message_id=name, station="notify", at=MORNING, error="TryLater", why="ses: x")
    dynamo_register(register_table).failures.note(failure)

    assert 1 == saraban()
    said = capsys.readouterr().out
    assert name in said
    assert an_arrival().id in said
    assert "TryLater: ses: x" in said


def test_nothing_is_no_trouble(saraban, capsys):
    assert 0 == saraban()
    assert "No dead letters" in capsys.readouterr().out


def test_all_are_given_back_and_that_is_on_record(saraban, register_table):
    name = dies("notify")
    dies("mail")

    assert 0 == saraban("--all")
    assert (1, 1) == (waiting("notify-queue"), waiting("mail-queue"))
    assert 0 == waiting("notify-dead_letters")
    (event,) = dynamo_register(register_table).events.of(SubmissionId(name))
    assert (Did.REPLAYED, "notify") == (event.did, event.detail)


def test_one_is_given_back_and_the_others_stay(saraban):
    names = [dies("router") for _ in range(3)]

    assert 0 == saraban("router", "--message", names[1])
    assert 1 == waiting("router-queue")
    assert 2 == waiting("router-dead_letters")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("nowhere",), id="a queue that is none"),
        pytest.param(("router", "--message", "m"), id="a message that is not there"),
    ],
)
def test_what_is_not_there_is_said(saraban, arguments, capsys):
    assert 1 == saraban(*arguments)
    assert "saraban: " in capsys.readouterr().err
