"""Single compressed files (gzip, bzip2, xz), unpacked within bounds."""

import bz2
import lzma
import zlib
from collections.abc import Callable
from typing import Protocol

from functions.intake.reading.refusals import Refusal, Unreadable
from functions.intake.reading.room import too_much

_STEP = 256 * 1024
_MOST_MEMORY = 128 * 1024 * 1024
"""Of an xz dictionary; the tool's own highest setting needs 65 MB."""
_GZIP = 31
"""zlib's window size that asks for a gzip header."""


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = ..., /) -> bytes: ...


STREAMS: dict[bytes, Callable[[], _Decompressor]] = {
    b"\x1f\x8b": lambda: zlib.decompressobj(_GZIP),
    b"BZh": bz2.BZ2Decompressor,
    b"\xfd7zXZ\x00": lambda: lzma.LZMADecompressor(memlimit=_MOST_MEMORY),
}
"""How each kind begins."""


def unpacked_stream(content: bytes, most: int) -> bytes:
    """What was compressed, in one stream or several behind one another.

    Cut-off ones give what there is. Raises Unreadable: corrupt, too_large, bomb.
    """
    fresh = next(make for start, make in STREAMS.items() if content.startswith(start))
    out = bytearray()
    rest = content
    while rest.strip(b"\x00"):
        try:
            rest = _one(fresh(), rest, out, len(content), most)
        except (zlib.error, OSError, EOFError, lzma.LZMAError, ValueError):
            break
    if not out:
        raise Unreadable(Refusal.CORRUPT)
    return bytes(out)


def _one(stream: _Decompressor, packed: bytes, out: bytearray, given: int, most: int) -> bytes:
    """Unpack one stream onto ``out``; returns what stands behind it."""
    waiting = packed
    while not stream.eof:
        piece = stream.decompress(waiting, _STEP)
        waiting = getattr(stream, "unconsumed_tail", b"")  # bz2 and lzma keep it themselves
        out += piece
        if len(out) > most:
            raise Unreadable(too_much(given, len(out)))
        if not piece and not waiting:
            return b""  # cut off
    return stream.unused_data


def original_name(name: str) -> str:
    """What a compressed file was called: ``letter.pdf.gz`` held ``letter.pdf``."""
    stem, _, ending = name.rpartition(".")
    if ending.lower() in ("tgz", "tbz2", "tbz", "txz"):
        return f"{stem}.tar"
    return stem if ending.lower() in ("gz", "bz2", "xz") else name
