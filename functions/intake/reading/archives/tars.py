"""Tar files, and those that are compressed as a whole."""

import tarfile
from collections.abc import Iterator
from io import BytesIO

from functions.intake.reading.archives.member_names import is_junk, unlabelled
from functions.intake.reading.refusals import Refusal, Unreadable
from functions.intake.reading.room import Member, Room, Unpacked

_BLOCK = 512
_SUM = slice(148, 156)
_MOST_LISTED = 20_000


def is_tar(content: bytes) -> bool:
    """By the checksum of its first block, for old ones have no other mark."""
    block = content[:_BLOCK]
    written = block[_SUM].strip(b" \x00")
    if len(block) < _BLOCK or not written or not block.strip(b"\x00"):
        return False
    try:
        return int(written, 8) == sum(block) - sum(block[_SUM]) + 8 * ord(" ")
    except ValueError:
        return False


def unpacked_tar(content: bytes, room: Room) -> Unpacked:
    """The plain files inside; links and devices are no documents. Raises Unreadable(corrupt)."""
    names: list[str] = []
    members: list[Member] = []
    try:
        with tarfile.open(fileobj=BytesIO(content), mode="r:", encoding="latin-1") as archive:
            for each in _files(archive):
                name = _name(each)
                names.append(name)
                file = archive.extractfile(each) if room.take(each.size) else None
                members += [Member(name, file.read())] if file else []
    except (tarfile.TarError, OSError, ValueError, EOFError, OverflowError, RecursionError):
        if not members:
            raise Unreadable(Refusal.CORRUPT) from None
    return Unpacked(tuple(members), tuple(names), len(names) - len(members))


def _files(archive: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    for _, each in zip(range(_MOST_LISTED), archive, strict=False):
        if each.isreg() and not each.issparse() and not is_junk(each.name):
            yield each


def _name(each: tarfile.TarInfo) -> str:
    """A name of the pax form is Unicode already; all others are bytes of any charset."""
    if "path" in each.pax_headers:
        return each.name
    return unlabelled(each.name.encode("latin-1", "replace"), each.name)
