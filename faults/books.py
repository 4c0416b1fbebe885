"""Everything a run left behind, read from moto itself: not by the code that is being tried."""

import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email import message_from_string
from typing import Any, TypeVar

from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.dynamodb.models import dynamodb_backends

from faults.world import World
from local.session import REGION
from shared.model.arrival import Arrival
from shared.model.event import Event
from shared.model.fact import Fact
from shared.model.letter import ArrivalRecord, LetterRecord, Outcome, Reply
from shared.model.receipt import Receipt
from shared.model.register import RegisterEntry
from shared.model.task import Task
from shared.model.work import WorkItem

Row = dict[str, Any]
F = TypeVar("F", bound=Fact)
_COUNTERS = frozenset({"pk", "sk"})


@dataclass
class Books:
    """The register's facts, and what SES sent by Message-ID."""

    lines: list[ArrivalRecord] = field(default_factory=list)
    letters: list[LetterRecord] = field(default_factory=list)
    items: list[WorkItem] = field(default_factory=list)
    entries: list[RegisterEntry] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    replies: list[tuple[str, Reply]] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    trays: set[tuple[str, str, str]] = field(default_factory=set)
    """Partition, place, letter."""
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    found_at: set[tuple[str, str]] = field(default_factory=set)
    """Office and letter that the search knows."""
    mails: Counter[str] = field(default_factory=Counter)

    @property
    def ends(self) -> Counter[Outcome]:
        """Arrivals by how they ended."""
        return Counter(line.outcome for line in self.lines)


def open_books(world: World) -> Books:
    """Read everything."""
    books = Books()
    for row in rows(world.environment["REGISTER_TABLE"]):
        _enter(row, books)
    for row in rows(world.environment["SEARCH_TABLE"]):
        _, office, _ = row["pk"].split("#", 2)
        books.found_at.add((office, row["sk"].rpartition("#")[2]))
    books.mails.update(
        str(message_from_string(sent.raw_data)["Message-ID"]) for sent in world.ses.sent_messages
    )
    return books


def rows(table: str) -> Iterator[Row]:
    """A table's items as moto holds them."""
    held = dynamodb_backends[DEFAULT_ACCOUNT_ID][REGION].tables[table]
    for item in held.all_items():
        yield {name: value.cast_value for name, value in item.attrs.items()}


def _enter(row: Row, books: Books) -> None:
    pk, sk = str(row["pk"]), str(row["sk"])
    kind, _, name = pk.partition("#")
    match kind, sk.partition("#")[0]:
        case "ARRIVAL", _:
            books.lines.append(_line(row))
        case "REGISTER", _:
            books.entries.append(_fact(RegisterEntry, row))
        case "NUMBERS", _:
            books.numbers[name] = int(row["last"])
        case "TRAY", _:
            books.trays.add((name, sk, str(row["submission_id"])))
        case "COUNTS", _:
            counts = {key: int(value) for key, value in row.items() if key not in _COUNTERS}
            books.counts[name] = counts
        case "RECEIPT", "RECEIPT":
            books.receipts.append(_fact(Receipt, row))
        case "TASK", _:
            books.tasks.append(_fact(Task, row))
        case "LETTER", part:
            _enter_letter(part, name, row, books)


def _enter_letter(part: str, letter: str, row: Row, books: Books) -> None:
    match part:
        case "LETTER":
            books.letters.append(_fact(LetterRecord, row))
        case "WORK":
            books.items.append(_fact(WorkItem, row))
        case "EVENT":
            books.events.append(_fact(Event, row))
        case "REPLY":
            books.replies.append((letter, _fact(Reply, row)))
        case "NOTICE":
            books.receipts.append(_fact(Receipt, row))


def _fact(kind: type[F], row: Mapping[str, Any]) -> F:
    held = row["fact"]
    if isinstance(held, bytes):  # a large one is deflated
        held = zlib.decompress(held)
    return kind.model_validate_json(held)


def _line(row: Row) -> ArrivalRecord:
    return ArrivalRecord(
        arrival=_fact(Arrival, row),
        outcome=Outcome(row["outcome"]),
        reason=row.get("reason"),
        submission_id=row.get("submission_id"),
    )
