"""How facts lie in the one table: keys, and the fact itself as JSON.

| what            | pk                   | sk              | gsi1pk / gsi1sk             |
|-----------------|----------------------|-----------------|-----------------------------|
| arrival         | ARRIVAL#id           | ARRIVAL         | ARRIVALS#day / time#id      |
| letter          | LETTER#id            | LETTER          |                             |
| its arrivals    | LETTER#id            | ARRIVAL#arrival |                             |
| its work items  | LETTER#id            | WORK#office     |                             |
| its history     | LETTER#id            | EVENT#office#.. | EVENTS#day / time#id        |
| its replies     | LETTER#id            | REPLY#id        |                             |
| place in a tray | TRAY#office#tray     | rank#due#time#id|                             |
| office's counts | COUNTS#office        | COUNTS          |                             |
| its figures     | FIGURES#office       | 2026-11         |                             |
| its overdue work| OVERDUE#office       | OVERDUE         |                             |
| remembered area | JURISDICTIONS        | district code   |                             |
| last daily look | LOOK                 | LOOK            |                             |
| correction      | CORRECTIONS          | time#id         |                             |
| reference       | REFERENCE#reference  | REFERENCE       |                             |
| message of ours | MESSAGE#message-id   | MESSAGE         |                             |
| last number     | NUMBERS#office#year  | NUMBERS         |                             |
| register line   | REGISTER#office#year | 00000001        |                             |
| receipt         | RECEIPT#arrival      | RECEIPT         |                             |
| it was counted  | RECEIPT#arrival      | COUNTED         |                             |
| later message   | LETTER#id            | NOTICE#event    |                             |
| answers counted | ANSWERS#hash#span    | ANSWERS         |                             |
| no more mail to | SUPPRESSED#hash      | SUPPRESSED      | SUPPRESSED / time#hash      |
| why it failed   | FAILURE#message      | FAILURE         |                             |
| task            | TASK#office          | kind#arrival    | TASKS#office / time#arrival |

An unfinished work item lies in the trays that ``shared.model.queue`` names, ordered by the rank
of its urgency, its due date, the time it was opened and the letter's id. A task is in the
index until it is done.

A fact of more than one write unit lies there deflated (docs/decisions/0023-large-facts.md).
"""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from boto3.dynamodb.conditions import Key

from shared.aws.busy import waiting_for
from shared.errors import TryLater
from shared.model.fact import Fact

if TYPE_CHECKING:
    from boto3.dynamodb.conditions import ConditionBase
    from mypy_boto3_dynamodb.service_resource import Table

Item = dict[str, Any]
F = TypeVar("F", bound=Fact)
NEW = "attribute_not_exists(pk)"
FAILED = "ConditionalCheckFailed"
LARGE = 1024
"""Bytes of a write unit: what is smaller costs no less."""
MOST_IN_BATCH = 100
"""Keys of one BatchGetItem."""
_LEVEL = 9
MOST_REPEATS = 4
"""How often a batch that DynamoDB did not finish (16 MB, throttles) is asked again."""


def key(kind: str, *names: object, sk: str | None = None) -> dict[str, str]:
    """The key of an item: ``KIND#name#name`` and a sort key, by default the kind."""
    return {"pk": "#".join((kind, *map(str, names))), "sk": sk or kind}


def fact(item: Fact) -> dict[str, str | bytes]:
    """The fact as the attribute that every item carries it in: JSON, deflated when it is large."""
    text = item.model_dump_json()
    raw = text.encode()
    return {"fact": zlib.compress(raw, _LEVEL) if len(raw) > LARGE else text}


def read(kind: type[F], item: Item) -> F:
    """The fact that an item carries. Raises ValidationError for another kind's."""
    return kind.model_validate_json(held(item))


def held(item: Item) -> str:
    """The fact that an item carries, as JSON."""
    lies = item["fact"]
    return lies if isinstance(lies, str) else zlib.decompress(bytes(lies)).decode()


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


def between(table: "Table", pk: str, first: str, last: str) -> Iterator[Item]:
    """The items of a partition from one sort key to another, both included, in order."""
    return _pages(table, Key("pk").eq(pk) & Key("sk").between(first, last), ConsistentRead=True)


def indexed(table: "Table", pk: str) -> Iterator[Item]:
    """All items of a partition of the index, in order."""
    return _pages(table, Key("gsi1pk").eq(pk), IndexName="gsi1")


def next_after(table: "Table", pk: str, last: str, most: int) -> list[Item]:
    """At most ``most`` items of a partition that come after the sort key ``last``."""
    condition = Key("pk").eq(pk) & Key("sk").gt(last)
    with waiting_for("dynamodb"):
        return table.query(KeyConditionExpression=condition, Limit=most, ConsistentRead=True)[
            "Items"
        ]


def many(table: "Table", places: Sequence[Mapping[str, str]]) -> Iterator[Item]:
    """The items at these keys, in their order, in batches; those not there are left out."""
    waiting = list(dict.fromkeys((place["pk"], place["sk"]) for place in places))
    wanted, found = tuple(waiting), dict[tuple[str, str], Item]()
    for _ in range(len(waiting) // MOST_IN_BATCH + MOST_REPEATS):
        if not waiting:
            break
        asked = list(islice(waiting, MOST_IN_BATCH))
        answer = _batch(table, asked)
        found |= {(str(item["pk"]), str(item["sk"])): item for item in answer.items}
        waiting = answer.left + waiting[len(asked) :]
    if waiting:
        raise TryLater("dynamodb: a batch was not finished")
    return (found[place] for place in wanted if place in found)


class _Answer(NamedTuple):
    items: list[Item]
    left: list[tuple[str, str]]


def _batch(table: "Table", asked: Sequence[tuple[str, str]]) -> _Answer:
    keys: Any = [{"pk": pk, "sk": sk} for pk, sk in asked]
    with waiting_for("dynamodb"):
        answer: Any = table.meta.client.batch_get_item(
            RequestItems={table.name: {"Keys": keys, "ConsistentRead": True}}
        )
    left = answer.get("UnprocessedKeys", {}).get(table.name, {}).get("Keys", [])
    return _Answer(answer["Responses"][table.name], [(one["pk"], one["sk"]) for one in left])


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
