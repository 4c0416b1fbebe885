"""The last looks, and why messages failed, in DynamoDB."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from shared.aws.busy import waiting_for
from shared.aws.items import Item, fact, get, key, many, read
from shared.model.fact import OfficeCode
from shared.model.failure import Failure
from shared.model.figures import Look, Overdue

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table

KEPT = timedelta(days=30)
"""A failure; longer than any queue keeps the message."""


@dataclass(frozen=True)
class DynamoLooks:
    """Keeps ``shared.ports.watching.Looks``."""

    table: "Table"

    def note(self, look: Look) -> None:
        """Keep what was found."""
        _put(self.table, {**key("LOOK"), **fact(look)})

    def last(self) -> Look | None:
        """What was found last; None before the first look."""
        item = get(self.table, key("LOOK"))
        return read(Look, item) if item else None

    def note_overdue(self, overdue: Overdue) -> None:
        """Keep how much of an office's work is overdue."""
        _put(self.table, {**key("OVERDUE", overdue.office), **fact(overdue)})

    def overdue(self, offices: Sequence[OfficeCode]) -> tuple[Overdue, ...]:
        """The last of each of these offices; those without are left out."""
        items = many(self.table, [key("OVERDUE", office) for office in offices])
        return tuple(read(Overdue, item) for item in items)


@dataclass(frozen=True)
class DynamoFailures:
    """Keeps ``shared.ports.watching.Failures``."""

    table: "Table"

    def note(self, failure: Failure) -> None:
        """Keep the reason; a later one about the same message takes its place."""
        forgotten = int((failure.at + KEPT).timestamp())
        where = key("FAILURE", failure.message_id)
        _put(self.table, {**where, **fact(failure), "expires_at": forgotten})

    def several(self, message_ids: Sequence[str]) -> tuple[Failure, ...]:
        """The reasons that are known of these messages."""
        items = many(self.table, [key("FAILURE", name) for name in message_ids])
        return tuple(read(Failure, item) for item in items)


def _put(table: "Table", item: Item) -> None:
    with waiting_for("dynamodb"):
        table.put_item(Item=item)
