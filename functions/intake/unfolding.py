"""What is inside a file becomes documents of its own, right behind it.

Mails (also Outlook's), archives, PDFs with embedded files, signed files. What cannot be
opened stays what it is, and the reader says why; what is left inside is counted and noted.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from functions.intake.inside import HOLDERS, Inside, inside
from functions.intake.notes import LEFT_INSIDE, TOO_DEEP
from functions.intake.opened import Piece
from functions.intake.reading.room import MOST_DEPTH, Room
from functions.intake.reading.sniffing import kind_of
from shared.errors import NotConfigured
from shared.model.submission import Role

Opener = Callable[[Piece, Room], Inside]
"""Takes the pieces out of one file; may raise anything for broken ones."""


def unfolded(
    pieces: Sequence[Piece], room: Room | None = None, inside: Opener = inside
) -> tuple[Piece, ...]:
    """The pieces in order, each with what was inside it behind it. Never fails.

    ``room`` bounds what comes out of all of them together; ``inside`` opens one.
    """
    room = room or Room()
    return tuple(found for piece in pieces for found in _with_inside(piece, room, inside, 0))


def _with_inside(piece: Piece, room: Room, inside: Opener, depth: int) -> Iterator[Piece]:
    if piece.role is Role.BODY or piece.incidental:
        yield piece
        return
    kind = piece.kind or kind_of(piece.content)
    if kind not in HOLDERS:
        yield piece
        return
    if depth >= MOST_DEPTH:
        yield _short(piece, 1, TOO_DEEP)
        return
    found = _opened(replace(piece, kind=kind), room, inside)
    yield _short(piece, found.left_out, LEFT_INSIDE) if found.left_out else piece
    for each in found.pieces:
        yield from _with_inside(each, room, inside, depth + 1)


def _opened(piece: Piece, room: Room, inside: Opener) -> Inside:
    try:
        return inside(piece, room)
    except NotConfigured:
        raise
    except Exception:  # noqa: BLE001 - foreign bytes: what opens them may raise anything
        return Inside(left_out=1)


def _short(piece: Piece, left_out: int, note: str) -> Piece:
    notes = (piece.note, note)
    return replace(piece, left_out=left_out, note="\n".join(each for each in notes if each))
