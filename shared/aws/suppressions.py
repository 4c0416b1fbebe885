"""Addresses that nothing is sent to any more, in DynamoDB; the hash of each, never itself."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from shared.aws.busy import waiting_for
from shared.aws.items import get, key
from shared.aws.writing import put

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table


@dataclass(frozen=True)
class DynamoSuppressions:
    """Keeps ``shared.ports.answers.Suppressions``."""

    table: "Table"

    def suppress(self, address_hash: str, reason: str, at: datetime) -> None:
        """Send nothing to this address from now on; the first reason stands."""
        where = key("SUPPRESSED", address_hash)
        put(self.table, {**where, "reason": reason, "at": at.isoformat()})

    def reason(self, address_hash: str) -> str | None:
        """Why nothing is sent to this address, or None."""
        item = get(self.table, key("SUPPRESSED", address_hash))
        return str(item["reason"]) if item else None

    def lift(self, address_hash: str) -> None:
        """Send to this address again."""
        with waiting_for("dynamodb"):
            self.table.delete_item(Key=key("SUPPRESSED", address_hash))
