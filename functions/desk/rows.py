"""Lines of a queue: work items with what the register keeps of their letters."""

from collections.abc import Sequence
from typing import NamedTuple

from functions.desk.acting import Desk
from shared.model.letter import LetterRecord
from shared.model.work import WorkItem


class Row(NamedTuple):
    """One line."""

    item: WorkItem
    record: LetterRecord

    @property
    def sender(self) -> str:
        """Who wrote, as the letter says."""
        sender = self.record.sender
        return (sender.name or sender.address) if sender else ""


def rows(items: Sequence[WorkItem], desk: Desk) -> tuple[Row, ...]:
    """The lines of these items, in their order, with one batch of reads."""
    records = desk.register.letters.several([item.submission_id for item in items])
    known = {record.submission_id: record for record in records}
    return tuple(
        Row(item, known[item.submission_id]) for item in items if item.submission_id in known
    )
