"""Conditional writes: the table keeps the truth, not the reader."""

from typing import TYPE_CHECKING, Any

from botocore.exceptions import ClientError

from shared.aws.busy import code, waiting_for
from shared.aws.items import NEW, Item

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table


def put(table: "Table", item: Item, condition: str = NEW, **values: Any) -> bool:
    """Write an item if ``condition`` holds (by default: it is new); False if it does not."""
    options: dict[str, Any] = {"ExpressionAttributeValues": values} if values else {}
    try:
        with waiting_for("dynamodb"):
            table.put_item(Item=item, ConditionExpression=condition, **options)
    except ClientError as error:
        if code(error) != "ConditionalCheckFailedException":
            raise
        return False
    return True


def transact(table: "Table", *writes: dict[str, Any]) -> tuple[str, ...]:
    """Do all writes or none; returns () when done, else one reason code per write.

    A reason is ``None``, ``ConditionalCheckFailed`` or ``TransactionConflict``. Each write
    is ``{"Put": …}``, ``{"Update": …}`` or ``{"ConditionCheck": …}`` without its table.
    """
    items: Any = [  # The resource's own client turns Python values into DynamoDB's, and back.
        {kind: {"TableName": table.name, **what}} for w in writes for kind, what in w.items()
    ]
    try:
        with waiting_for("dynamodb"):
            table.meta.client.transact_write_items(TransactItems=items)
    except ClientError as error:
        if code(error) != "TransactionCanceledException":
            raise
        reasons = error.response["CancellationReasons"]
        return tuple(str(reason.get("Code", "None")) for reason in reasons)
    return ()


def new(item: Item) -> dict[str, Any]:
    """A transaction's write of an item that must not be there yet."""
    return {"Put": {"Item": item, "ConditionExpression": NEW}}
