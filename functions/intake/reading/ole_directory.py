"""The directory of an OLE file (MS-CFB), read within bounds.

olefile takes time that grows with the square of the entries; so they are counted first, and
what kind of file it is needs no more than the names at the top.
"""

import struct
from collections.abc import Iterator

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MOST_ENTRIES = 12_000
"""A mail to two thousand addressees has nine thousand."""

_SECTOR_SHIFT, _DIRECTORY, _MORE_TABLES, _TABLES = 0x1E, 0x30, 0x44, 0x4C
_IN_HEADER = 109
ENTRY = 128
"""Bytes of one entry."""
_NAME_LENGTH, _LEFT, _RIGHT, _CHILD = 64, 68, 72, 76
_LAST = 0xFFFFFFFA
"""From here on a sector's number is a mark and not a number."""
_SHIFTS = (9, 12)


def directory(content: bytes) -> bytes:
    """The directory's entries, up to MOST_ENTRIES and one sector more.

    Raises struct.error or ValueError when the file is broken.
    """
    shift = struct.unpack_from("<H", content, _SECTOR_SHIFT)[0]
    if shift not in _SHIFTS:
        raise ValueError("no sector size")
    tables = tuple(_tables(content, shift))
    found = bytearray()
    sector = _long(content, _DIRECTORY)
    while sector < _LAST and len(found) <= MOST_ENTRIES * ENTRY:
        found += _sector(content, sector, shift)
        table, place = divmod(sector, 1 << shift - 2)
        sector = _long(_sector(content, tables[table], shift), 4 * place)
    return bytes(found)


def names_at_top(content: bytes) -> frozenset[str]:
    """The names in the root directory. Raises struct.error, ValueError or IndexError."""
    entries = directory(content)
    names: set[str] = set()
    waiting, seen = [_long(entries, _CHILD)], set[int]()
    while waiting:
        number = waiting.pop()
        at = number * ENTRY
        if number in seen or at + ENTRY > len(entries):
            continue
        seen.add(number)
        length = struct.unpack_from("<H", entries, at + _NAME_LENGTH)[0]
        names.add(entries[at : at + min(length, 64)].decode("utf-16-le", "replace").rstrip("\x00"))
        waiting += [_long(entries, at + _LEFT), _long(entries, at + _RIGHT)]
    return frozenset(names)


def _tables(content: bytes, shift: int) -> Iterator[int]:
    """The sectors that hold the table of sectors."""
    yield from struct.unpack_from(f"<{_IN_HEADER}I", content, _TABLES)
    sector = _long(content, _MORE_TABLES)
    for _ in range(len(content) >> shift):
        if sector >= _LAST:
            return
        *numbers, sector = struct.unpack(f"<{1 << shift - 2}I", _sector(content, sector, shift))
        yield from numbers


def _sector(content: bytes, number: int, shift: int) -> bytes:
    found = content[number + 1 << shift : number + 2 << shift]
    if len(found) < 1 << shift:
        raise ValueError("cut off")
    return found


def _long(data: bytes, at: int) -> int:
    return int(struct.unpack_from("<I", data, at)[0])
