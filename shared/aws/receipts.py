"""Receipts in DynamoDB."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from shared.aws.busy import code, waiting_for
from shared.aws.items import fact, get, key
from shared.aws.writing import put, transact
from shared.errors import TryLater
from shared.model.fact import ArrivalId
from shared.model.receipt import Receipt
from shared.thai.calendar import BANGKOK

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table

KEEP_COUNTS = timedelta(days=3)


@dataclass(frozen=True)
class DynamoReceipts:
    """Keeps ``shared.ports.Receipts``."""

    table: "Table"

    def start(self, receipt: Receipt) -> Receipt:
        """Write a receipt unless this arrival has one; returns the one that stands."""
        item = {**key("RECEIPT", receipt.arrival_id), **fact(receipt)}
        if put(self.table, item):
            return receipt
        return self.get(receipt.arrival_id) or receipt

    def end(self, receipt: Receipt) -> None:
        """Say how a receipt ended; its Message-IDs lead replies to the letter from now on."""
        done = {"Put": {"Item": {**key("RECEIPT", receipt.arrival_id), **fact(receipt)}}}
        ids = {receipt.message_id, receipt.ses_message_id} - {None}
        pointers = (
            {
                "Put": {
                    "Item": {
                        **key("MESSAGE", name),
                        "submission_id": receipt.submission_id,
                    }
                }
            }
            for name in sorted(ids, key=str)
            if receipt.submission_id
        )
        if transact(self.table, done, *pointers):
            raise TryLater("dynamodb: two hands on one receipt")

    def get(self, arrival_id: ArrivalId) -> Receipt | None:
        """The receipt of one arrival."""
        item = get(self.table, key("RECEIPT", arrival_id))
        return Receipt.model_validate_json(item["fact"]) if item else None

    def count_answer(self, address_hash: str, day: date, arrival_id: ArrivalId, most: int) -> bool:
        """Count an answer to one address on one day; False when ``most`` others were counted."""
        forgotten = datetime.combine(day, time(), BANGKOK) + KEEP_COUNTS
        try:
            with waiting_for("dynamodb"):
                self.table.update_item(
                    Key=key("ANSWERS", address_hash, day),
                    UpdateExpression="ADD arrivals :one SET expires_at = :forgotten",
                    ConditionExpression="attribute_not_exists(arrivals)"
                    " OR size(arrivals) < :most OR contains(arrivals, :arrival)",
                    ExpressionAttributeValues={
                        ":one": {str(arrival_id)},
                        ":arrival": arrival_id,
                        ":most": most,
                        ":forgotten": int(forgotten.timestamp()),
                    },
                )
        except ClientError as error:
            if code(error) != "ConditionalCheckFailedException":
                raise
            return False
        return True
