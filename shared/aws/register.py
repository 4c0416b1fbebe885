"""The whole register on one DynamoDB table."""

from typing import TYPE_CHECKING

from shared.aws.arrivals import DynamoArrivals
from shared.aws.events import DynamoEvents
from shared.aws.jurisdictions import DynamoJurisdictions
from shared.aws.letters import DynamoLetters
from shared.aws.receipts import DynamoReceipts
from shared.aws.search import DynamoSearch
from shared.aws.statistics import DynamoStatistics
from shared.aws.suppressions import DynamoSuppressions
from shared.aws.tasks import DynamoTasks
from shared.aws.watching import DynamoFailures, DynamoLooks
from shared.aws.work import DynamoWorkBook
from shared.ports.register import Register

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table


def dynamo_register(table: "Table", search: "Table | None" = None) -> Register:
    """The register that lies in ``table``, its search in a table of its own where one is given."""
    return Register(
        arrivals=DynamoArrivals(table),
        letters=DynamoLetters(table),
        work=DynamoWorkBook(table),
        receipts=DynamoReceipts(table),
        events=DynamoEvents(table),
        search=DynamoSearch(search or table),
        suppressions=DynamoSuppressions(table),
        tasks=DynamoTasks(table),
        statistics=DynamoStatistics(table),
        looks=DynamoLooks(table),
        failures=DynamoFailures(table),
        jurisdictions=DynamoJurisdictions(table),
    )
