"""Remembered jurisdictions in DynamoDB: one partition, an item for each place."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.aws.items import Item, below, fact, get, key, read
from shared.aws.writing import put
from shared.errors import TryLater
from shared.model.jurisdiction import Remembered

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table

ALL = "JURISDICTIONS"


@dataclass(frozen=True)
class DynamoJurisdictions:
    """Keeps ``shared.ports.jurisdictions.Jurisdictions``."""

    table: "Table"

    def rows(self) -> tuple[Remembered, ...]:
        """Every row, by the place's code; revoked ones too."""
        return tuple(map(_row, below(self.table, ALL)))

    def remember(self, row: Remembered) -> Remembered:
        """Write a row unless another stands for its place; returns the one that stands then."""
        free = "attribute_not_exists(pk) OR stands = :no"
        if put(self.table, _item(row), free, **{":no": False}):
            return row
        standing = get(self.table, _place(row))
        if standing is None:
            raise TryLater("dynamodb: a place was confirmed and taken back at once")
        return _row(standing)

    def revoke(self, row: Remembered) -> bool:
        """Write a revoked row in place of the one that stands; False if none of its office does."""
        ours = "stands = :yes AND office = :office"
        return put(self.table, _item(row), ours, **{":yes": True, ":office": row.office})


def _place(row: Remembered) -> dict[str, str]:
    return key(ALL, sk=row.place)


def _item(row: Remembered) -> Item:
    return {**_place(row), **fact(row), "stands": row.stands, "office": row.office}


def _row(item: Item) -> Remembered:
    return read(Remembered, item)
