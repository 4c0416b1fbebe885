"""How often somebody came: counters in a DynamoDB table of their own, soon forgotten."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from shared.aws.busy import code, waiting_for

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table


@dataclass(frozen=True)
class DynamoVisits:
    """Keeps ``shared.ports.neighbours.Visits``."""

    table: "Table"

    def count(self, name: str, until: datetime, most: int) -> bool:
        """Count one; False when ``most`` were counted before."""
        try:
            with waiting_for("dynamodb"):
                self.table.update_item(
                    Key={"pk": name},
                    UpdateExpression="ADD visits :one SET expires_at = :forgotten",
                    ConditionExpression="attribute_not_exists(visits) OR visits < :most",
                    ExpressionAttributeValues={
                        ":one": 1,
                        ":most": most,
                        ":forgotten": int(until.timestamp()),
                    },
                )
        except ClientError as error:
            if code(error) != "ConditionalCheckFailedException":
                raise
            return False
        return True
