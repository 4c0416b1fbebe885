"""What a letter seems to lack, by its process's checklist. Pure; a hint, never a finding."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from functions.desk.papers import Paper
from shared.directory.checklists import Checklists, Wanted
from shared.directory.enclosed import enclosed
from shared.model.event import Did, Event
from shared.model.letter import LetterRecord
from shared.model.work import WorkItem


class Line(NamedTuple):
    """One thing of the checklist, and whether a page of the letter was taken for it."""

    wanted: Wanted
    found: bool


class Checked(NamedTuple):
    """The checklist of a letter's process; ``unread``: it may be on pages that were not read."""

    lines: tuple[Line, ...]
    unread: bool

    @property
    def missing(self) -> tuple[Wanted, ...]:
        """What no page was taken for."""
        return tuple(line.wanted for line in self.lines if not line.found)


def checked(
    item: WorkItem,
    record: LetterRecord,
    history: Iterable[Event],
    papers: Sequence[Paper],
    checklists: Checklists,
) -> Checked | None:
    """The checklist against all that came; None where it has no source, or the process is open.

    ``papers`` are the letter's and those of what the sender wrote later.
    """
    wanted = checklists.get(item.process, ()) if item.process else ()
    if not wanted or record.secret or not is_sure(item, record, history):
        return None
    pieces = [piece for paper in papers for piece in paper.pieces]
    return Checked(
        lines=tuple(Line(one, enclosed(one, pieces)) for one in wanted),
        unread=any(paper.to_look_at for paper in papers),
    )


def is_sure(item: WorkItem, record: LetterRecord, history: Iterable[Event]) -> bool:
    """Whether the process stands: the machine was sure of it, or a person said so."""
    best = record.classification.best.process
    corrected = (event.detail for event in history if event.did is Did.CORRECTED)
    said = any(detail.endswith(f" {item.process}") for detail in corrected)
    return said or item.process != best or record.classification.sure
