"""What DynamoDB bills for a request, from its items' sizes. Pure.

Sources: DynamoDB Developer Guide, "DynamoDB item sizes and formats" (names and values count),
"Read and write operations" (a write unit is 1 KB, a read unit 4 KB read consistently; a
transaction takes two for one), "Global secondary indexes: write capacity considerations".
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

_KB = 1024
_INDEX = "gsi1pk"
"""An item with this attribute lies in the index as well, whole."""

Typed = Mapping[str, Any]
"""An item as DynamoDB's JSON writes it: ``{"pk": {"S": "…"}}``."""
GetItem = Callable[..., Any]


class Capacity(NamedTuple):
    """Request units, and the bytes of what was written; ``examined`` items were read."""

    reads: float = 0.0
    writes: int = 0
    written: int = 0
    examined: int = 0


def capacity(operation: str, asked: Typed, answered: Typed, get_item: GetItem) -> Capacity:
    """What a request cost. ``get_item`` tells how an item stands after it."""
    match operation:
        case "GetItem" | "Query" | "BatchGetItem":
            return _looked(operation, asked, answered)
        case "BatchWriteItem":
            puts = [one["PutRequest"]["Item"] for t in asked["RequestItems"].values() for one in t]
            return _sum(_write(item, 1) for item in puts)
        case "PutItem":
            return _write(asked["Item"], 1)
        case "UpdateItem" | "DeleteItem":
            return _write(_standing(asked, get_item), 1)
        case "TransactWriteItems":
            parts = (what for part in asked["TransactItems"] for what in part.items())
            return _sum(_part(kind, what, get_item) for kind, what in parts)
    raise ValueError(f"no price is known for {operation}")


def _looked(operation: str, asked: Typed, answered: Typed) -> Capacity:
    if operation == "BatchGetItem":
        found = [item for items in answered["Responses"].values() for item in items]
        return _read(found, consistent=True)
    consistent = bool(asked.get("ConsistentRead", False))
    if operation == "GetItem":
        return _read([answered["Item"]] if "Item" in answered else [], consistent=consistent)
    units = _read(answered.get("Items", []), consistent=consistent)
    return units._replace(examined=int(answered.get("ScannedCount", 0)))


def size(item: Typed) -> int:
    """Bytes of an item: the names and values of its attributes."""
    return sum(len(name.encode()) + _value(value) for name, value in item.items())


def _part(kind: str, what: Typed, get_item: GetItem) -> Capacity:
    item = what["Item"] if kind == "Put" else _standing(what, get_item)
    return _write(item, 2, changes=kind != "ConditionCheck")


def _standing(what: Typed, get_item: GetItem) -> Typed:
    """The item now; the key alone when it is not there (billed as one unit)."""
    item: Typed = get_item(TableName=what["TableName"], Key=_plain(what["Key"])).get("Item", {})
    return item or what["Key"]


def _plain(key: Typed) -> dict[str, Any]:
    return {name: dict(value) for name, value in key.items()}


def _write(item: Typed, times: int, *, changes: bool = True) -> Capacity:
    bytes_ = size(item)
    units = max(1, -(-bytes_ // _KB))
    indexed = units if changes and _INDEX in item else 0
    written = bytes_ * (2 if indexed else 1) if changes else 0
    return Capacity(writes=units * times + indexed, written=written)


def _read(items: Iterable[Typed], *, consistent: bool) -> Capacity:
    """A query is rounded up as a whole, and one that finds nothing costs the least there is."""
    found = list(items)
    units = max(1, -(-sum(map(size, found)) // (4 * _KB)))
    return Capacity(reads=units if consistent else units / 2, examined=len(found))


def _sum(parts: Iterable[Capacity]) -> Capacity:
    found = list(parts)
    return Capacity(
        sum(one.reads for one in found),
        sum(one.writes for one in found),
        sum(one.written for one in found),
        sum(one.examined for one in found),
    )


def _value(value: Mapping[str, Any]) -> int:
    [(kind, held)] = value.items()
    match kind:
        case "S" | "N":
            return len(str(held).encode())
        case "B":
            return len(held) * 3 // 4
        case "SS" | "NS":
            return sum(len(str(one).encode()) for one in held)
        case "BOOL" | "NULL":
            return 1
        case "L":
            return 3 + sum(1 + _value(one) for one in held)
        case "M":
            return 3 + sum(1 + len(name.encode()) + _value(one) for name, one in held.items())
    raise ValueError(f"an attribute of type {kind}")
