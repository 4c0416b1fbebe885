"""moto's tables at a pace that does not fall with every letter.

moto (5.2) copies every table deeply before each TransactWriteItems, and sorts all items of a
table for each Query. Here only what a transaction touches is put back when it fails, and a query
sorts its own partition. What DynamoDB promises, and what moto checks and counts, stays the same.
"""

import copy
import threading
from collections.abc import Iterator, Mapping, Sequence
from inspect import signature
from types import SimpleNamespace
from typing import Any, NamedTuple
from unittest.mock import patch

from moto.dynamodb import models
from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.dynamo_type import DynamoType, Item
from moto.dynamodb.models.table import Table

Touched = tuple[Table, DynamoType, DynamoType, Item | None]


class Partition(NamedTuple):
    """What a query is about: all items that have this value there."""

    attribute: str
    value: DynamoType


def install() -> None:
    """For this process, and for good. A second time changes nothing."""
    if not isinstance(vars(models).get("copy"), SimpleNamespace):
        _put_back_what_was_touched()
        _look_at_one_partition()


def _put_back_what_was_touched() -> None:
    transact = DynamoDBBackend.transact_write_items

    def quicker(backend: DynamoDBBackend, transact_items: list[Any], **rest: Any) -> Any:
        before = list(_touched(backend, transact_items))
        try:
            return transact(backend, transact_items, **rest)
        except BaseException:
            _put_back(before)
            raise

    uncopied = SimpleNamespace(
        copy=copy.copy,
        deepcopy=lambda what: what if isinstance(what, Table) else copy.deepcopy(what),
    )
    patch.object(DynamoDBBackend, "transact_write_items", quicker).start()
    patch.object(models, "copy", uncopied).start()


def _touched(backend: DynamoDBBackend, writes: Sequence[Mapping[str, Any]]) -> Iterator[Touched]:
    for write in writes:
        for kind, what in write.items():
            if kind == "ConditionCheck":
                continue
            table = backend.tables[what["TableName"]]
            place = what["Item"] if kind == "Put" else what["Key"]
            pk, sk = (DynamoType(place[name]) for name in ("pk", "sk"))
            held = table.items[pk].get(sk) if pk in table.items else None
            yield table, pk, sk, copy.deepcopy(held)


def _put_back(before: Sequence[Touched]) -> None:
    for table, pk, sk, held in before:
        if held is not None:
            table.items[pk][sk] = held
        elif pk in table.items:
            table.items[pk].pop(sk, None)


def _look_at_one_partition() -> None:
    query, every = Table.query, Table.all_items
    parameters = signature(query)
    at_work = threading.local()  # moto's query asks for all items, and not for whom

    def of_one(table: Table, *given: Any, **named: Any) -> Any:
        at_work.partition = _partition(table, parameters.bind(table, *given, **named).arguments)
        try:
            return query(table, *given, **named)
        finally:
            at_work.partition = None

    def in_view(table: Table) -> list[Item]:
        partition: Partition | None = getattr(at_work, "partition", None)
        if partition is None or not table.range_key_attr:
            return every(table)
        return sorted(_within(table, partition), key=_order)

    patch.object(Table, "query", of_one).start()
    patch.object(Table, "all_items", in_view).start()


def _partition(table: Table, asked: Mapping[str, Any]) -> Partition | None:
    conditions: Sequence[tuple[str, DynamoType]] = asked.get("hash_key_conditions") or ()
    if conditions:
        return Partition(*conditions[0])
    if asked.get("index_name") or not asked.get("hash_key"):
        return None
    return Partition(table.hash_key_attr, asked["hash_key"])


def _within(table: Table, partition: Partition) -> list[Item]:
    attribute, wanted = partition
    if attribute == table.hash_key_attr:
        return list(table.items[wanted].values()) if wanted in table.items else []
    return [
        item
        for there in list(table.items.values())
        for item in list(there.values())
        if (value := item.attrs.get(attribute)) is not None and value.value == wanted.value
    ]


def _order(item: Item) -> tuple[str, str]:
    return str(item.hash_key.value), str(item.range_key.value) if item.range_key else ""
