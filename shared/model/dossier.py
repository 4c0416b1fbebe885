"""Dossier: what the register has of one letter, read at once."""

from shared.model.fact import Fact
from shared.model.letter import LetterRecord, Reply
from shared.model.work import WorkItem


class Entered(Fact):
    """The record of a letter that stands, and the work that was opened with it, if it is new."""

    record: LetterRecord
    item: WorkItem | None = None


class Dossier(Fact):
    """A letter, its work items by office code, and the replies that joined it, oldest first."""

    record: LetterRecord
    items: tuple[WorkItem, ...]
    replies: tuple[Reply, ...]
