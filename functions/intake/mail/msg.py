"""Outlook's .msg: an OLE file whose streams are a message's properties (MS-OXMSG)."""

import re
import struct
from collections.abc import Iterator

from functions.intake.mail import mapi
from functions.intake.mail.mapi import Properties
from functions.intake.mail.outlook import OutlookFile, OutlookMessage, headers_and_leaves
from functions.intake.mail.writing import written
from functions.intake.reading.ole import Ole, Path, opened_ole

_STREAM = re.compile(r"__substg1\.0_([0-9A-Fa-f]{4})([0-9A-Fa-f]{4})")
_ATTACHMENT = "__attach_version1.0_#"
_FIXED = "__properties_version1.0"
_ENTRY = struct.Struct("<HHI8s")
_AT_TOP, _NESTED, _ELSEWHERE = 32, 24, 8
"""Bytes before the first entry of a property stream, by where it stands."""
_EMBEDDED = f"__substg1.0_{mapi.FILE:04X}{mapi.OBJECT:04X}"
_MOST_FILES = 500
_MOST_NESTING = 4
"""Each level writes all that is below it once more."""


def msg_message(content: bytes) -> OutlookMessage:
    """Take a .msg file apart. Broken files may raise anything."""
    with opened_ole(content) as ole:
        return _message(ole, (), 0)


def _message(ole: Ole, place: Path, nesting: int) -> OutlookMessage:
    about = _properties(ole, place, _NESTED if place else _AT_TOP)
    return OutlookMessage(about, tuple(_files(ole, place, about.charset, nesting)))


def _files(ole: Ole, place: Path, charset: str | None, nesting: int) -> Iterator[OutlookFile]:
    names = [name for name in ole.children(place) if name.startswith(_ATTACHMENT)]
    for name in sorted(names)[:_MOST_FILES]:
        inside = (*place, name)
        about = _properties(ole, inside, _ELSEWHERE, charset)
        embedded = (*inside, _EMBEDDED)
        if about.data(mapi.FILE):
            yield OutlookFile(about, about.data(mapi.FILE))
        elif nesting < _MOST_NESTING and _FIXED in ole.children(embedded):
            nested = _message(ole, embedded, nesting + 1)
            yield OutlookFile(about, written(*headers_and_leaves(nested)), "message/rfc822")
        elif dragged := _dragged(ole, embedded):
            yield OutlookFile(about, dragged)


def _dragged(ole: Ole, place: Path) -> bytes:
    """A thing dragged into the text: the file that it was made of, where that is kept."""
    return ole.stream(*place, "CONTENTS") or ole.stream(*place, "Package")


def _properties(ole: Ole, place: Path, before: int, charset: str | None = None) -> Properties:
    values = dict(_fixed(ole.stream(*place, _FIXED)[before:]))
    for name in ole.children(place):
        if found := _STREAM.fullmatch(name):
            tag, kind = int(found[1], 16), int(found[2], 16)
            values[tag] = (kind, b"" if kind == mapi.OBJECT else ole.stream(*place, name))
    return Properties(values, charset)


def _fixed(entries: bytes) -> Iterator[tuple[int, tuple[int, bytes]]]:
    for at in range(0, len(entries) - _ENTRY.size + 1, _ENTRY.size):
        kind, name, _, value = _ENTRY.unpack_from(entries, at)
        if kind in (mapi.NUMBER, mapi.YES_NO, mapi.TIME):
            yield name, (kind, value)
