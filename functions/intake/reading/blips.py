"""Pictures inside old Office files: JPEG and PNG as they stand in the drawing records."""

import struct
from collections.abc import Iterator

LARGE_PICTURE = 50_000
"""Bytes: a scanned page has more, a letterhead's logo mostly less."""
MOST_PICTURES = 50

_HEADER = struct.Struct("<HHI")
_RECORDS = frozenset({0xF01D, 0xF01E, 0xF02A})
"""JPEG, PNG, JPEG in CMYK (MS-ODRAW, section 2.2.23)."""
_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_MOST_BEFORE = 40
"""Bytes between a record's header and its picture: one or two identities and a tag."""


def blips(drawing: bytes, smallest: int = LARGE_PICTURE) -> Iterator[bytes]:
    """The pictures of a stream from ``smallest`` bytes on, in order, MOST_PICTURES at most."""
    found = 0
    for start in _STARTS:
        at = drawing.find(start)
        while at >= 0 and found < MOST_PICTURES:
            if picture := _picture(drawing, at, smallest):
                found += 1
                yield picture
            at = drawing.find(start, at + max(1, len(picture)))


def _picture(drawing: bytes, at: int, smallest: int) -> bytes:
    """The picture that begins here, if a record's header stands before it."""
    for before in range(_HEADER.size + 1, _HEADER.size + _MOST_BEFORE):
        if at < before:
            break
        _, kind, length = _HEADER.unpack_from(drawing, at - before)
        end = at - before + _HEADER.size + length
        if kind in _RECORDS and smallest <= end - at <= len(drawing):
            return drawing[at:end]
    return b""
