"""The receiving register (ทะเบียนหนังสือรับ) of an office, line by line.

The columns are those that the Prime Minister's Office regulation on correspondence B.E. 2526 has
filled in when a letter is received (its register of received letters); the day of receipt, which
stands at the head of a page there, is a column here.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from functions.desk.acting import Desk
from functions.desk.words import STATES
from shared.model.fact import OfficeCode
from shared.model.letter import LetterRecord
from shared.model.register import RegisterEntry
from shared.model.work import WorkItem
from shared.thai.writing import Writing

COLUMNS = (
    ("เลขทะเบียนรับ", "Register no."),
    ("วันที่รับ", "Received"),
    ("ที่", "Their no."),
    ("ลงวันที่", "Dated"),
    ("จาก", "From"),
    ("ถึง", "To"),
    ("เรื่อง", "Subject"),
    ("การปฏิบัติ", "Action"),
    ("หมายเหตุ", "Remarks"),
)
MOST_LINES, MOST_PRINTED = 100, 1000
"""Of a page on the screen, and of one that is laid out for paper or PDF."""


class Line(NamedTuple):
    """A line of the register, with the letter's page it leads to."""

    entry: RegisterEntry
    cells: tuple[str, ...]


def lines(
    desk: Desk, office: OfficeCode, year: int, last: int, w: Writing, *, most: int = MOST_LINES
) -> tuple[Line, ...]:
    """At most ``most`` lines after number ``last``, in three calls for each hundred."""
    entries = desk.register.work.lines(office, year, last, most)
    names = [entry.submission_id for entry in entries]
    items = {item.submission_id: item for item in desk.register.work.several(office, names)}
    records = {record.submission_id: record for record in desk.register.letters.several(names)}
    return tuple(
        _line(entry, items.get(entry.submission_id), records.get(entry.submission_id), desk, w)
        for entry in entries
    )


def whole(desk: Desk, office: OfficeCode, year: int, w: Writing) -> Iterator[Line]:
    """The whole year, page after page."""
    last = 0
    while found := lines(desk, office, year, last, w):
        yield from found
        last = found[-1].entry.number.number


def _line(
    entry: RegisterEntry, item: WorkItem | None, record: LetterRecord | None, desk: Desk, w: Writing
) -> Line:
    official = record.official if record else None
    number = official.number.text if official and official.number else "-"
    dated = w.short_day(official.date.day) if official and official.date else "-"
    cells = (
        str(entry.number.number),
        w.moment(entry.received_at),
        number,
        dated,
        entry.sender or "-",
        w.name(desk.directory().by_code(entry.number.office)),
        entry.subject or "-",
        w.name(STATES[item.state]) if item else "-",
        _remark(desk, item, entry, w),
    )
    return Line(entry, cells)


def _remark(desk: Desk, item: WorkItem | None, entry: RegisterEntry, w: Writing) -> str:
    """Where it went or came from, and the reference that its sender has."""
    known = desk.directory()
    said: Sequence[str] = [entry.reference]
    if item and item.passed_to:
        said = [*said, f"{w.t('ส่งต่อ', 'to')} {w.name(known.by_code(item.passed_to))}"]
    if item and item.passed_from:
        said = [*said, f"{w.t('รับจาก', 'from')} {w.name(known.by_code(item.passed_from))}"]
    return ", ".join(said)
