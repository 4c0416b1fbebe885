"""winmail.dat made for tests."""

import struct
from collections.abc import Mapping

UNICODE, BINARY, OBJECT = 0x001F, 0x0102, 0x000D


def tnef(values: Mapping[int, str], *files: tuple[str, bytes], codepage: int = 874) -> bytes:
    """A message with these text properties and attached files."""
    parts = [
        struct.pack("<IH", 0x223E9F78, 1),
        attribute(1, 0x9007, struct.pack("<II", codepage, 0)),
    ]
    parts.append(
        attribute(1, 0x9003, properties({tag: (UNICODE, _text(v)) for tag, v in values.items()}))
    )
    for name, content in files:
        parts.append(attribute(2, 0x9002, bytes(14)))
        parts.append(attribute(2, 0x8010, name.encode("cp874") + b"\x00"))
        parts.append(attribute(2, 0x800F, content))
    return b"".join(parts)


def attribute(level: int, name: int, data: bytes) -> bytes:
    """One attribute with its checksum."""
    return struct.pack("<BII", level, name, len(data)) + data + struct.pack("<H", sum(data) % 65536)


def properties(values: Mapping[int, tuple[int, bytes]]) -> bytes:
    """A list of properties of variable length, one of them named."""
    listed = b"".join(
        struct.pack("<HHII", kind, tag, 1, len(value))
        + value.ljust(-(-len(value) // 4) * 4, b"\x00")
        for tag, (kind, value) in values.items()
    )
    named = struct.pack("<HH16sII", 3, 0x8001, bytes(16), 0, 0x8233) + struct.pack("<I", 1)
    return struct.pack("<I", len(values) + 1) + named + listed


def _text(value: str) -> bytes:
    return value.encode("utf-16-le") + b"\x00\x00"
