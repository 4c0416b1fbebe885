"""The deployed desk over moto, with letters of two offices."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import boto3
import pytest
from botocore.client import BaseClient

import functions.desk.handler
from functions.desk.troubles import QUEUES
from shared.aws.buckets import S3LetterStore
from shared.aws.dead_letters import Lane
from shared.aws.register import dynamo_register
from tests.conftest import REGION
from tests.desk.desks import Room

PASSWORD = "Correct-horse-7-battery"  # noqa: S105 - of people who are invented


@dataclass
class House:
    """A desk as deployed: ``room`` lays letters on it."""

    room: Room
    pool: str
    client: str
    queue: str
    intake: str
    lanes: dict[str, Lane]

    def told(self, queue: str = "") -> list[str]:
        """What notify, or another station, was told to do."""
        sqs = boto3.client("sqs")
        found = sqs.receive_message(QueueUrl=queue or self.queue, MaxNumberOfMessages=10)
        return [message["Body"] for message in found.get("Messages", [])]


def a_queue(name: str) -> str:
    """A new queue's address."""
    return boto3.client("sqs").create_queue(QueueName=name)["QueueUrl"]


@pytest.fixture
def house(
    register_table: Any, search_table: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[House]:
    """An empty desk."""
    s3 = boto3.client("s3")
    here: Any = {"LocationConstraint": REGION}
    s3.create_bucket(Bucket="letters-bucket", CreateBucketConfiguration=here)
    lanes = {name: Lane(a_queue(name), a_queue(f"{name}-dead-letters")) for name in QUEUES}
    queue, intake = lanes["notify"].queue, lanes["mail"].queue
    cognito = boto3.client("cognito-idp")
    pool = cognito.create_user_pool(
        PoolName="desk",
        Schema=[{"Name": "office", "AttributeDataType": "String", "Mutable": True}],
    )["UserPool"]["Id"]
    client = cognito.create_user_pool_client(
        UserPoolId=pool, ClientName="desk", ExplicitAuthFlows=["ALLOW_ADMIN_USER_PASSWORD_AUTH"]
    )["UserPoolClient"]["ClientId"]
    settings = {
        "LETTERS_BUCKET": "letters-bucket",
        "REGISTER_TABLE": register_table.name,
        "SEARCH_TABLE": search_table.name,
        **{f"{name.upper()}_QUEUE_URL": lane.queue for name, lane in lanes.items()},
        **{f"{name.upper()}_DEAD_LETTERS_URL": lane.dead for name, lane in lanes.items()},
        "USER_POOL": pool,
        "USER_POOL_CLIENT": client,
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    functions.desk.handler.wiring.cache_clear()
    room = replace(
        Room(),
        register=dynamo_register(register_table, search_table),
        letters=S3LetterStore(s3, "letters-bucket"),
    )
    yield House(room, pool, client, queue, intake, lanes)
    functions.desk.handler.wiring.cache_clear()


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every request to AWS of this thread, as it is made: a town may be running beside us."""
    made: list[str] = []
    ours = threading.get_ident()
    make = BaseClient._make_api_call  # noqa: SLF001 - to count, not to change

    def counted(client, name, given):
        if threading.get_ident() == ours:
            made.append(name)
        return make(client, name, given)

    monkeypatch.setattr(BaseClient, "_make_api_call", counted)
    return made
