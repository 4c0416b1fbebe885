"""Zip files."""

import zlib
from collections.abc import Sequence
from io import BytesIO
from lzma import LZMAError
from zipfile import BadZipFile, ZipFile, ZipInfo

from functions.intake.reading.archives.member_names import is_junk, zip_name
from functions.intake.reading.refusals import Refusal, Unreadable
from functions.intake.reading.room import Member, Room, Unpacked, too_much

_LOCKED = 0x1
"""Flag bit of an encrypted member."""
_MOST_LISTED = 20_000
_GRAVEST = (Refusal.PASSWORD, Refusal.ARCHIVE, Refusal.CORRUPT)
"""Of several reasons the one that is told."""


def unpacked_zip(content: bytes, room: Room) -> Unpacked:
    """The files inside. Raises Unreadable: corrupt, too_large, bomb."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            files = [each for each in archive.infolist() if _is_file(each)]
            size = sum(each.file_size for each in files)
            if size > room.size or len(files) > _MOST_LISTED:
                raise Unreadable(too_much(len(content), size))
            return _taken(archive, files, room)
    except (BadZipFile, ValueError, OSError, EOFError, RuntimeError):
        # A RuntimeError is an archive of a later version of the format than zipfile knows.
        raise Unreadable(Refusal.CORRUPT) from None


def _is_file(each: ZipInfo) -> bool:
    return not each.is_dir() and not is_junk(each.filename)


def _taken(archive: ZipFile, files: Sequence[ZipInfo], room: Room) -> Unpacked:
    names = tuple(zip_name(each.filename, each.flag_bits, each.extra) for each in files)
    members: list[Member] = []
    reasons: set[Refusal] = set()
    for name, each in zip(names, files, strict=True):
        found = None if room.full else _content(archive, each)
        if isinstance(found, Refusal):
            reasons.add(found)
        elif found is not None and room.take(len(found)):
            members.append(Member(name, found))
    why = next((reason for reason in _GRAVEST if reason in reasons), None)
    return Unpacked(tuple(members), names, len(files) - len(members), why)


def _content(archive: ZipFile, each: ZipInfo) -> bytes | Refusal:
    """A member's bytes, or why they cannot be had.

    zipfile stops at the declared size, which has been added up before.
    """
    if each.flag_bits & _LOCKED:
        return Refusal.PASSWORD
    try:
        return archive.read(each)
    except NotImplementedError:  # zipfile's word for ways of packing that it does not know
        return Refusal.ARCHIVE
    except (BadZipFile, zlib.error, LZMAError, ValueError, OSError, EOFError, RuntimeError):
        return Refusal.CORRUPT
