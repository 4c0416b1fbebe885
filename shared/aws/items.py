"""How facts lie in the one table: keys, and the fact itself as JSON.

| what            | pk                   | sk              | gsi1pk / gsi1sk             |
|-----------------|----------------------|-----------------|-----------------------------|
| arrival         | ARRIVAL#id           | ARRIVAL         | ARRIVALS#day / time#id      |
| letter          | LETTER#id            | LETTER          |                             |
| its arrivals    | LETTER#id            | ARRIVAL#arrival |                             |
| its work items  | LETTER#id            | WORK#office     | QUEUE#office / rank#due#... |
| its replies     | LETTER#id            | REPLY#id        |                             |
| reference       | REFERENCE#reference  | REFERENCE       |                             |
| message of ours | MESSAGE#message-id   | MESSAGE         |                             |
| last number     | NUMBERS#office#year  | NUMBERS         |                             |
| register line   | REGISTER#office#year | 00000001        |                             |
| receipt         | RECEIPT#arrival      | RECEIPT         |                             |
| answers, a day  | ANSWERS#hash#day     | ANSWERS         |                             |

A work item is in the index while it is not finished, ordered by the rank of its urgency, its
due date, the time it was opened and the letter's id.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from boto3.dynamodb.conditions import Key

from shared.aws.busy import waiting_for
from shared.model.fact import Fact

if TYPE_CHECKING:
    from boto3.dynamodb.conditions import ConditionBase
    from mypy_boto3_dynamodb.service_resource import Table

Item = dict[str, Any]
NEW = "attribute_not_exists(pk)"
FAILED = "ConditionalCheckFailed"


def key(kind: str, *names: object, sk: str | None = None) -> dict[str, str]:
    """The key of an item: ``KIND#name#name`` and a sort key, by default the kind."""
    return {"pk": "#".join((kind, *map(str, names))), "sk": sk or kind}


def fact(item: Fact) -> dict[str, str]:
    """The fact as the attribute that every item carries it in."""
    return {"fact": item.model_dump_json()}


def get(table: "Table", where: dict[str, str]) -> Item | None:
    """The item at a key, as it is now, or None."""
    with waiting_for("dynamodb"):
        return table.get_item(Key=where, ConsistentRead=True).get("Item")


def below(table: "Table", pk: str, prefix: str = "") -> Iterator[Item]:
    """All items of a partition whose sort key starts with ``prefix``, in order."""
    condition: ConditionBase = Key("pk").eq(pk)
    if prefix:
        condition = condition & Key("sk").begins_with(prefix)
    return _pages(table, condition, ConsistentRead=True)


def indexed(table: "Table", pk: str) -> Iterator[Item]:
    """All items of a partition of the index, in order."""
    return _pages(table, Key("gsi1pk").eq(pk), IndexName="gsi1")


def _pages(table: "Table", condition: "ConditionBase", **options: Any) -> Iterator[Item]:
    with waiting_for("dynamodb"):
        page = table.query(KeyConditionExpression=condition, **options)
        yield from page["Items"]
        while "LastEvaluatedKey" in page:
            page = table.query(
                KeyConditionExpression=condition,
                ExclusiveStartKey=page["LastEvaluatedKey"],
                **options,
            )
            yield from page["Items"]
