"""Opening a file that holds others, in the process that can be killed."""

from collections.abc import Callable
from functools import partial

from functions.intake.inside import Inside, inside
from functions.intake.opened import Piece
from functions.intake.reading.apart import ReaderApart, is_harmless
from functions.intake.reading.apart_messages import Asked, Contents, Found, Space
from functions.intake.reading.apart_watch import Answer, Stopped
from functions.intake.reading.budget import Budget
from functions.intake.reading.kinds import Kind
from functions.intake.reading.pdf_files import may_hold_files
from functions.intake.reading.room import Room
from shared.model.submission import Role

Opener = Callable[[Piece, Room, Budget], Inside]
"""Takes the pieces out of one file; may raise anything for broken ones."""

_STAYS_SHUT = Inside(left_out=1)


def inside_here(piece: Piece, room: Room, budget: Budget) -> Inside:
    """``inside``, in this process."""
    del budget
    return inside(piece, room)


def inside_apart(reader: ReaderApart) -> Opener:
    """``inside``, in the reader's process; a file that must be stopped stays shut."""
    return partial(_inside, reader)


def _inside(reader: ReaderApart, piece: Piece, room: Room, budget: Budget) -> Inside:
    kind = piece.kind or Kind.UNKNOWN
    shut = kind is Kind.PDF and not may_hold_files(piece.content)
    if shut or is_harmless(piece.content, kind):
        return inside(piece, room)
    asked = Asked(
        kind=kind,
        name=piece.name.encode("utf-8", "replace").decode(),
        space=Space(members=room.members, size=room.size),
    )
    try:
        return _taken(reader.ask(asked, piece.content, budget), room)
    except Stopped:
        return _STAYS_SHUT


def _taken(answer: Answer, room: Room) -> Inside:
    contents = answer.contents
    if contents is None:
        return _STAYS_SHUT
    pieces = [
        Piece(Role.ATTACHMENT, content=file, **found.model_dump())
        for found, file in zip(contents.found, answer.files, strict=True)
        if room.take(len(file))
    ]
    return Inside(tuple(pieces), contents.left_out + len(contents.found) - len(pieces))


def opened(content: bytes, asked: Asked) -> tuple[Contents, tuple[bytes, ...]]:
    """There: do what ``inside`` does. What cannot be opened has one thing left inside."""
    space = asked.space or Space(members=0, size=0)
    piece = Piece(Role.ATTACHMENT, asked.name, content, asked.kind)
    try:
        found = inside(piece, Room(space.members, space.size))
    except Exception:  # noqa: BLE001 - foreign bytes: what opens them may raise anything
        found = _STAYS_SHUT
    return (
        Contents(found=tuple(map(_found, found.pieces)), left_out=found.left_out),
        tuple(piece.content for piece in found.pieces),
    )


def _found(piece: Piece) -> Found:
    return Found(
        name=piece.name,
        kind=piece.kind,
        charset=piece.charset,
        note=piece.note,
        incidental=piece.incidental,
    )
