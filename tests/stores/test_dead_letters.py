"""A dead letter on its way back is never nowhere, whatever breaks in between."""

from typing import Literal

import boto3
import pytest
from botocore.exceptions import EndpointConnectionError

from shared.aws.dead_letters import Lane, SqsDeadLetters
from shared.errors import TryLater

QUEUE, DEAD = "router", "router-dead-letters"


@pytest.fixture
def dead(aws: None) -> SqsDeadLetters:
    """A queue with five dead letters."""
    sqs = boto3.client("sqs")
    lane = Lane(*(sqs.create_queue(QueueName=name)["QueueUrl"] for name in (QUEUE, DEAD)))
    for number in range(5):
        sqs.send_message(QueueUrl=lane.dead, MessageBody=f'{{"arrival_id": "a{number}"}}')
    return SqsDeadLetters(sqs, {QUEUE: lane})


def lying(dead: SqsDeadLetters, place: str) -> set[str]:
    """What lies in a queue now, hidden or not."""
    sqs, found = boto3.client("sqs"), set[str]()
    url = getattr(dead.lanes[QUEUE], place)
    while messages := sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages"):
        found |= {message["Body"] for message in messages}
    return found


def in_flight(dead: SqsDeadLetters) -> int:
    """How many dead letters were handed out and are hidden until they are deleted or come again."""
    name: Literal["ApproximateNumberOfMessagesNotVisible"] = "ApproximateNumberOfMessagesNotVisible"
    url = dead.lanes[QUEUE].dead
    told = boto3.client("sqs").get_queue_attributes(QueueUrl=url, AttributeNames=[name])
    return int(told["Attributes"][name])


EVERY = {f'{{"arrival_id": "a{number}"}}' for number in range(5)}


@pytest.mark.parametrize("operation", ["SendMessage", "DeleteMessage", "ReceiveMessage"])
@pytest.mark.parametrize("when", ["before-call", "after-call"])
@pytest.mark.parametrize("number", range(5))
def test_wherever_it_breaks_each_message_is_in_one_queue_at_least(
    dead: SqsDeadLetters, operation: str, when: str, number: int
):
    """The line is cut before SQS hears of the call, or before we hear that it was done."""
    left = [number]

    def cut(**_: object) -> None:
        left[0] -= 1
        if left[0] == -1:
            raise EndpointConnectionError(endpoint_url="https://sqs.example")

    dead.sqs.meta.events.register(f"{when}.sqs.{operation}", cut)
    try:
        dead.replay(QUEUE, lambda _: True, 5)
    except TryLater:
        assert left[0] < 0
    dead.sqs.meta.events.unregister(f"{when}.sqs.{operation}", cut)

    hidden = in_flight(dead)
    found = lying(dead, "queue") | lying(dead, "dead")

    assert len(EVERY - found) <= hidden, "what is not seen is on its way to us, and comes again"


def test_what_is_not_wanted_stays_and_can_be_seen_at_once(dead: SqsDeadLetters):
    assert 1 == dead.replay(QUEUE, lambda letter: letter.about == ("a3",), 1)

    assert 4 == len(dead.look(QUEUE, 10))
    assert {'{"arrival_id": "a3"}'} == lying(dead, "queue")


def test_no_more_than_asked_for_go_back(dead: SqsDeadLetters):
    assert 2 == dead.replay(QUEUE, lambda _: True, 2)
    assert {QUEUE: 3} == dead.numbers()


def test_an_empty_queue_is_looked_at_without_waiting(dead: SqsDeadLetters):
    dead.replay(QUEUE, lambda _: True, 5)

    assert () == dead.look(QUEUE, 10)
    assert 0 == dead.replay(QUEUE, lambda _: True, 5)
