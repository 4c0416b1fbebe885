"""One file opened: the pieces inside it, one level down."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from functions.intake.mail.kept import MAILS, kept_mail
from functions.intake.mail.parsed import MailPart
from functions.intake.mail.smime import is_mime_entity, sealed_content
from functions.intake.notes import attached_inside, inside_file
from functions.intake.opened import Piece
from functions.intake.reading.archives import ARCHIVES, unpacked_archive
from functions.intake.reading.kinds import Kind
from functions.intake.reading.names import shown_name
from functions.intake.reading.pdf_files import embedded_files, may_hold_files
from functions.intake.reading.room import Member, Room, Unpacked
from functions.intake.reading.sniffing import kind_of
from shared.model.submission import Role

HOLDERS = frozenset({*MAILS, *ARCHIVES, Kind.PDF, Kind.PKCS7})
"""Kinds that may have documents inside."""
_SEAL = re.compile(r"\.(?:p7[mscz]|pem)$", re.IGNORECASE)


@dataclass(frozen=True)
class Inside:
    """The pieces found, and how many were not taken out."""

    pieces: tuple[Piece, ...] = ()
    left_out: int = 0


def inside(piece: Piece, room: Room) -> Inside:
    """What is inside a file whose ``kind`` is known and one of HOLDERS.

    Raises Unreadable, LetterTooLarge, and whatever broken files make parsers raise.
    """
    if piece.kind in MAILS:
        return _of_mail(piece, piece.kind, room)
    if piece.kind is Kind.PDF:
        locked = not may_hold_files(piece.content)
        return _of_file(piece, Unpacked() if locked else embedded_files(piece.content, room))
    if piece.kind is Kind.PKCS7:
        return _of_file(piece, _sealed(piece, room))
    return _of_file(
        piece, unpacked_archive(piece.content, piece.kind or Kind.ZIP, piece.name, room)
    )


def _of_mail(piece: Piece, kind: Kind, room: Room) -> Inside:
    parts = [each for each in kept_mail(piece.content, kind).parts if each.role is Role.ATTACHMENT]
    taken = [part for part in parts if room.take(len(part.content))]
    where = attached_inside(piece.name)
    return Inside(tuple(_part(part, where) for part in taken), len(parts) - len(taken))


def _part(part: MailPart, where: str) -> Piece:
    note = f"{where} · {part.note}" if part.note else where
    return Piece(
        role=part.role,
        name=part.name,
        content=part.content,
        kind=part.kind,
        charset=part.charset,
        note=note,
        incidental=part.incidental,
    )


def _of_file(piece: Piece, found: Unpacked) -> Inside:
    return Inside(tuple(_pieces(piece, found.members)), found.left_out)


def _pieces(piece: Piece, members: Iterable[Member]) -> Iterable[Piece]:
    for number, member in enumerate(members, start=1):
        yield Piece(
            role=Role.ATTACHMENT,
            name=shown_name(member.name, f"file-{number}"),
            content=member.content,
            kind=_kind(member),
            note=inside_file(piece.name),
        )


def _kind(member: Member) -> Kind | None:
    """What a signature was put around begins like a mail, but has few of its header fields."""
    text = kind_of(member.content) in (Kind.TEXT, Kind.HTML)
    return Kind.EML if text and is_mime_entity(member.content) else None


def _sealed(piece: Piece, room: Room) -> Unpacked:
    content = sealed_content(piece.content)
    if content is None:
        return Unpacked()
    name = _SEAL.sub("", piece.name) or piece.name
    return Unpacked((Member(name, content),)) if room.take(len(content)) else Unpacked(left_out=1)
