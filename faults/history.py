"""The history of a letter at an office, followed step by step: does it tell the whole story?"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from faults.books import Books
from shared.model.event import Did, Event
from shared.model.work import MOVES, State, WorkItem

MOVED_BY: Mapping[Did, str] = {
    Did.TAKEN: "claim",
    Did.PUT_BACK: "release",
    Did.FINISHED: "finish",
    Did.RETURNED: "return",
    Did.PASSED: "pass",
    Did.RECEIVED: "receive",
    Did.CORRECTED: "correct",
    Did.MARKED_SPAM: "spam",
    Did.RESTORED: "restore",
    Did.REPLIED: "reply",
}
BEGINS = frozenset({Did.REGISTERED, Did.RECEIVED})


def gaps(books: Books) -> Iterator[str]:
    """Work items whose history does not lead to where they stand."""
    told: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in books.events:
        told[event.submission_id, event.office].append(event)
    for item in books.items:
        yield from _gaps(item, told[item.submission_id, item.office])


def _gaps(item: WorkItem, events: Sequence[Event]) -> Iterator[str]:
    moves = sorted((e for e in events if e.did in MOVED_BY), key=lambda event: event.version)
    first = [event for event in events if event.did in BEGINS and event.version == 1]
    if len(first) != 1:
        yield f"{item.submission_id} at {item.office} began {len(first)} times"
    opened = any(event.did is Did.SEEN for event in events)
    # Opening takes it off the unread: once, and again after each reply and each return here.
    unread = sum(event.did in {Did.REPLIED, *BEGINS} for event in events)
    most = unread if opened else 0
    versions = [event.version for event in moves if event.version > 1]
    if len(set(versions)) != len(versions):
        yield f"{item.submission_id} at {item.office} has two events of one version"
    missing = item.version - 1 - len(versions)
    if not 0 <= missing <= most:
        yield f"{missing} changes of {item.submission_id} at {item.office} are in no history"
    state: State | None = State.OPEN
    for event in moves:
        if event.version > 1 and state:
            state = MOVES.get((state, MOVED_BY[event.did]))
    if state is not item.state:
        yield f"{item.submission_id} at {item.office} is {item.state}, its history says {state}"
