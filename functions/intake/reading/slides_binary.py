"""The text of old PowerPoint files (.ppt): what stands in its text records (MS-PPT)."""

import struct
from collections.abc import Iterator

from functions.intake.reading.charsets import decode
from functions.intake.reading.ole import opened_ole
from functions.intake.reading.refusals import Refusal, Unreadable

_RECORD = struct.Struct("<HHI")
_HOLDS_RECORDS = 0xF
_UNICODE, _ONE_BYTE = 0x0FA0, 0x0FA8
_MASTERS = frozenset({0x03F8})
"""Main masters: "Click to edit Master title style" is nobody's text."""
_ENCRYPTION = 0x2F14


def slides_text(content: bytes) -> str:
    """The text of slides and notes. Raises Unreadable(password).

    Broken files may raise anything.
    """
    with opened_ole(content) as ole:
        document = ole.stream("PowerPoint Document")
    return "\n".join(text.replace("\r", "\n").replace("\x0b", "\n") for text in _texts(document))


def slides_drawings(content: bytes) -> bytes:
    """The stream in which a .ppt keeps its pictures; empty when it has none."""
    with opened_ole(content) as ole:
        return ole.stream("Pictures")


def _texts(document: bytes) -> Iterator[str]:
    """Goes into every record that holds records, masters apart."""
    at = 0
    while at + _RECORD.size <= len(document):
        version, kind, length = _RECORD.unpack_from(document, at)
        at += _RECORD.size
        if kind == _ENCRYPTION:
            raise Unreadable(Refusal.PASSWORD)
        if version & 0xF == _HOLDS_RECORDS and kind not in _MASTERS:
            continue
        body = document[at : at + length]
        if kind == _UNICODE:
            yield body.decode("utf-16-le", "replace")
        elif kind == _ONE_BYTE:
            yield decode(body)
        at += length
