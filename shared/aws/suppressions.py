"""Addresses that nothing is sent to any more, in DynamoDB; the hash of each, never itself."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from boto3.dynamodb.conditions import Key

from shared.aws.busy import waiting_for
from shared.aws.items import Item, fact, get, key, read
from shared.aws.writing import put
from shared.model.suppression import Suppressed, Suppression

if TYPE_CHECKING:
    from boto3.dynamodb.conditions import ConditionBase
    from mypy_boto3_dynamodb.service_resource import Table


@dataclass(frozen=True)
class DynamoSuppressions:
    """Keeps ``shared.ports.answers.Suppressions``."""

    table: "Table"

    def suppress(self, suppression: Suppression) -> None:
        """Send nothing to this address from now on; the first reason stands."""
        name = suppression.address.hash
        listed = {"gsi1pk": "SUPPRESSED", "gsi1sk": f"{suppression.at.isoformat()}#{name}"}
        put(self.table, {**key("SUPPRESSED", name), **fact(suppression), **listed})

    def get(self, address_hash: str) -> Suppression | None:
        """Since when and why nothing is sent to this address, or None."""
        item = get(self.table, key("SUPPRESSED", address_hash))
        return _suppression(item) if item else None

    def newest(self, before: str, most: int) -> Suppressed:
        """At most ``most`` of them, the newest first, from before a place on; in one call."""
        condition: ConditionBase = Key("gsi1pk").eq("SUPPRESSED")
        if before:
            condition = condition & Key("gsi1sk").lt(before)
        with waiting_for("dynamodb"):
            page = self.table.query(
                IndexName="gsi1",
                KeyConditionExpression=condition,
                ScanIndexForward=False,
                Limit=most + 1,
            )
        items = page["Items"]
        more = str(items[most - 1]["gsi1sk"]) if len(items) > most else None
        return Suppressed(found=tuple(map(_suppression, items[:most])), before=more)

    def lift(self, address_hash: str) -> None:
        """Send to this address again."""
        with waiting_for("dynamodb"):
            self.table.delete_item(Key=key("SUPPRESSED", address_hash))


def _suppression(item: Item) -> Suppression:
    return read(Suppression, item)
