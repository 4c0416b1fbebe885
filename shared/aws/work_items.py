"""How a work item, its register line and its history are written together."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from shared.aws.events import event_item
from shared.aws.items import Item, fact, key, read
from shared.aws.statistics import counting
from shared.aws.trays import kept_lists
from shared.aws.writing import new
from shared.model.dossier import Dossier
from shared.model.event import Did, Event
from shared.model.handing import answered
from shared.model.letter import LetterRecord, Reply
from shared.model.register import RegisterEntry, RegisterNumber
from shared.model.work import WorkItem
from shared.tallying import changed, opened

Write = dict[str, Any]


def work(item: Item) -> WorkItem:
    """The work item that an item of the table carries."""
    return read(WorkItem, item)


def dossier(items: Iterable[Item]) -> Dossier | None:
    """What the items of one letter's partition say of it; None without its record."""
    kinds: dict[str, list[Item]] = {"LETTER": [], "WORK": [], "REPLY": []}
    for item in items:
        kinds.setdefault(item["sk"].partition("#")[0], []).append(item)
    if not kinds["LETTER"]:
        return None
    replies = [read(Reply, item) for item in kinds["REPLY"]]
    return Dossier(
        record=read(LetterRecord, kinds["LETTER"][0]),
        items=tuple(map(work, kinds["WORK"])),
        replies=tuple(sorted(replies, key=lambda reply: reply.received_at)),
    )


def opening(item: WorkItem, entry: RegisterEntry, event: Event) -> Iterator[Write]:
    """A new work item first, then its number, its register line, its lists and its event."""
    number = item.number
    yield new(_item(item))
    yield _take(number)
    line = key("REGISTER", number.office, number.year, sk=f"{number.number:08}")
    yield new({**line, **fact(entry)})
    yield from kept_lists(None, item)
    yield counting(opened(item))
    yield new(event_item(event))


def changing(
    before: WorkItem, after: WorkItem, event: Event, *, noted: bool = False
) -> Iterator[Write]:
    """The next version first, if it is the next; then its lists and its event.

    ``noted``: the event is of those that are noted once a day, and was.
    """
    yield {
        "Put": {
            "Item": _item(after),
            "ConditionExpression": "version = :before",
            "ExpressionAttributeValues": {":before": before.version},
        }
    }
    yield from kept_lists(before, after)
    if tally := changed(before, after, event):
        yield counting(tally)
    if not noted:
        yield new(event_item(event))
    if event.did is Did.CORRECTED:
        where = key("CORRECTIONS", sk=f"{event.at.isoformat()}#{event.submission_id}")
        yield new({**where, **fact(event)})


def joining(item: WorkItem, reply: Reply, due_on: date | None) -> Iterator[Write]:
    """A reply wakes an item."""
    woken, event = answered(item, reply, due_on)
    yield from changing(item, woken, event)


def _take(number: RegisterNumber) -> Write:
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


def _item(item: WorkItem) -> Item:
    where = key("LETTER", item.submission_id, sk=f"WORK#{item.office}")
    return {**where, **fact(item), "version": item.version}
