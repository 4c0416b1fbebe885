"""A short cut in moto: a query looks at its own partition, not at every item of the table.

moto sorts all items anew for each query, which takes minutes when there are a million. What it
does with the partition's items afterwards, and what it counts, is its own.
"""

from inspect import signature
from typing import Any
from unittest.mock import patch

from moto.dynamodb.models.dynamo_type import DynamoType, Item
from moto.dynamodb.models.table import Table

INDEX = "gsi1pk"


class Shelf:
    """Gives a table's queries the items that they are about, in order."""

    def __init__(self, table: Table) -> None:
        """``table`` is moto's own, and is asked through this from now on."""
        self._table = table
        self._indexed: dict[str, list[Item]] = {}
        self._sorted: dict[str, list[Item]] = {}
        self._signature = signature(table.query)
        self._query = table.query
        patch.object(table, "query", self.query).start()

    def add(self, item: Item) -> None:
        """Know a new item of the index."""
        if INDEX in item.attrs:
            self._indexed.setdefault(item.attrs[INDEX].value, []).append(item)

    def query(self, *given: Any, **named: Any) -> Any:
        """Moto's answer, with only the partition in view."""
        asked = self._signature.bind(*given, **named).arguments
        conditions: Any = asked.get("hash_key_conditions")
        partition = asked["hash_key"] or conditions[0][1]
        index = bool(asked.get("index_name"))
        items = self._indexed.get(partition.value, []) if index else self._of(partition)
        with patch.object(self._table, "all_items", lambda: items):
            return self._query(*given, **named)

    def _of(self, partition: DynamoType) -> list[Item]:
        there = self._table.items.get(partition, {})
        kept = self._sorted.get(partition.value, [])
        if len(kept) != len(there):
            kept = sorted(there.values(), key=_order)
            self._sorted[partition.value] = kept
        return list(kept)


def _order(item: Item) -> str:
    return str(item.range_key.value) if item.range_key else ""
