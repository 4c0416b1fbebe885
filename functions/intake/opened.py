"""A letter that was opened but not read yet, whichever way it came in."""

from dataclasses import dataclass, replace

from functions.intake.reading.kinds import Kind
from shared.errors import Refused
from shared.model.fact import OfficeCode, ProcessId, SubmissionId
from shared.model.submission import Machine, Role, Sender


@dataclass(frozen=True)
class Piece:
    """One body or attachment, as bytes.

    ``kind`` and ``charset`` are known for bodies only; ``note`` is what a clerk should know;
    an ``incidental`` piece (a signature's logo) is kept but not read. ``left_out`` counts the
    files inside it that were not taken out.
    """

    role: Role
    name: str
    content: bytes
    kind: Kind | None = None
    charset: str | None = None
    note: str | None = None
    incidental: bool = False
    left_out: int = 0


@dataclass(frozen=True)
class Opened:
    """What the letter says of itself, and its pieces in the sender's order.

    ``refused`` names why we will not take it, where that can only be told once it is open;
    the sender is then known and can be answered.
    """

    id: SubmissionId
    sender: Sender | None
    addressed: tuple[OfficeCode, ...]
    subject: str
    pieces: tuple[Piece, ...]
    reply_to: str | None = None
    message_id: str | None = None
    in_reply_to: tuple[str, ...] = ()
    machine: Machine | None = None
    chosen_process: ProcessId | None = None
    refused: Refused | None = None
    continues: str | None = None
    """Of an upload: the reference of the sender's own earlier letter, as the counter proved."""
    bounced: tuple[str, ...] = ()
    """Of a delivery report: the Message-IDs that it speaks of."""


def with_note(opened: Opened, note: str) -> Opened:
    """The same letter, with a word for the clerk at each of its files."""
    pieces = tuple(
        replace(piece, note="\n".join(filter(None, (piece.note, note))))
        if piece.role is Role.ATTACHMENT
        else piece
        for piece in opened.pieces
    )
    return replace(opened, pieces=pieces)
