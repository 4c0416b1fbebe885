"""The whole register on one DynamoDB table."""

from typing import TYPE_CHECKING

from shared.aws.arrivals import DynamoArrivals
from shared.aws.letters import DynamoLetters
from shared.aws.receipts import DynamoReceipts
from shared.aws.work import DynamoWorkBook
from shared.ports import Register

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table


def dynamo_register(table: "Table") -> Register:
    """The register that lies in ``table``."""
    return Register(
        arrivals=DynamoArrivals(table),
        letters=DynamoLetters(table),
        work=DynamoWorkBook(table),
        receipts=DynamoReceipts(table),
    )
