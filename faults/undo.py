"""moto's transactions without its copy of the whole table: only what they touch is put back.

moto (5.2) copies every table deeply before each TransactWriteItems, which takes longer with every
letter. What a transaction promises stays the same.
"""

import copy
from collections.abc import Iterator, Mapping, Sequence
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from moto.dynamodb import models
from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.dynamo_type import DynamoType, Item
from moto.dynamodb.models.table import Table

Touched = tuple[Table, DynamoType, DynamoType, Item | None]


def install() -> None:
    """For this process."""
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
