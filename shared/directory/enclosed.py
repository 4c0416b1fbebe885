"""A checklist held against the pieces that were recognised in a letter. Pure; a hint, no more."""

from collections.abc import Iterable

from shared.directory.checklists import Wanted
from shared.model.piece import Piece, PieceKind


def enclosed(wanted: Wanted, pieces: Iterable[Piece]) -> bool:
    """Whether any of the pieces is what is wanted, as far as pages could be recognised."""
    return any(piece.kind in wanted.pieces and _counts(wanted, piece) for piece in pieces)


def _counts(wanted: Wanted, piece: Piece) -> bool:
    """A form with another code is another form; one whose code was not read may be it."""
    if piece.kind is not PieceKind.REQUEST_FORM or not wanted.forms or piece.form is None:
        return True
    number = piece.form.partition("/")[0]
    return any(number.endswith(form) for form in wanted.forms)
