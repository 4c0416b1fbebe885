"""Tasks of persons in DynamoDB: in the index while they are to be done."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.aws.items import Item, fact, indexed, key, many, read
from shared.aws.writing import put
from shared.model.fact import ArrivalId, OfficeCode
from shared.model.task import Task, TaskKind

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table


@dataclass(frozen=True)
class DynamoTasks:
    """Keeps ``shared.ports.answers.Tasks``."""

    table: "Table"

    def add(self, task: Task) -> bool:
        """Lay a task on its office's desk; False if it was laid there before."""
        queued = {
            "gsi1pk": f"TASKS#{task.office}",
            "gsi1sk": f"{task.raised_at.isoformat()}#{task.arrival_id}",
        }
        return put(self.table, {**_place(task), **fact(task), **queued})

    def of(self, office: str) -> tuple[Task, ...]:
        """An office's tasks, oldest first."""
        items = indexed(self.table, f"TASKS#{office}")
        return tuple(read(Task, item) for item in items)

    def about(self, arrival_id: ArrivalId, offices: Iterable[OfficeCode]) -> tuple[Task, ...]:
        """Those that an arrival made for these offices, done or not."""
        names = [f"{kind}#{arrival_id}" for kind in TaskKind]
        places = [key("TASK", office, sk=name) for office in offices for name in names]
        return tuple(read(Task, item) for item in many(self.table, places))

    def done(self, task: Task) -> None:
        """Take a task off the desk; the item stays, so that it is not laid there again."""
        put(self.table, {**_place(task), **fact(task)}, "attribute_exists(pk)")


def _place(task: Task) -> Item:
    return key("TASK", task.office, sk=f"{task.kind}#{task.arrival_id}")
