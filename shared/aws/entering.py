"""How letters and work items take their numbers: all in one transaction, or not at all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from shared.aws.items import FAILED, get, key
from shared.aws.letters import DynamoLetters, new_letter
from shared.aws.work_items import Write, opening
from shared.aws.writing import transact
from shared.errors import TryLater
from shared.model.arrival import Arrival
from shared.model.dossier import Entered
from shared.model.fact import OfficeCode
from shared.model.handing import entry_of, registered, work_item
from shared.model.letter import LetterRecord
from shared.model.register import RegisterNumber, register_year
from shared.model.work import WorkItem

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table

TRIES = 8
"""How often a crowded transaction is tried before its caller must come again."""
_CROWDED = "dynamodb: too many letters want the next number"


@dataclass(frozen=True)
class NewWork:
    """What is to be opened at an office, whatever number it gets there."""

    record: LetterRecord
    arrival: Arrival
    opened_at: datetime
    due_on: date

    def numbered(self, table: "Table", office: OfficeCode) -> tuple[WorkItem, Iterator[Write]]:
        """The work item with the office's next number, and the writes that open it."""
        number = next_number(table, office, register_year(self.arrival.received_at))
        item = work_item(self.record, number, self.arrival.id, self.opened_at, self.due_on)
        entry = entry_of(self.record, number, self.arrival.id, self.arrival.received_at)
        return item, opening(item, entry, registered(item, self.opened_at))


def open_work(table: "Table", office: OfficeCode, new: NewWork) -> WorkItem | None:
    """Open a work item with the office's next number; None when it is there already."""
    for _ in range(TRIES):
        item, writes = new.numbered(table, office)
        reasons = transact(table, *writes)
        if not reasons:
            return item
        if reasons[0] == FAILED:
            return None
    raise TryLater(_CROWDED)


def enter(table: "Table", addressed: Sequence[OfficeCode], new: NewWork) -> Entered:
    """Open a new letter, its reference and its first work item, with the number, at once.

    When the letter is there already, its record, without work. Raises ReferenceTaken.
    """
    record = new.record
    for _ in range(TRIES):
        item, writes = new.numbered(table, record.routing.offices[0])
        reasons = transact(table, *new_letter(record, addressed), *writes)
        if not reasons:
            return Entered(record=record, item=item)
        if FAILED in reasons[:2]:
            return Entered(record=DynamoLetters(table).instead(record, reasons))
    raise TryLater(_CROWDED)


def next_number(table: "Table", office: OfficeCode, year: int) -> RegisterNumber:
    """The number after the last one; only the transaction that takes it says if it is free."""
    counter = get(table, key("NUMBERS", office, year))
    last = int(counter["last"]) if counter else 0
    return RegisterNumber(office=office, year=year, number=last + 1)
