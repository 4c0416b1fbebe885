"""The lists and counts of every office, kept with each change and read in few calls."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from boto3.dynamodb.conditions import Key

from shared.aws.busy import waiting_for
from shared.aws.items import Item, get, key, many, read
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.queue import Counts, QueuePage, QueueQuery, counted, order, trays
from shared.model.work import WorkItem

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table

ROUNDS = 4
"""How often a page that is not full yet reads on before it says "there may be more"."""
AT_ONCE = 50
"""Pointers read in a round; their items come in one batch."""


def kept_lists(before: WorkItem | None, after: WorkItem) -> Iterator[dict[str, Any]]:
    """The writes that bring an office's trays and counts from one version to the next."""
    was, now = _places(before), _places(after)
    for place in sorted(was - now):
        yield {"Delete": {"Key": _key(*place)}}
    for place in sorted(now - was):
        yield {"Put": {"Item": {**_key(*place), "submission_id": after.submission_id}}}
    changed = counted(after)
    changed.subtract(counted(before))
    moved = {name: many for name, many in sorted(changed.items()) if many}
    if moved:
        yield {"Update": _counting(after.office, moved)}


def page(table: "Table", query: QueueQuery) -> QueuePage:
    """A page of an office's work, in at most ROUNDS times (4 queries and a batch)."""
    found: list[WorkItem] = []
    for _ in range(ROUNDS):
        pointers = _pointers(table, query)
        found += filter(query.holds, _items(table, query.office, pointers))
        if len(found) > query.most:
            shown = tuple(found[: query.most])
            return QueuePage(items=shown, after=order(shown[-1]))
        if len(pointers) < AT_ONCE:
            return QueuePage(items=tuple(found), after=None)
        query = query.model_copy(update={"after": str(pointers[-1]["sk"])})
    return QueuePage(items=tuple(found), after=query.after)


def counts(table: "Table", office: OfficeCode) -> Counts:
    """An office's counts, as they stand."""
    return _counts(get(table, key("COUNTS", office)) or {})


def counts_of(table: "Table", offices: Sequence[OfficeCode]) -> tuple[Counts, ...]:
    """The counts of these offices, in their order, as they stand."""
    places = [key("COUNTS", office) for office in offices]
    found = {item["pk"]: item for item in many(table, places)}
    return tuple(_counts(found.get(place["pk"], {})) for place in places)


def _counts(item: Item) -> Counts:
    return Counts(by_name={n: int(v) for n, v in item.items() if n not in {"pk", "sk"}})


def _places(item: WorkItem | None) -> set[tuple[str, str, str]]:
    return {(item.office, name, order(item)) for name in trays(item)} if item else set()


def _key(office: str, tray: str, place: str) -> dict[str, str]:
    return key("TRAY", office, tray, sk=place)


def _counting(office: OfficeCode, moved: dict[str, int]) -> dict[str, Any]:
    numbered = list(enumerate(moved.items()))
    return {
        "Key": key("COUNTS", office),
        "UpdateExpression": "ADD " + ", ".join(f"#n{n} :v{n}" for n, _ in numbered),
        "ExpressionAttributeNames": {f"#n{n}": name for n, (name, _) in numbered},
        "ExpressionAttributeValues": {f":v{n}": many for n, (_, many) in numbered},
    }


def _pointers(table: "Table", query: QueueQuery) -> list[Item]:
    """The next AT_ONCE places of a tray; fewer at its end."""
    tray = key("TRAY", query.office, query.tray)["pk"]
    found: list[Item] = []
    for low, high in query.ranges:
        with waiting_for("dynamodb"):
            found += table.query(
                KeyConditionExpression=Key("pk").eq(tray) & Key("sk").between(low, high),
                Limit=AT_ONCE - len(found),
                ConsistentRead=True,
            )["Items"]
        if len(found) >= AT_ONCE:
            break
    return found


def _items(table: "Table", office: OfficeCode, pointers: Sequence[Item]) -> Iterator[WorkItem]:
    letters = [SubmissionId(str(pointer["submission_id"])) for pointer in pointers]
    places = [key("LETTER", letter, sk=f"WORK#{office}") for letter in letters]
    return (read(WorkItem, item) for item in many(table, places))
