"""Archives made for tests, as other programs make them."""

import gzip
import struct
import tarfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

LOCKED = 0x1


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip with UTF-8 names."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def zipped_with_raw_name(raw: bytes, content: bytes, flags: int = 0, extra: bytes = b"") -> bytes:
    """A zip of one stored member whose name is bytes of no declared charset."""
    about = struct.pack("<HHHHHIIIHH", 20, flags, 0, 0, 0, zlib.crc32(content), len(content),
                        len(content), len(raw), len(extra))  # fmt: skip
    local = b"PK\x03\x04" + about + raw + extra + content
    central = b"PK\x01\x02" + b"\x14\x00" + about + bytes(14) + raw + extra
    return (
        local
        + central
        + struct.pack("<4s4xHHIIH", b"PK\x05\x06", 1, 1, len(central), len(local), 0)
    )


def unicode_path(raw: bytes, name: str) -> bytes:
    """Info-ZIP's extra field that says the name in UTF-8."""
    body = b"\x01" + struct.pack("<I", zlib.crc32(raw)) + name.encode()
    return struct.pack("<HH", 0x7075, len(body)) + body


def tarred(members: Mapping[str, bytes]) -> bytes:
    """A tar, with a link in it that is no document."""
    file = BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, content in members.items():
            about = tarfile.TarInfo(name)
            about.size = len(content)
            archive.addfile(about, BytesIO(content))
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    return file.getvalue()


def gzipped(content: bytes) -> bytes:
    """A gzip file."""
    return gzip.compress(content, mtime=0)


def rar(name: str, content: bytes, method: int = 0x30, flags: int = 0) -> bytes:
    """A RAR of one member, stored (0x30) or said to be packed (0x33)."""
    raw = name.encode()
    size = len(content)
    body = struct.pack("<BHHIIBIIBBHI", 0x74, 0x8000 | flags, 32 + len(raw), size, size, 3,
                       zlib.crc32(content), 0, 20, method, len(raw), 0) + raw  # fmt: skip
    archive = struct.pack("<BHH6x", 0x73, 0, 13)
    return b"Rar!\x1a\x07\x00" + _summed(archive) + _summed(body) + content + _summed(
        struct.pack("<BHH", 0x7B, 0x4000, 7)
    )  # fmt: skip


def _summed(header: bytes) -> bytes:
    return struct.pack("<H", zlib.crc32(header) & 0xFFFF) + header


def seven_zip(name: str, content: bytes) -> bytes:
    """A 7z of one member, stored as it is."""
    names = (name + "\x00").encode("utf-16-le")
    header = (
        b"\x01\x04\x06\x00\x01\x09" + _number(len(content)) + b"\x00"
        b"\x07\x0b\x01\x00\x01\x01\x00\x0c" + _number(len(content)) + b"\x00\x00"
        b"\x05\x01\x11" + _number(len(names) + 1) + b"\x00" + names + b"\x00\x00"
    )  # fmt: skip
    place = struct.pack("<QQI", len(content), len(header), zlib.crc32(header))
    start = b"7z\xbc\xaf\x27\x1c\x00\x04" + struct.pack("<I", zlib.crc32(place)) + place
    return start + content + header


def _number(value: int) -> bytes:
    return bytes([value]) if value < 0x80 else bytes([0x80 | value >> 8, value & 0xFF])
