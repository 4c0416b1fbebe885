"""Outlook's properties: what .msg files and winmail.dat keep in place of header fields."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from functions.intake.reading.charsets import decode

SUBJECT, SENT, DELIVERED, HEADERS = 0x0037, 0x0039, 0x0E06, 0x007D
SENDER_NAME, SENDER_ADDRESS, SENDER_SMTP = 0x0C1A, 0x0C1F, 0x5D01
SHOWN_TO, MESSAGE_ID = 0x0E04, 0x1035
BODY, HTML, RTF = 0x1000, 0x1013, 0x1009
FILE, SHORT_NAME, LONG_NAME, SHOWN_NAME = 0x3701, 0x3704, 0x3707, 0x3001
MIME_TYPE, CONTENT_ID, METHOD = 0x370E, 0x3712, 0x3705
CODEPAGE, INTERNET_CODEPAGE, LOCALE = 0x3FFD, 0x3FDE, 0x3FF1

NUMBER, YES_NO, TIME = 0x0003, 0x000B, 0x0040
STRING8, UNICODE, BINARY, OBJECT = 0x001E, 0x001F, 0x0102, 0x000D

_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_CODEPAGES = {65001: "utf-8", 20127: "us-ascii", 28591: "iso-8859-1", 28605: "iso-8859-15",
              51949: "euc-kr", 50220: "iso-2022-jp", 54936: "gb18030"}  # fmt: skip
"""Windows code pages whose Python codec is not called ``cp`` and the number."""
_OF_LOCALES = {1054: 874, 1028: 950, 1041: 932, 1042: 949, 2052: 936, 1049: 1251, 1066: 1258,
               1031: 1252, 1033: 1252, 1036: 1252, 2057: 1252}  # fmt: skip
"""The code page of a Windows locale (1054: Thai)."""


@dataclass(frozen=True)
class Properties:
    """Values by property id, each with its type and its bytes as stored."""

    values: Mapping[int, tuple[int, bytes]]
    default: str | None = field(default=None)
    """The charset of 8-bit text where the properties do not say."""

    @property
    def charset(self) -> str | None:
        """Of 8-bit text; None when nothing says it."""
        page = self.number(CODEPAGE) or _OF_LOCALES.get(self.number(LOCALE), 0)
        return codepage(page) if page else self.default or self.charset_of_html

    @property
    def charset_of_html(self) -> str | None:
        """Of an HTML body, and of what the mail was on its journey."""
        page = self.number(INTERNET_CODEPAGE)
        return codepage(page) if page else None

    def text(self, *names: int) -> str:
        """The first of these that is text and not blank; empty when none is."""
        for name in names:
            kind, raw = self.values.get(name, (0, b""))
            text = ""
            if kind == UNICODE:
                text = raw.decode("utf-16-le", "replace")
            elif kind == STRING8:
                text = decode(raw.rstrip(b"\x00"), self.charset)
            if text.strip("\x00 \r\n"):
                return text.rstrip("\x00")
        return ""

    def data(self, *names: int) -> bytes:
        """The bytes of the first of these that is there; none when none is."""
        return next((self.values[name][1] for name in names if name in self.values), b"")

    def number(self, name: int) -> int:
        """A whole number; 0 when it is not there."""
        kind, raw = self.values.get(name, (0, b""))
        return int.from_bytes(raw[:4], "little", signed=True) if kind in (NUMBER, YES_NO) else 0

    def time(self, *names: int) -> datetime | None:
        """The first of these that is a time which a calendar has."""
        for name in names:
            kind, raw = self.values.get(name, (0, b""))
            if kind == TIME and len(raw) >= struct.calcsize("<Q"):
                try:
                    return _EPOCH + timedelta(microseconds=struct.unpack_from("<Q", raw)[0] // 10)
                except OverflowError:
                    continue
        return None


def codepage(number: int) -> str:
    """The charset of a Windows code page."""
    return _CODEPAGES.get(number, f"cp{number}")
