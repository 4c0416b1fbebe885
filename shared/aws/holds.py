"""Legal holds in DynamoDB, beside their letters."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.aws.busy import waiting_for
from shared.aws.items import fact, get, key, read
from shared.aws.writing import put
from shared.model.fact import SubmissionId
from shared.model.hold import Hold

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table


@dataclass(frozen=True)
class DynamoHolds:
    """One hold at a time for each letter; the first stands."""

    table: "Table"

    def lay(self, hold: Hold) -> bool:
        """False when the letter is held already."""
        return put(self.table, {**_place(hold.submission_id), **fact(hold)})

    def end(self, submission_id: SubmissionId) -> None:
        """Nothing happens where there is none."""
        with waiting_for("dynamodb"):
            self.table.delete_item(Key=_place(submission_id))

    def of(self, submission_id: SubmissionId) -> Hold | None:
        """The letter's hold."""
        item = get(self.table, _place(submission_id))
        return read(Hold, item) if item else None


def _place(submission_id: SubmissionId) -> dict[str, str]:
    return key("LETTER", submission_id, sk="HOLD")
