"""The pretend account's quicker tables answer as DynamoDB does, and undo what fails."""

from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from boto3.dynamodb.conditions import Key
from botocore.exceptions import ClientError
from hypothesis import given
from hypothesis import strategies as st
from moto import mock_aws

from local import tables

PARTITIONS = st.sampled_from(["a", "b", "ก"])
ITEMS = st.dictionaries(
    st.tuples(PARTITIONS, st.text("0Aaก#", min_size=1, max_size=3)),
    st.one_of(st.none(), st.tuples(PARTITIONS, st.text("01", min_size=1, max_size=2))),
    max_size=12,
)


@pytest.fixture(scope="module")
def dynamodb() -> Iterator[Any]:
    tables.install()
    with mock_aws():
        yield boto3.resource("dynamodb", region_name="ap-southeast-1")


def filled(dynamodb: Any, items: dict[tuple[str, str], tuple[str, str] | None]) -> Any:
    keys = ("pk", "sk", "gsi1pk", "gsi1sk")
    for table in dynamodb.tables.all():
        table.delete()
    table = dynamodb.create_table(
        TableName="register",
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": name, "AttributeType": "S"} for name in keys],
        KeySchema=schema("pk", "sk"),
        GlobalSecondaryIndexes=[
            {
                "IndexName": "gsi1",
                "KeySchema": schema("gsi1pk", "gsi1sk"),
                "Projection": {"ProjectionType": "ALL"},
            }
        ],
    )
    for (pk, sk), index in items.items():
        more = {"gsi1pk": index[0], "gsi1sk": index[1]} if index else {}
        table.put_item(Item={"pk": pk, "sk": sk, **more})
    return table


def schema(hashed: str, ranged: str) -> list[dict[str, str]]:
    return [
        {"AttributeName": hashed, "KeyType": "HASH"},
        {"AttributeName": ranged, "KeyType": "RANGE"},
    ]


@given(ITEMS, PARTITIONS, st.booleans())
def test_a_query_finds_its_partition_in_order_and_nothing_else(dynamodb, items, asked, forward):
    table = filled(dynamodb, items)

    answer = table.query(KeyConditionExpression=Key("pk").eq(asked), ScanIndexForward=forward)

    there = sorted((sk for pk, sk in items if pk == asked), reverse=not forward)
    assert there == [item["sk"] for item in answer["Items"]]


@given(ITEMS, PARTITIONS)
def test_a_query_of_the_index_finds_what_has_its_key_now(dynamodb, items, asked):
    table = filled(dynamodb, items)

    answer = table.query(IndexName="gsi1", KeyConditionExpression=Key("gsi1pk").eq(asked))

    there = [(index[1], place) for place, index in items.items() if index and index[0] == asked]
    assert sorted(at for at, _ in there) == [item["gsi1sk"] for item in answer["Items"]]
    assert {place for _, place in there} == {(i["pk"], i["sk"]) for i in answer["Items"]}


@given(ITEMS)
def test_a_transaction_that_fails_leaves_everything_as_it_was(dynamodb, items):
    table = filled(dynamodb, items | {("z", "there"): None})
    before = table.scan()["Items"]
    writes = [
        {"Put": {"TableName": "register", "Item": {"pk": "z", "sk": "new"}}},
        {
            "Update": {
                "TableName": "register",
                "Key": {"pk": "z", "sk": "there"},
                "UpdateExpression": "SET seen = :one",
                "ExpressionAttributeValues": {":one": 1},
            }
        },
        {
            "Put": {
                "TableName": "register",
                "Item": {"pk": "z", "sk": "never"},
                "ConditionExpression": "attribute_exists(pk)",
            }
        },
    ]

    with pytest.raises(ClientError, match="TransactionCanceled"):
        table.meta.client.transact_write_items(TransactItems=writes)

    assert before == table.scan()["Items"]
