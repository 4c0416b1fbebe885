"""Work items and register numbers in DynamoDB."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from shared.aws.items import FAILED, Item, below, fact, get, indexed, key
from shared.aws.writing import new, put, transact
from shared.errors import StaleWork, TryLater
from shared.model.arrival import Arrival
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.letter import LetterRecord, Reply
from shared.model.register import RegisterEntry, RegisterNumber, register_year
from shared.model.work import State, WorkItem

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table

TRIES = 8
"""How often the next number is tried for before the queue must wait its turn again."""


@dataclass(frozen=True)
class DynamoWorkBook:
    """Keeps ``shared.ports.WorkBook``."""

    table: "Table"

    def open(
        self,
        record: LetterRecord,
        office: OfficeCode,
        arrival: Arrival,
        opened_at: datetime,
        due_on: date,
    ) -> WorkItem:
        """Open a work item and take its number, or return the item that stands."""
        year = register_year(arrival.received_at)
        for _ in range(TRIES):
            last = self._last_number(office, year)
            number = RegisterNumber(office=office, year=year, number=last + 1)
            item = WorkItem(
                submission_id=record.submission_id,
                office=office,
                reference=record.reference,
                number=number,
                opened_by=arrival.id,
                opened_at=opened_at,
                due_on=due_on,
                urgency=record.urgency,
            )
            reasons = transact(
                self.table,
                new(_item(item)),
                _take(number),
                new(_line(_entry(record, number, arrival))),
            )
            if not reasons:
                return item
            if reasons[0] == FAILED:
                return self._standing(record.submission_id, office)
        raise TryLater("dynamodb: too many letters want the next number")

    def of(self, submission_id: SubmissionId) -> tuple[WorkItem, ...]:
        """The letter's work items, by office code."""
        return tuple(map(_work, below(self.table, f"LETTER#{submission_id}", "WORK#")))

    def replace(self, item: WorkItem) -> None:
        """Write the next version. Raises StaleWork unless ours is the next."""
        if not put(
            self.table,
            _item(item),
            "version = :before",
            **{":before": item.version - 1},
        ):
            raise StaleWork(item.submission_id)

    def join(self, submission_id: SubmissionId, reply: Reply) -> Reply:
        """Add a reply and wake the letter's work items; returns the reply that stands."""
        where = key("LETTER", submission_id, sk=f"REPLY#{reply.submission_id}")
        woken = [_next(item.moved("reply")) for item in self.of(submission_id)]
        reasons = transact(self.table, new({**where, **fact(reply)}), *woken)
        if not reasons:
            return reply
        standing = get(self.table, where)
        if standing:
            return Reply.model_validate_json(standing["fact"])
        raise TryLater("dynamodb: the work changed while a reply joined it")

    def queue(self, office: OfficeCode) -> tuple[WorkItem, ...]:
        """An office's unfinished work, by urgency, due date and time."""
        return tuple(map(_work, indexed(self.table, f"QUEUE#{office}")))

    def register(self, office: OfficeCode, year: int) -> tuple[RegisterEntry, ...]:
        """An office's receiving register of a Buddhist year, by number."""
        lines = below(self.table, f"REGISTER#{office}#{year}")
        return tuple(RegisterEntry.model_validate_json(line["fact"]) for line in lines)

    def _last_number(self, office: OfficeCode, year: int) -> int:
        counter = get(self.table, key("NUMBERS", office, year))
        return int(counter["last"]) if counter else 0

    def _standing(self, submission_id: SubmissionId, office: OfficeCode) -> WorkItem:
        item = get(self.table, key("LETTER", submission_id, sk=f"WORK#{office}"))
        if item is None:
            raise TryLater("dynamodb: a work item was there and is gone")
        return _work(item)


def _take(number: RegisterNumber) -> dict[str, Any]:
    where = key("NUMBERS", number.office, number.year)
    if number.number == 1:
        return new({**where, "last": 1})
    return {
        "Update": {
            "Key": where,
            "UpdateExpression": "SET #last = :number",
            "ConditionExpression": "#last = :before",
            "ExpressionAttributeNames": {"#last": "last"},
            "ExpressionAttributeValues": {
                ":number": number.number,
                ":before": number.number - 1,
            },
        }
    }


def _entry(record: LetterRecord, number: RegisterNumber, arrival: Arrival) -> RegisterEntry:
    sender = record.sender
    return RegisterEntry(
        number=number,
        submission_id=record.submission_id,
        reference=record.reference,
        arrival_id=arrival.id,
        received_at=arrival.received_at,
        sender=(sender.name or sender.address) if sender else "",
        subject=record.subject,
    )


def _line(entry: RegisterEntry) -> Item:
    number = entry.number
    return {
        **key("REGISTER", number.office, number.year, sk=f"{number.number:08}"),
        **fact(entry),
    }


def _item(item: WorkItem) -> Item:
    item_key = key("LETTER", item.submission_id, sk=f"WORK#{item.office}")
    queued = {
        "gsi1pk": f"QUEUE#{item.office}",
        "gsi1sk": "#".join(
            (
                str(item.urgency.rank),
                item.due_on.isoformat(),
                item.opened_at.isoformat(),
                item.submission_id,
            )
        ),
    }
    return {
        **item_key,
        **({} if item.state is State.FINISHED else queued),
        **fact(item),
        "version": item.version,
    }


def _next(item: WorkItem) -> dict[str, Any]:
    return {
        "Put": {
            "Item": _item(item),
            "ConditionExpression": "version = :before",
            "ExpressionAttributeValues": {":before": item.version - 1},
        }
    }


def _work(item: Item) -> WorkItem:
    return WorkItem.model_validate_json(item["fact"])
