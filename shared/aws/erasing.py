"""Tombstones in DynamoDB: the facts of one letter rewritten without its sender and words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.aws.items import Item, below, fact, get, key, read
from shared.aws.writing import put
from shared.errors import TryLater
from shared.model.arrival import Arrival
from shared.model.erased import (
    erased_arrival,
    erased_entry,
    erased_event,
    erased_receipt,
    erased_record,
    erased_reply,
    erased_suppression,
    erased_task,
)
from shared.model.event import Did, Event
from shared.model.fact import ArrivalId, Fact, OfficeCode, SubmissionId
from shared.model.letter import LetterRecord, Reply
from shared.model.receipt import Receipt
from shared.model.register import RegisterEntry, RegisterNumber
from shared.model.suppression import Suppression
from shared.model.task import Task, TaskKind

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table

Rewrite = Callable[[Item], Fact]
"""From an item that carries a fact to the fact's tombstone."""


@dataclass(frozen=True)
class DynamoTombstones:
    """Each method leaves what has no personal data as it is; twice changes nothing."""

    table: "Table"

    def letter(self, submission_id: SubmissionId) -> None:
        """The record, its replies, its later messages, and the words in its history."""
        for item in list(below(self.table, f"LETTER#{submission_id}")):
            kind = item["sk"].partition("#")[0]
            if rewrite := _OF_A_LETTER.get(kind):
                self._rewrite(item, rewrite)
            if kind == "EVENT":
                self._correction(read(Event, item))

    def arrival(self, arrival_id: ArrivalId, offices: Iterable[OfficeCode]) -> None:
        """Its line, its receipt, and the tasks that it made for these offices."""
        item = get(self.table, key("ARRIVAL", arrival_id))
        if item:
            bare = {name: item[name] for name in item if name not in {"refused", "detail"}}
            self._rewrite(bare, _arrival)
        self._at(key("RECEIPT", arrival_id), _receipt)
        for office in offices:
            for kind in TaskKind:
                self._at(key("TASK", office, sk=f"{kind}#{arrival_id}"), _task)

    def line(self, number: RegisterNumber) -> None:
        """A line of the register book; the number stays."""
        self._at(key("REGISTER", number.office, number.year, sk=f"{number.number:08}"), _entry)

    def address(self, address_hash: str) -> None:
        """An address that nothing is sent to: it stays so."""
        self._at(key("SUPPRESSED", address_hash), _suppression)

    def _correction(self, event: Event) -> None:
        if event.did is Did.CORRECTED:
            self._at(key("CORRECTIONS", sk=f"{event.at.isoformat()}#{event.submission_id}"), _event)

    def _at(self, where: dict[str, str], rewrite: Rewrite) -> None:
        item = get(self.table, where)
        if item:
            self._rewrite(item, rewrite)

    def _rewrite(self, item: Item, rewrite: Rewrite) -> None:
        after = {**item, **fact(rewrite(item))}
        if not put(self.table, after, "fact = :before", **{":before": item["fact"]}):
            raise TryLater("dynamodb: somebody worked on the letter")


def _arrival(item: Item) -> Fact:
    return erased_arrival(read(Arrival, item))


def _receipt(item: Item) -> Fact:
    return erased_receipt(read(Receipt, item))


def _event(item: Item) -> Fact:
    event = read(Event, item)
    return event if event.did in _ORDERS else erased_event(event)


def _entry(item: Item) -> Fact:
    return erased_entry(read(RegisterEntry, item))


def _suppression(item: Item) -> Fact:
    return erased_suppression(read(Suppression, item))


def _task(item: Item) -> Fact:
    return erased_task(read(Task, item))


_ORDERS = frozenset({Did.ERASED, Did.HELD, Did.HOLD_ENDED})
"""Their words are the order by which it was done."""
_OF_A_LETTER: dict[str, Rewrite] = {
    "LETTER": lambda item: erased_record(read(LetterRecord, item)),
    "REPLY": lambda item: erased_reply(read(Reply, item)),
    "NOTICE": _receipt,
    "EVENT": _event,
}
