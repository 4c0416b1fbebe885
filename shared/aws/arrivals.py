"""The ledger of arrivals in DynamoDB."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from shared.aws.items import FAILED, NEW, Item, below, get, indexed, key, read
from shared.aws.writing import put, transact
from shared.errors import TryLater
from shared.model.arrival import Arrival
from shared.model.fact import ArrivalId, SubmissionId
from shared.model.letter import ArrivalRecord, Outcome, RefusedLetter
from shared.thai.calendar import BANGKOK

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table

_OPTIONAL = ("reason", "detail", "submission_id")
_OPEN = f"{NEW} OR (outcome = :taken_in AND attribute_not_exists(submission_id))"
"""Nobody has it yet, or a person let it in and intake has not looked at it since."""


@dataclass(frozen=True)
class DynamoArrivals:
    """Keeps ``shared.ports.ledger.Arrivals``."""

    table: "Table"

    def note(self, record: ArrivalRecord) -> None:
        """Write an arrival's line; one that is there stays, unless it was released and waits."""
        if record.outcome is Outcome.QUARANTINED:  # A late delivery of what was released since.
            put(self.table, _item(record))
        else:
            put(self.table, _item(record), _OPEN, **{":taken_in": Outcome.TAKEN_IN.value})

    def end(self, arrival_id: ArrivalId, outcome: Outcome, submission_id: SubmissionId) -> None:
        """Say how a taken-in arrival ended; one that has ended already stays as it is."""
        ended = {
            "Key": key("ARRIVAL", arrival_id),
            "UpdateExpression": "SET outcome = :outcome, submission_id = :letter",
            "ConditionExpression": "outcome = :taken_in",
            "ExpressionAttributeValues": {
                ":outcome": outcome.value,
                ":letter": submission_id,
                ":taken_in": Outcome.TAKEN_IN.value,
            },
        }
        line = key("LETTER", submission_id, sk=f"ARRIVAL#{arrival_id}")
        reasons = transact(self.table, {"Update": ended}, {"Put": {"Item": line}})
        if reasons and reasons[0] != FAILED:
            raise TryLater("dynamodb: two hands on one arrival")

    def release(self, arrival_id: ArrivalId) -> None:
        """Let an arrival in quarantine be taken in after all; any other stays as it is."""
        released = {
            "Key": key("ARRIVAL", arrival_id),
            "UpdateExpression": "SET outcome = :taken_in REMOVE reason, detail",
            "ConditionExpression": "outcome = :quarantined",
            "ExpressionAttributeValues": {
                ":taken_in": Outcome.TAKEN_IN.value,
                ":quarantined": Outcome.QUARANTINED.value,
            },
        }
        reasons = transact(self.table, {"Update": released})
        if reasons and reasons[0] != FAILED:
            raise TryLater("dynamodb: two hands on one arrival")

    def get(self, arrival_id: ArrivalId) -> ArrivalRecord | None:
        """One arrival's line."""
        item = get(self.table, key("ARRIVAL", arrival_id))
        return _record(item) if item else None

    def on(self, day: date) -> tuple[ArrivalRecord, ...]:
        """All arrivals of one day (Thai time), in order of arrival."""
        return tuple(_record(item) for item in indexed(self.table, f"ARRIVALS#{day}"))

    def of(self, submission_id: SubmissionId) -> tuple[ArrivalId, ...]:
        """The arrivals that ended as, repeated or joined this letter."""
        lines = below(self.table, f"LETTER#{submission_id}", "ARRIVAL#")
        return tuple(ArrivalId(line["sk"].removeprefix("ARRIVAL#")) for line in lines)


def _item(record: ArrivalRecord) -> Item:
    arrival = record.arrival
    given = {name: getattr(record, name) for name in _OPTIONAL}
    return {
        **key("ARRIVAL", arrival.id),
        "gsi1pk": f"ARRIVALS#{arrival.received_at.astimezone(BANGKOK).date()}",
        "gsi1sk": f"{arrival.received_at.astimezone(BANGKOK).isoformat()}#{arrival.id}",
        "fact": arrival.model_dump_json(),
        "outcome": record.outcome.value,
        **{name: value for name, value in given.items() if value is not None},
        **({"refused": record.refused.model_dump_json()} if record.refused else {}),
    }


def _record(item: Item) -> ArrivalRecord:
    refused = item.get("refused")
    return ArrivalRecord(
        arrival=read(Arrival, item),
        outcome=Outcome(item["outcome"]),
        refused=RefusedLetter.model_validate_json(refused) if refused else None,
        **{name: item[name] for name in _OPTIONAL if name in item},
    )
