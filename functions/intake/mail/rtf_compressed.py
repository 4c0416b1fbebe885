"""Outlook's compressed RTF (MS-OXRTFCP), the form in which it keeps a body."""

import struct

_HEADER = struct.Struct("<IIII")
_PACKED, _PLAIN = 0x75465A4C, 0x414C454D
_BEGINNING = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern "
    b"\\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0"
    b"\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
"""What the dictionary holds before the first byte is read (section 2.1.2.1)."""
_RING = 4096
_MOST_BYTES = 4 * 1024 * 1024


def unpacked_rtf(content: bytes) -> bytes:
    """The RTF; as much of it as there is when the end is missing, nothing if it is no RTF."""
    if len(content) < _HEADER.size:
        return b""
    _, size, method, _ = _HEADER.unpack_from(content)
    body = content[_HEADER.size :]
    if method == _PLAIN:
        return body[:size]
    return _unpacked(body, min(size, _MOST_BYTES)) if method == _PACKED else b""


def _unpacked(packed: bytes, size: int) -> bytes:
    """Eight tokens after each control byte: a byte, or where in the last 4,096 it stood before."""
    out = bytearray(_BEGINNING)
    end, at = len(out) + size, 0
    while at < len(packed) and len(out) < end:
        control, at = packed[at], at + 1
        for bit in range(8):
            if at >= len(packed) or len(out) >= end:
                break
            if not control >> bit & 1:
                out.append(packed[at])
                at += 1
                continue
            place = int.from_bytes(packed[at : at + 2], "big")
            at += 2
            back = (len(out) - (place >> 4)) % _RING
            if not back:  # the mark of the end
                return bytes(out[len(_BEGINNING) :])
            _repeat(out, back, (place & 15) + 2)
    return bytes(out[len(_BEGINNING) : end])


def _repeat(out: bytearray, back: int, length: int) -> None:
    """The places not written yet are zero, as in a fresh ring."""
    for _ in range(length):
        out.append(out[-back] if back <= len(out) else 0)
