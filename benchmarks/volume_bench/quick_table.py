"""A table that the stores write to as ever, and that fills moto's table without its checks.

moto checks and parses each write: a letter takes twenty times as long there, a hundred thousand
most of an hour. Here each Put goes straight into moto's own dictionary, and counters are kept aside
until ``settle``. Conditions are not looked at: every letter is new.
"""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Self

from moto.dynamodb.models import dynamodb_backends
from moto.dynamodb.models.dynamo_type import DynamoType, Item

from local import tables

Place = tuple[str, str]
_ADDED = re.compile(r"(#\w+) (:\w+)")
_SET = re.compile(r"SET (#\w+) = (:\w+)$")


class QuickTable:
    """Stands for a boto3 Table, for what the register's stores write of new letters."""

    def __init__(self, name: str, account: str, region: str) -> None:
        """``name`` must be there, within ``moto.mock_aws``."""
        self.name = name
        self.items = 0
        self.size = 0
        """Bytes of all items, as DynamoDB counts them."""
        self._moto = dynamodb_backends[account][region].tables[name]
        self._counters: dict[Place, dict[str, Any]] = {}
        tables.install()

    @property
    def meta(self) -> Self:
        """The stores ask for ``table.meta.client``: both are this table."""
        return self

    @property
    def client(self) -> Self:
        """See ``meta``."""
        return self

    def get_item(self, *, Key: Mapping[str, str], **_: Any) -> dict[str, Any]:  # noqa: N803 - boto3's names
        """A counter; nothing else is read while letters are new."""
        found = self._counters.get((Key["pk"], Key["sk"]))
        return {"Item": found} if found else {}

    def transact_write_items(self, *, TransactItems: Sequence[Mapping[str, Any]]) -> None:  # noqa: N803
        """Do all writes."""
        for item in TransactItems:
            for kind, what in item.items():
                if kind == "Put":
                    self.put_item(Item=what["Item"])
                elif kind == "Delete":
                    self._delete(what["Key"])
                else:
                    self._update(what)

    def put_item(self, *, Item: Mapping[str, Any]) -> None:  # noqa: N803
        """Write one; numbers that are counted on are kept aside."""
        if "last" in Item:
            self._counters[Item["pk"], Item["sk"]] = dict(Item)
        else:
            self._put(Item)

    @contextmanager
    def batch_writer(self) -> Iterator[Self]:
        """As boto3's, without its batches."""
        yield self

    def settle(self) -> None:
        """Write the counters."""
        for (pk, sk), counter in self._counters.items():
            self._put({"pk": pk, "sk": sk, **counter})

    def _put(self, item: Mapping[str, Any]) -> None:
        attributes = {name: DynamoType(_written(value)) for name, value in item.items()}
        place, order = attributes["pk"], attributes["sk"]
        kept = Item(place, order, {})
        # Past its own way in, which sums up all sizes again with each attribute.
        dict.update(kept.attrs, attributes)
        there = self._moto.items[place]
        self.items += order not in there
        there[order] = kept
        self.size += sum(len(name.encode()) + _size(value) for name, value in item.items())

    def _delete(self, where: Mapping[str, str]) -> None:
        place, order = (DynamoType({"S": where[name]}) for name in ("pk", "sk"))
        del self._moto.items[place][order]
        self.items -= 1

    def _update(self, what: Mapping[str, Any]) -> None:
        counter = self._counters.setdefault((what["Key"]["pk"], what["Key"]["sk"]), {})
        expression = what["UpdateExpression"]
        names, values = what["ExpressionAttributeNames"], what["ExpressionAttributeValues"]
        if replaced := _SET.fullmatch(expression):
            counter[names[replaced[1]]] = values[replaced[2]]
            return
        if not expression.startswith("ADD "):
            raise ValueError(f"the stores count in another way now: {expression}")
        for name, value in _ADDED.findall(expression):
            counter[names[name]] = counter.get(names[name], 0) + values[value]


def _written(value: Any) -> dict[str, Any]:
    """As boto3 writes text, numbers, bytes and sets of text, without asking what else it may be."""
    if isinstance(value, str):
        return {"S": str(value)}
    if isinstance(value, bytes):
        return {"B": b64encode(value).decode()}
    return {"SS": list(value)} if isinstance(value, set) else {"N": str(value)}


def _size(value: Any) -> int:
    """As DynamoDB counts: text in UTF-8; a number by its digits, about."""
    if isinstance(value, bytes):
        return len(value)
    if isinstance(value, str):
        return len(value.encode())
    if isinstance(value, set):
        return sum(map(_size, value))
    return len(str(value)) // 2 + 1
