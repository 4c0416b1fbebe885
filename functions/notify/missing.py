"""What of a process's checklist was not found in a letter. A hint, never a refusal."""

from collections.abc import Iterable, Sequence

from functions.notify.facts import Checked, WantedLine
from shared.deadlines.answering import DAYS, SAID_FOR
from shared.directory.checklists import Wanted
from shared.model.letter import Part
from shared.model.piece import Piece, PieceKind


def checked(checklist: Sequence[Wanted], parts: Sequence[Part]) -> Checked | None:
    """The checklist held against the letter's pieces; None where there is no checklist."""
    if not checklist:
        return None
    pieces = [piece for part in parts for piece in part.pieces]
    return Checked(
        missing=tuple(_line(wanted) for wanted in checklist if not _found(wanted, pieces)),
        unread=any(part.refusal or part.unread for part in parts),
        days_to_answer=DAYS if checklist[0].process in SAID_FOR else None,
    )


def _found(wanted: Wanted, pieces: Iterable[Piece]) -> bool:
    return any(piece.kind in wanted.pieces and _counts(wanted, piece) for piece in pieces)


def _counts(wanted: Wanted, piece: Piece) -> bool:
    """A form with another code is another form; one whose code was not read may be it."""
    if piece.kind is not PieceKind.REQUEST_FORM or not wanted.forms or piece.form is None:
        return True
    number = piece.form.partition("/")[0]
    return any(number.endswith(form) for form in wanted.forms)


def _line(wanted: Wanted) -> WantedLine:
    return WantedLine(
        name_th=wanted.name_th,
        name_en=wanted.name_en,
        when_th=wanted.when_th,
        when_en=wanted.when_en,
    )
