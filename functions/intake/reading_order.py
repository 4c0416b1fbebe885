"""In which order the documents of a letter are read: what tells most for least comes first.

The budget may end before the letter does, and reading may stop when enough is known.
"""

from collections.abc import Callable, Sequence

from functions.intake.opened import Piece
from functions.intake.reading.apart import is_harmless
from functions.intake.reading.kinds import PICTURES, Kind
from shared.model.submission import Role

_PHOTOGRAPHS = PICTURES | {Kind.HEIC}


def reading_order(
    pieces: Sequence[Piece], kinds: Sequence[Kind], telling: Callable[[str], float]
) -> list[int]:
    """The places of the pieces, each once, first to last.

    Bodies, then whatever costs next to nothing, then files whose names tell most, files with
    a text layer (perhaps) before pictures, and else as the sender put them. ``telling`` says
    how much a name tells; it is asked only when there is something to choose.
    """
    costly = [at for at, piece in enumerate(pieces) if is_costly(piece, kinds[at])]
    names = {at: telling(pieces[at].name) if len(costly) > 1 else 0.0 for at in costly}
    return sorted(
        range(len(pieces)),
        key=lambda at: (
            pieces[at].role is not Role.BODY,
            at in names,
            -names.get(at, 0.0),
            kinds[at] in _PHOTOGRAPHS,
            at,
        ),
    )


def is_costly(piece: Piece, kind: Kind) -> bool:
    """Whether reading it may take seconds."""
    return not piece.incidental and not is_harmless(piece.content, kind)
