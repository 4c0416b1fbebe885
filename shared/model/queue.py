"""An office's queue: in which trays a work item lies, in what order, and what one asks for.

A tray is a list that the table keeps: all unfinished work, that of one clerk, of one process
and so on. In which trays an item lies follows from the item alone, so whoever changes an item
knows which lists and counts change with it.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date

from shared.model.fact import Fact, OfficeCode, ProcessId
from shared.model.official import Urgency
from shared.model.work import DecidedBy, State, WorkItem

ALL, UNREAD = "all", "unread"
DUE = "due:"
LAST = "\U0010ffff"
"""Sorts after everything that an order can begin with."""


def order(item: WorkItem) -> str:
    """Its place in every tray: urgency, due date, time of opening, the letter's id."""
    opened = item.opened_at.astimezone(UTC).isoformat()
    return f"{item.urgency.rank}#{item.due_on.isoformat()}#{opened}#{item.submission_id}"


def trays(item: WorkItem | None) -> frozenset[str]:
    """The names of the trays it lies in: none when nothing is left to do."""
    if item is None or item.ended:
        return frozenset()
    names = {ALL, f"state:{item.state}", f"by:{item.decided_by}"}
    names |= {f"process:{item.process}"} if item.process else set()
    names |= {f"clerk:{item.clerk}"} if item.clerk else set()
    return frozenset(names | (set() if item.read else {UNREAD}))


def counted(item: WorkItem | None) -> Counter[str]:
    """What an item adds to its office's counts: its trays, and the day it is due."""
    names = trays(item)
    due = {f"{DUE}{item.due_on}"} if item and names else set()
    return Counter(names | due)


class Counts(Fact):
    """How many items lie in each tray of an office."""

    by_name: Mapping[str, int] = {}

    def of(self, name: str) -> int:
        """Items in a tray."""
        return self.by_name.get(name, 0)

    def overdue(self, today: date) -> int:
        """Items whose due date lies before ``today``."""
        days = {n.removeprefix(DUE): many for n, many in self.by_name.items() if n.startswith(DUE)}
        return sum(many for day, many in days.items() if day < today.isoformat())


class QueueQuery(Fact):
    """Which of an office's unfinished work to show; everything given must hold."""

    office: OfficeCode
    process: ProcessId | None = None
    state: State | None = None
    clerk: str | None = None
    unread: bool = False
    overdue_on: date | None = None
    """Only what was due before this day."""
    decided_by: DecidedBy | None = None
    after: str = ""
    """The order of the last item already shown."""
    most: int = 25

    @property
    def tray(self) -> str:
        """The one tray to read: the smallest that holds everything asked for, by experience."""
        narrow = (
            f"clerk:{self.clerk}" if self.clerk else "",
            UNREAD if self.unread else "",
            f"process:{self.process}" if self.process else "",
            f"state:{self.state}" if self.state else "",
            f"by:{self.decided_by}" if self.decided_by else "",
        )
        return next(filter(None, narrow), ALL)

    @property
    def ranges(self) -> tuple[tuple[str, str], ...]:
        """Stretches of the tray's order to read, in order, after what was shown already."""
        after = f"{self.after}!" if self.after else ""
        if self.overdue_on is None:
            return ((after or "0", LAST),)
        ranks = (urgency.rank for urgency in Urgency)
        spans = ((f"{rank}#", f"{rank}#{self.overdue_on.isoformat()}") for rank in ranks)
        return tuple((max(low, after), high) for low, high in spans if after < high)

    def holds(self, item: WorkItem) -> bool:
        """Whether an unfinished item is one of those asked for."""
        return (
            self.process in {None, item.process}
            and self.state in {None, item.state}
            and self.clerk in {None, item.clerk}
            and self.decided_by in {None, item.decided_by}
            and not (self.unread and item.read)
            and (self.overdue_on is None or item.due_on < self.overdue_on)
        )


class QueuePage(Fact):
    """Some of the work asked for; ``after`` leads on when there may be more."""

    items: tuple[WorkItem, ...]
    after: str | None
