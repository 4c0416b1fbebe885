"""Rar files: listed; only members that were stored and not packed can be taken out.

The method is proprietary and no free library unpacks it.
"""

from io import BytesIO
from typing import Any

from functions.intake.reading.refusals import Refusal, Unreadable
from functions.intake.reading.room import Member, Room, Unpacked

_STORED = 0x30


def unpacked_rar(content: bytes, room: Room) -> Unpacked:
    """The names, and the stored members. Raises Unreadable: corrupt, password."""
    import rarfile  # noqa: PLC0415 - a twentieth of a second that hardly a letter needs

    try:
        with rarfile.RarFile(BytesIO(content)) as archive:
            files = [each for each in archive.infolist() if each.is_file()]
            if archive.needs_password():
                raise Unreadable(Refusal.PASSWORD)
            members = [
                Member(each.filename, archive.read(each))
                for each in files
                if _stored(each) and room.take(each.file_size)
            ]
    except rarfile.Error:
        raise Unreadable(Refusal.CORRUPT) from None
    names = tuple(each.filename for each in files)
    left = len(files) - len(members)
    return Unpacked(tuple(members), names, left, Refusal.ARCHIVE if left else None)


def _stored(each: Any) -> bool:
    """Others would be given to a program called unrar, if there is one."""
    return bool(each.compress_type == _STORED and each.file_size <= each.compress_size)
