"""OLE files made for tests: old Office documents and Outlook mails, as small as they can be."""

import struct
from collections.abc import Mapping
from itertools import pairwise

FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SECTOR, MINI = 512, 64

BINARY = (0x1009, 0x1013, 0x3701)
"""Properties that are bytes and not text: RTF, HTML, a file."""

Storage = Mapping[str, "bytes | Storage"]


def ole(root: Storage) -> bytes:
    """An OLE file with these streams (bytes) and storages (mappings)."""
    entries: list[dict] = []
    mini = bytearray()
    mini_fat: list[int] = []
    big: list[tuple[dict, bytes]] = []

    def add(name: str, thing: "bytes | Storage") -> int:
        entry = {"name": name, "kind": 2, "right": FREE, "child": FREE, "start": END, "size": 0}
        entries.append(entry)
        number = len(entries) - 1
        if isinstance(thing, bytes):
            entry["size"] = len(thing)
            if len(thing) >= 4096:
                big.append((entry, thing))
            elif thing:
                entry["start"] = len(mini) // MINI
                count = -(-len(thing) // MINI)
                mini.extend(thing.ljust(count * MINI, b"\x00"))
                first = len(mini_fat)
                mini_fat.extend([*range(first + 1, first + count), END])
            return number
        entry["kind"] = 1
        children = [add(child, inside) for child, inside in thing.items()]
        entry["child"] = children[0] if children else FREE
        for left, right in pairwise(children):
            entries[left]["right"] = right
        return number

    add("Root Entry", root)
    entries[0]["kind"] = 5
    sectors: list[bytes] = []
    fat: list[int] = []

    def store(data: bytes) -> int:
        count = -(-len(data) // SECTOR)
        first = len(sectors)
        sectors.extend(
            data[at : at + SECTOR].ljust(SECTOR, b"\x00") for at in range(0, len(data), SECTOR)
        )
        fat.extend([*range(first + 1, first + count), END])
        return first if count else END

    for entry, data in big:
        entry["start"] = store(data)
    entries[0]["start"], entries[0]["size"] = store(bytes(mini)), len(mini)
    mini_start = store(b"".join(struct.pack("<I", each) for each in mini_fat))
    mini_count = -(-len(mini_fat) * 4 // SECTOR)
    directory_start = store(b"".join(map(_entry, entries)))
    fat_count = -(-(len(fat) + 2) * 4 // SECTOR)
    places = range(len(sectors), len(sectors) + fat_count)
    table = [*fat, *[FAT] * fat_count]
    packed = struct.pack(f"<{len(table)}I", *table).ljust(fat_count * SECTOR, b"\xff")
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        bytes.fromhex("d0cf11e0a1b11ae1"), 0x3E, 3, 0xFFFE, 9, 6, 0, fat_count,
        directory_start, 0, 4096, mini_start if mini_fat else END, mini_count, END, 0,
    )  # fmt: skip
    header += struct.pack("<109I", *places, *[FREE] * (109 - fat_count))
    return header + b"".join(sectors) + packed


def _entry(entry: dict) -> bytes:
    name = entry["name"].encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16xI16xIQ",
        name, len(name) + 2, entry["kind"], 1, FREE, entry["right"], entry["child"], 0,
        entry["start"], entry["size"],
    )  # fmt: skip


def word(*pieces: bytes | str, flags: int = 0x0200, language: int = 0) -> bytes:
    """A Word 97 document whose text is kept in these pieces: one byte a sign, or two."""
    main = bytearray(2048)
    struct.pack_into("<HH", main, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H2xH", main, 0x06, language, flags)
    ends, table = [0], b""
    for piece in pieces:
        place, signs = len(main), len(piece)
        if isinstance(piece, str):
            main += piece.encode("utf-16-le")
        else:
            main += piece
            place = place * 2 | 0x4000_0000
        ends.append(ends[-1] + signs)
        table += struct.pack("<HIH", 0, place, 0)
    plc = struct.pack(f"<{len(ends)}I", *ends) + table
    clx = b"\x01\x02\x00ab" + b"\x02" + struct.pack("<I", len(plc)) + plc
    struct.pack_into("<II", main, 0x01A2, 0, len(clx))
    return ole({"WordDocument": bytes(main), "1Table": clx})


def slides(*texts: str) -> bytes:
    """A PowerPoint 97 file with these texts on slides, and a master that says something else."""

    def record(kind: int, body: bytes, version: int = 0) -> bytes:
        return struct.pack("<HHI", version, kind, len(body)) + body

    shown = b"".join(record(0x0FA0, text.encode("utf-16-le")) for text in texts)
    master = record(0x03F8, record(0x0FA8, b"Click to edit"), 0xF)
    return ole({"PowerPoint Document": record(0x03E8, master + shown, 0xF)})


def msg(values: Mapping[int, "str | bytes"], *attached: "Mapping[int, str | bytes] | Storage",
        codepage: int = 0) -> bytes:  # fmt: skip
    """An Outlook mail with these properties; attachments are properties, or whole storages."""
    return ole(message(values, *attached, codepage=codepage, before=32))


def message(values: Mapping[int, "str | bytes"], *attached: Mapping, codepage: int = 0,
            before: int = 24) -> Storage:  # fmt: skip
    """The storage of one mail: at the top of a file, or inside an attachment."""
    fixed = struct.pack("<HHIQ", 0x0003, 0x3FFD, 6, codepage) if codepage else b""
    storage: dict = {"__properties_version1.0": bytes(before) + fixed}
    storage |= {_stream(tag, value): _bytes(value) for tag, value in values.items()}
    for number, file in enumerate(attached):
        inside = {"__properties_version1.0": bytes(8)}
        if "nested" in file:
            inside["__substg1.0_3701000D"] = file["nested"]
            file = {tag: value for tag, value in file.items() if tag != "nested"}  # noqa: PLW2901
        inside |= {_stream(tag, value): _bytes(value) for tag, value in file.items()}
        storage[f"__attach_version1.0_#{number:08X}"] = inside
    return storage


def _stream(tag: int, value: "str | bytes") -> str:
    kind = "001F" if isinstance(value, str) else "0102" if tag in BINARY else "001E"
    return f"__substg1.0_{tag:04X}{kind}"


def _bytes(value: "str | bytes") -> bytes:
    return value.encode("utf-16-le") if isinstance(value, str) else value
