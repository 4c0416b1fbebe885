"""What must hold when all is at rest, each a sentence for what does not. Ids only."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from faults.books import Books
from shared.model.letter import Outcome
from shared.model.queue import counted, order, trays
from shared.model.receipt import Receipt, Sending


class Expected(NamedTuple):
    """What a scenario's letters must have become."""

    ends: Mapping[Outcome, int]
    told: int
    """Different mails to senders and offices."""
    registers: Mapping[str, int]
    """Offices and how many numbers each has given."""


def violations(books: Books, expected: Expected, doubles: int) -> Iterator[str]:
    """Everything that does not hold. ``doubles`` are second copies that may have gone out."""
    yield from _ends(books, expected)
    yield from _registers(books, expected)
    yield from _orphans(books)
    yield from _lists(books)
    yield from _mails(books, expected, doubles)
    yield from _owed(books)


def _ends(books: Books, expected: Expected) -> Iterator[str]:
    if dict(books.ends) != dict(expected.ends):
        yield f"ended as {dict(books.ends)}, not as {dict(expected.ends)}"
    named = {line.arrival.id for line in books.lines}
    if len(named) != len(books.lines):
        yield "an arrival has two lines"


def _registers(books: Books, expected: Expected) -> Iterator[str]:
    """One number per letter and office, 1, 2, 3 ... without gaps or doubles."""
    found: dict[str, list[int]] = defaultdict(list)
    for entry in books.entries:
        found[f"{entry.number.office}#{entry.number.year}"].append(entry.number.number)
    for name, numbers in found.items():
        if sorted(numbers) != list(range(1, len(numbers) + 1)):
            yield f"the register {name} has the numbers {sorted(numbers)}"
    if {name: len(numbers) for name, numbers in found.items()} != books.numbers:
        yield f"the counters stand at {books.numbers}"
    many = Counter(entry.number.office for entry in books.entries)
    if dict(many) != dict(expected.registers):
        yield f"registers have {dict(many)}, not {dict(expected.registers)}"
    entered = Counter((entry.submission_id, entry.number.office) for entry in books.entries)
    twice = [name for name, times in entered.items() if times > 1]
    if twice:
        yield f"registered twice: {twice}"


def _orphans(books: Books) -> Iterator[str]:
    letters = {letter.submission_id for letter in books.letters}
    items = {(item.submission_id, item.office): item for item in books.items}
    for entry in books.entries:
        item = items.get((entry.submission_id, entry.number.office))
        if item is None or item.number != entry.number:
            yield f"number {entry.number} belongs to no work item"
    if len(items) != len(books.entries):
        yield "a work item has no line in the register"
    for name in letters - {item.submission_id for item in books.items}:
        yield f"letter {name} lies on no desk"
    for item in books.items:
        if item.submission_id not in letters:
            yield f"the work of {item.submission_id} has no letter"
        if (item.office, item.submission_id) not in books.found_at:
            yield f"{item.office} cannot find {item.submission_id} by its words"


def _lists(books: Books) -> Iterator[str]:
    """The lists and counts of every office are those that its items make."""
    lie: set[tuple[str, str, str]] = set()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for item in books.items:
        places = {(f"{item.office}#{name}", order(item)) for name in trays(item)}
        lie |= {(tray, place, item.submission_id) for tray, place in places}
        counts[item.office].update(counted(item))
    if lie != books.trays:
        yield f"the trays differ by {sorted(lie ^ books.trays)[:3]}"
    kept = {office: +Counter(found) for office, found in books.counts.items()}
    if {office: +found for office, found in counts.items() if +found} != {
        office: found for office, found in kept.items() if found
    }:
        yield "the counts are not those of the items"


def _mails(books: Books, expected: Expected, doubles: int) -> Iterator[str]:
    """A mail for each message that is noted as sent, and the other way round."""
    noted = {receipt.message_id: receipt for receipt in books.receipts if _went(receipt)}
    for name in set(noted) ^ set(books.mails):
        yield f"{name} is {'noted and was not sent' if name in noted else 'sent and not noted'}"
    if len(books.mails) != expected.told:
        yield f"{len(books.mails)} messages went out, not {expected.told}"
    more = sum(books.mails.values()) - len(books.mails)
    if more > doubles:
        yield f"{more} second copies went out, {doubles} were to be feared"
    started = [one.message_id for one in books.receipts if one.sending is Sending.STARTED]
    if started:
        yield f"begun and not ended: {started}"


def _owed(books: Books) -> Iterator[str]:
    """What a deed owes its sender has a line that says what became of it."""
    told = {(receipt.submission_id, receipt.event) for receipt in books.receipts}
    held = {one.arrival_id for one in books.receipts if one.sending is Sending.WITHHELD}
    for event in books.events:
        message = json.loads(event.owes or "{}")
        name = (event.submission_id, message.get("event"))
        if (name[1] and name not in told) or message.get("arrival_id") in held:
            yield f"nobody was told that {event.submission_id} was {event.did} by {event.office}"


def _went(receipt: Receipt) -> bool:
    return receipt.sending in {Sending.SENT, Sending.UNDELIVERED}
