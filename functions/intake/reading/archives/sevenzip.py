"""7z files, as far as the standard library's methods reach: LZMA, LZMA2, bzip2, deflate."""

import bz2
import lzma
import struct
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

from functions.intake.reading.archives.member_names import is_junk
from functions.intake.reading.archives.sevenzip_header import Coder, Folder, HeaderReader
from functions.intake.reading.refusals import Refusal, Unreadable
from functions.intake.reading.room import Member, Room, Unpacked, too_much

_BEGINNING = struct.Struct("<6sHIQQI")
_HEADER, _PACKED_HEADER = 0x01, 0x17
_MOST_HEADER = 8 * 1024 * 1024
_MOST_DICTIONARY = 128 * 1024 * 1024
_AES = b"\x06\xf1\x07\x01"
_COPY, _LZMA, _LZMA2, _DELTA = b"\x00", b"\x03\x01\x01", b"\x21", b"\x03"
_DEFLATE, _BZIP2 = b"\x04\x01\x08", b"\x04\x02\x02"
_BRANCHES = {
    b"\x03\x03\x01\x03": lzma.FILTER_X86, b"\x03\x03\x02\x05": lzma.FILTER_POWERPC,
    b"\x03\x03\x05\x01": lzma.FILTER_ARM, b"\x03\x03\x07\x01": lzma.FILTER_ARMTHUMB,
}  # fmt: skip


class _NotOurs(Exception):  # noqa: N818 - says what the method is
    """A method that the standard library does not have."""


def unpacked_7z(content: bytes, room: Room) -> Unpacked:
    """The files inside. Raises Unreadable: corrupt, password, too_large, bomb, archive."""
    try:
        folders, names, empty = _header(content)
        size = sum(folder.size for folder in folders)
    except (IndexError, ValueError, struct.error, lzma.LZMAError, EOFError):
        raise Unreadable(Refusal.CORRUPT) from None
    except _NotOurs:
        raise Unreadable(Refusal.ARCHIVE) from None
    if size > room.size:
        raise Unreadable(too_much(len(content), size))
    named = iter([name for name, nothing in zip(names, empty, strict=False) if not nothing])
    return _taken(content, folders, named, room)


def _taken(content: bytes, folders: Sequence[Folder], names: Iterator[str], room: Room) -> Unpacked:
    members: list[Member] = []
    shown: list[str] = []
    reasons: list[Refusal] = []
    for folder in folders:
        whole, reason = _attempt(content, folder)
        reasons += [reason] if reason else []
        for at, size in _places(folder):
            name = next(names, "")
            shown.append(name)
            if whole is not None and not is_junk(name) and room.take(size):
                members.append(Member(name, whole[at : at + size]))
    why = next(iter(sorted(reasons, key=_GRAVEST.index)), None)
    return Unpacked(tuple(members), tuple(shown), len(shown) - len(members), why)


_GRAVEST = [Refusal.PASSWORD, Refusal.ARCHIVE, Refusal.CORRUPT]


def _places(folder: Folder) -> Iterator[tuple[int, int]]:
    at = 0
    for size in folder.files:
        yield at, size
        at += size


def _attempt(content: bytes, folder: Folder) -> tuple[bytes | None, Refusal | None]:
    """The bytes of a folder, or why there are none."""
    if any(coder.method == _AES for coder in folder.coders):
        return None, Refusal.PASSWORD
    try:
        return _unpacked(content, folder), None
    except _NotOurs:
        return None, Refusal.ARCHIVE
    except (lzma.LZMAError, zlib.error, OSError, EOFError, ValueError, IndexError, struct.error):
        return None, Refusal.CORRUPT


def _header(content: bytes) -> tuple[list[Folder], list[str], list[bool]]:
    """The header itself may be packed, even more than once."""
    _, _, _, start, size, _ = _BEGINNING.unpack_from(content)
    if not size:
        return [], [], []
    header = content[_BEGINNING.size + start :][:size]
    while header[0] == _PACKED_HEADER:
        (folder,) = HeaderReader(header[1:]).folders()
        if any(coder.method == _AES for coder in folder.coders):
            raise Unreadable(Refusal.PASSWORD)
        if folder.size > _MOST_HEADER:
            raise ValueError("a header too large")
        header = _unpacked(content, folder)
    if header[0] != _HEADER:
        raise ValueError("no header")
    return HeaderReader(header[1:]).listing()


def _unpacked(content: bytes, folder: Folder) -> bytes:
    """Raises _NotOurs, and what the decompressors raise."""
    packed = content[_BEGINNING.size + folder.start :][: folder.length]
    if not all(coder.simple for coder in folder.coders):
        raise _NotOurs
    methods = [coder.method for coder in folder.coders]
    if methods == [_COPY]:
        return packed
    if methods == [_DEFLATE]:
        return zlib.decompressobj(-15).decompress(packed, folder.size)
    if methods == [_BZIP2]:
        return bz2.BZ2Decompressor().decompress(packed, folder.size)
    return _by_lzma(packed, folder)


def _by_lzma(packed: bytes, folder: Folder) -> bytes:
    filters = [_filter(coder) for coder in folder.coders]
    if len(filters) > 1 and filters[-1]["id"] == lzma.FILTER_LZMA1:
        raise _NotOurs  # the library keeps the last bytes to itself without a mark of the end
    stream = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=filters)
    out = bytearray(stream.decompress(packed, folder.size))
    while len(out) < folder.size and not stream.eof:
        piece = stream.decompress(b"", folder.size - len(out))
        if not piece:
            raise EOFError
        out += piece
    return bytes(out)


def _filter(coder: Coder) -> dict[str, Any]:
    method, settings = coder.method, coder.settings
    if method == _LZMA:
        rest, lc = divmod(settings[0], 9)
        pb, lp = divmod(rest, 5)
        size = struct.unpack_from("<I", settings, 1)[0]
        return {"id": lzma.FILTER_LZMA1, "lc": lc, "lp": lp, "pb": pb, "dict_size": _bounded(size)}
    if method == _LZMA2:
        size = (2 | settings[0] & 1) << (settings[0] // 2 + 11)
        return {"id": lzma.FILTER_LZMA2, "dict_size": _bounded(size)}
    if method == _DELTA:
        return {"id": lzma.FILTER_DELTA, "dist": settings[0] + 1}
    if method in _BRANCHES:
        return {"id": _BRANCHES[method]}
    raise _NotOurs


def _bounded(size: int) -> int:
    """The memory that unpacking takes is what the file says."""
    if size > _MOST_DICTIONARY:
        raise _NotOurs
    return size
