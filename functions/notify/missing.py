"""What of a process's checklist was not found in a letter. A hint, never a refusal."""

from collections.abc import Sequence

from functions.notify.facts import Checked, WantedLine
from shared.deadlines.answering import DAYS, SAID_FOR
from shared.directory.checklists import Wanted
from shared.directory.enclosed import enclosed
from shared.model.letter import Part


def checked(checklist: Sequence[Wanted], parts: Sequence[Part]) -> Checked | None:
    """The checklist held against the letter's pieces; None where there is no checklist."""
    if not checklist:
        return None
    pieces = [piece for part in parts for piece in part.pieces]
    return Checked(
        missing=tuple(_line(wanted) for wanted in checklist if not enclosed(wanted, pieces)),
        unread=any(part.refusal or part.unread for part in parts),
        days_to_answer=DAYS if checklist[0].process in SAID_FOR else None,
    )


def _line(wanted: Wanted) -> WantedLine:
    return WantedLine(
        name_th=wanted.name_th,
        name_en=wanted.name_en,
        when_th=wanted.when_th,
        when_en=wanted.when_en,
    )
