"""Which archive it is, and what is inside."""

from functions.intake.reading.archives.rars import unpacked_rar
from functions.intake.reading.archives.sevenzip import unpacked_7z
from functions.intake.reading.archives.streams import STREAMS, original_name, unpacked_stream
from functions.intake.reading.archives.tars import is_tar, unpacked_tar
from functions.intake.reading.archives.zips import unpacked_zip
from functions.intake.reading.kinds import Kind
from functions.intake.reading.refusals import Refusal, Unreadable
from functions.intake.reading.room import Member, Room, Unpacked, holds_itself

ARCHIVES = frozenset({Kind.ZIP, Kind.SEVEN_ZIP, Kind.RAR, Kind.ARCHIVE})
_OPENERS = {Kind.ZIP: unpacked_zip, Kind.SEVEN_ZIP: unpacked_7z, Kind.RAR: unpacked_rar}


def unpacked_archive(content: bytes, kind: Kind, name: str, room: Room) -> Unpacked:
    """The files inside an archive. Raises Unreadable, and what broken files make parsers raise.

    ``name`` is for single compressed files, whose content has no name of its own.
    """
    found = _OPENERS[kind](content, room) if kind in _OPENERS else _other(content, name, room)
    if holds_itself(content, found.members):
        raise Unreadable(Refusal.BOMB)
    return found


def _other(content: bytes, name: str, room: Room) -> Unpacked:
    if is_tar(content):
        return unpacked_tar(content, room)
    if not content.startswith(tuple(STREAMS)):
        raise Unreadable(Refusal.ARCHIVE)
    inside = unpacked_stream(content, room.size)
    if is_tar(inside):
        return unpacked_tar(inside, room)
    member = Member(original_name(name), inside)
    if not room.take(len(inside)):
        return Unpacked(names=(member.name,), left_out=1)
    return Unpacked((member,), (member.name,))
