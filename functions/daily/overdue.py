"""How much of each office's work is overdue, and of which process: a number for the overview.

The counts that are kept with every change know an office's overdue work, but not of which
process it is; so once a day it is looked through, where there is any.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from shared.model.fact import OfficeCode, ProcessId
from shared.model.figures import NO_PROCESS, Overdue
from shared.model.queue import QueueQuery
from shared.model.work import WorkItem
from shared.ports.register import Register
from shared.thai.calendar import BANGKOK

AT_ONCE = 200
"""Letters of a page."""


def note_overdue(now: datetime, offices: Sequence[OfficeCode], register: Register) -> int:
    """Keep how much is overdue at each office; returns how much in all. Raises TryLater."""
    today, total = now.astimezone(BANGKOK).date(), 0
    counts = register.work.counts_of(offices)
    before = {one.office: one.by_process for one in register.looks.overdue(offices)}
    for office, kept in zip(offices, counts, strict=True):
        items = _overdue(office, today, register) if kept.overdue(today) else ()
        late = Counter[ProcessId](item.process or NO_PROCESS for item in items)
        if late or before.get(office):
            register.looks.note_overdue(Overdue(office=office, at=now, by_process=late))
        total += late.total()
    return total


def _overdue(office: OfficeCode, today: date, register: Register) -> Iterator[WorkItem]:
    query: QueueQuery | None = QueueQuery(office=office, overdue_on=today, most=AT_ONCE)
    while query:
        page = register.work.page(query)
        yield from page.items
        query = query.model_copy(update={"after": page.after}) if page.after else None
