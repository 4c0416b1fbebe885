"""What people did with letters, in DynamoDB: lines are added, never changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from shared.aws.items import Item, below, fact, indexed, key, read
from shared.aws.writing import put
from shared.model.event import ONCE_A_DAY, Event
from shared.model.fact import SubmissionId
from shared.thai.calendar import BANGKOK

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table


@dataclass(frozen=True)
class DynamoEvents:
    """Keeps ``shared.ports.work.Events``."""

    table: "Table"

    def note(self, event: Event) -> None:
        """Add a line; one that is there already stays as it is."""
        put(self.table, event_item(event))

    def of(self, submission_id: SubmissionId) -> tuple[Event, ...]:
        """A letter's history, oldest first."""
        lines = map(_event, below(self.table, f"LETTER#{submission_id}", "EVENT#"))
        return tuple(sorted(lines, key=lambda event: event.at))

    def on(self, day: date) -> Iterator[Event]:
        """Everything that was done on a day (Thai time), in order."""
        return map(_event, indexed(self.table, f"EVENTS#{day}"))

    def corrections(self) -> Iterator[Event]:
        """Every correction of a process, oldest first."""
        return map(_event, below(self.table, "CORRECTIONS"))


def event_item(event: Event) -> Item:
    """The item that carries an event."""
    local = event.at.astimezone(BANGKOK)
    name: tuple[object, ...] = (event.office, event.did, event.version)
    if event.did in ONCE_A_DAY:
        name = (event.office, event.did, event.who, event.detail, local.date())
    told = "#".join(map(str, name))
    return {
        **key("LETTER", event.submission_id, sk=f"EVENT#{told}"),
        "gsi1pk": f"EVENTS#{local.date()}",
        "gsi1sk": f"{local.isoformat()}#{event.submission_id}#{told}",
        **fact(event),
    }


def _event(item: Item) -> Event:
    return read(Event, item)
