"""The register as it was some minutes ago, in a table beside the one that stands."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from botocore.exceptions import WaiterError

from cli.trouble import Trouble

if TYPE_CHECKING:
    import boto3
    from mypy_boto3_dynamodb.type_defs import WaiterConfigTypeDef

WAIT: "WaiterConfigTypeDef" = {"Delay": 20, "MaxAttempts": 540}
"""Three hours: DynamoDB brings a table back in minutes, a very large one in hours."""


@contextmanager
def brought_back(
    session: "boto3.Session", table: str, at: datetime, now: datetime
) -> Iterator[str]:
    """The name of the table as it was ``at``; it is removed again, whatever happens.

    Raises Trouble when it does not come up in time.
    """
    dynamodb, name = session.client("dynamodb"), f"{table}-drill-{now:%Y%m%d%H%M%S}"
    dynamodb.restore_table_to_point_in_time(
        SourceTableName=table, TargetTableName=name, RestoreDateTime=at
    )
    try:
        dynamodb.get_waiter("table_exists").wait(TableName=name, WaiterConfig=WAIT)
        yield name
    except WaiterError:
        raise Trouble(f"The table {name} did not come up in three hours; look at it.") from None
    finally:
        dynamodb.delete_table(TableName=name)
