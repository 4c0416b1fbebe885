"""A pretend account with the desk's tables, full of letters."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple, cast
from unittest.mock import patch

import boto3
from moto import mock_aws
from moto.core.models import DEFAULT_ACCOUNT_ID

from benchmarks.volume_bench.asking import Watch, fresh_desk
from benchmarks.volume_bench.letters import Laid, a_text, lay
from benchmarks.volume_bench.quick_table import QuickTable
from functions.desk.handler import DeskSettings
from local.session import REGION
from shared.aws.buckets import S3LetterStore
from shared.aws.register import dynamo_register

BUCKET = "letters"
KEYS = {
    "AWS_ACCESS_KEY_ID": "test",
    "AWS_SECRET_ACCESS_KEY": "test",
    "AWS_DEFAULT_REGION": REGION,
}
MEGABYTE = 1024 * 1024
"""What one call of Query or Scan reads at most."""


class House(NamedTuple):
    """A desk with its letters."""

    laid: Laid
    watch: Watch
    items: int
    """Of the register's table."""
    size: int
    """Their bytes."""

    @property
    def scan_calls(self) -> int:
        """How many calls a Scan of the register's table takes, with any filter."""
        return -(-self.size // MEGABYTE)


@contextmanager
def house(letters: int) -> Iterator[House]:
    """A desk whose office has so many letters, all unfinished."""
    names = {name.upper(): "unused" for name in DeskSettings.model_fields}
    tables = {"REGISTER_TABLE": "register", "SEARCH_TABLE": "search"}
    given: Mapping[str, str] = {**KEYS, **names, **tables, "LETTERS_BUCKET": BUCKET}
    with patch.dict(os.environ, given), mock_aws(), fresh_desk():
        boto3.setup_default_session()
        session = boto3.DEFAULT_SESSION
        if session is None:
            raise LookupError("boto3 has a default session once it was set up")
        watch = Watch(session.events)
        register, search = (_table(name) for name in tables.values())
        s3 = boto3.client("s3")
        here: Any = {"LocationConstraint": REGION}
        s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration=here)
        key = S3LetterStore(s3, BUCKET).keep_letter(a_text())
        laid = lay(dynamo_register(cast("Any", register), cast("Any", search)), letters, key)
        register.settle()
        yield House(laid, watch, register.items, register.size)


def _table(name: str) -> QuickTable:
    """With the keys that template.yaml gives the register; the search uses the first two alone."""
    keys = ("pk", "sk", "gsi1pk", "gsi1sk")
    boto3.client("dynamodb").create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=_schema("pk", "sk"),
        AttributeDefinitions=[{"AttributeName": one, "AttributeType": "S"} for one in keys],
        GlobalSecondaryIndexes=[
            {
                "IndexName": "gsi1",
                "KeySchema": _schema("gsi1pk", "gsi1sk"),
                "Projection": {"ProjectionType": "ALL"},
            }
        ],
    )
    return QuickTable(name, DEFAULT_ACCOUNT_ID, REGION)


def _schema(partition: str, order: str) -> Any:
    return [
        {"AttributeName": partition, "KeyType": "HASH"},
        {"AttributeName": order, "KeyType": "RANGE"},
    ]
