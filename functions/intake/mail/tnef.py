"""winmail.dat: what Outlook wraps around a mail when it writes rich text (MS-OXTNEF)."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from functions.intake.mail import mapi
from functions.intake.mail.mapi import Properties, codepage
from functions.intake.mail.outlook import OutlookFile, OutlookMessage

_SIGNATURE = 0x223E9F78
_ATTRIBUTE = struct.Struct("<BII")
_WORD, _LONG = struct.Struct("<H"), struct.Struct("<I")
_KEY = 2
_CHECKSUM = 2
_MESSAGE_PROPERTIES, _FILE_PROPERTIES, _CODEPAGE = 0x9003, 0x9005, 0x9007
_NEW_FILE, _FILE_DATA, _FILE_TITLE = 0x9002, 0x800F, 0x8010
_PLAIN = {0x8004: mapi.SUBJECT, 0x800C: mapi.BODY}
"""What stands outside the properties in mails of old clients."""
_NAMED, _MULTIPLE = 0x8000, 0x1000
_VARIABLE = (mapi.STRING8, mapi.UNICODE, mapi.BINARY, mapi.OBJECT)
_SIZES = {0x0002: 4, 0x0003: 4, 0x0004: 4, 0x0005: 8, 0x0006: 8, 0x0007: 8, 0x000A: 4, 0x000B: 4,
          0x0014: 8, 0x0040: 8, 0x0048: 16}  # fmt: skip
_IDENTITY = 16
"""Bytes before an embedded thing that say what it is."""
_MOST = 20_000
"""Attributes and properties; a large mail has a few hundred."""

Values = dict[int, tuple[int, bytes]]


@dataclass
class _Collected:
    """What was found so far; the charset may be told late."""

    charset: str | None = None
    about: Values = field(default_factory=dict)
    files: list[Values] = field(default_factory=list)

    def take(self, name: int, data: bytes) -> None:
        if name == _CODEPAGE and len(data) >= _LONG.size:
            self.charset = codepage(_LONG.unpack_from(data)[0])
        elif name in _PLAIN:
            self.about.setdefault(_PLAIN[name], (mapi.STRING8, data))
        elif name == _MESSAGE_PROPERTIES:
            self.about |= _Reader(data).properties()
        elif name == _NEW_FILE:
            self.files.append({})
        elif self.files:
            self._take_of_file(name, data)

    def _take_of_file(self, name: int, data: bytes) -> None:
        file = self.files[-1]
        if name == _FILE_TITLE:
            file.setdefault(mapi.SHORT_NAME, (mapi.STRING8, data))
        elif name == _FILE_DATA:
            file[mapi.FILE] = (mapi.BINARY, data)
        elif name == _FILE_PROPERTIES:
            file.update(_Reader(data).properties())


def tnef_message(content: bytes) -> OutlookMessage:
    """Take a winmail.dat apart, as far as it goes. Raises ValueError if nothing is there."""
    if content[:4] != _LONG.pack(_SIGNATURE):
        raise ValueError("no TNEF")
    found = _Collected()
    for name, data in _attributes(content):
        found.take(name, data)
    if not found.about and not found.files:
        raise ValueError("nothing in it")
    files = tuple(_file(values, found.charset) for values in found.files)
    return OutlookMessage(Properties(found.about, found.charset), files)


def _attributes(content: bytes) -> Iterator[tuple[int, bytes]]:
    at = _LONG.size + _KEY
    for _ in range(_MOST):
        if at + _ATTRIBUTE.size > len(content):
            return
        _, name, length = _ATTRIBUTE.unpack_from(content, at)
        at += _ATTRIBUTE.size
        yield name & 0xFFFF, content[at : at + length]
        at += length + _CHECKSUM


def _file(values: Values, charset: str | None) -> OutlookFile:
    kind, content = values.get(mapi.FILE, (0, b""))
    embedded = kind == mapi.OBJECT
    return OutlookFile(Properties(values, charset), content[_IDENTITY:] if embedded else content)


class _Reader:
    """Reads a list of properties from front to back."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def properties(self) -> Values:
        """The values by id, up to where the list breaks off."""
        values: Values = {}
        try:
            for _ in range(min(self._long(), _MOST)):
                kind, name = _WORD.unpack(self._take(2))[0], _WORD.unpack(self._take(2))[0]
                if name >= _NAMED:
                    self._skip_name()
                found = self._values(kind)
                if found and name < _NAMED:
                    values[name] = (kind & ~_MULTIPLE, found[0])
        except (struct.error, KeyError):
            pass
        return values

    def _values(self, kind: int) -> list[bytes]:
        single = kind & ~_MULTIPLE
        variable = single in _VARIABLE
        count = self._long() if variable or kind & _MULTIPLE else 1
        sizes = (self._long() if variable else _SIZES[single] for _ in range(min(count, _MOST)))
        return [self._padded(size) for size in sizes]

    def _skip_name(self) -> None:
        self._take(16)
        if self._long():
            self._padded(self._long())
        else:
            self._long()

    def _padded(self, size: int) -> bytes:
        data = self._take(size)
        self._at += -size % 4
        return data

    def _long(self) -> int:
        return int(_LONG.unpack(self._take(4))[0])

    def _take(self, size: int) -> bytes:
        data = self._data[self._at : self._at + size]
        if len(data) < size:
            raise struct.error("cut off")
        self._at += size
        return data
