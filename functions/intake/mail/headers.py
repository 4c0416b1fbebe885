"""The header block of a message or of one of its parts."""

import re
from dataclasses import dataclass
from functools import cached_property

from functions.intake.mail.encoded_words import header_text
from functions.intake.mail.parameters import parameters

_LINE = re.compile(rb"([^\r\n]*)(?:\r*\n|\r|\Z)")
_FIELD = re.compile(rb"([!-9;-~]{1,80})[ \t]*:")
_KNOWN = re.compile(
    rb"(?im)^(?:from|to|cc|subject|date|message-id|mime-version|reply-to|received|return-path|"
    rb"delivered-to|content-(?:type|transfer-encoding|disposition|id))[ \t]*:"
)
_END_OF_BLOCK = re.compile(rb"(?:\r*\n|\r)[ \t]*(?:\r*\n|\r)")
_LONGEST_BLOCK = 2 * 1024 * 1024
"""Bytes of headers; what goes on is read as body. Mail servers stop far earlier."""
_LOOK_AHEAD = 2_000
"""How far to look for more headers after a line that is none (a fold without its space)."""
_MAIN_VALUE = re.compile(rb"\s*([\w!#$&^.+-]+/[\w!#$&^.+-]+)", re.ASCII)
_TRANSFER = re.compile(
    rb"(?i)[\s\"']*(?:(?P<base64>base[-_ ]?64)|(?P<uuencode>(?:x-)?uu(?:e|encode))\b|"
    rb"quoted[-_ ]?printable)"
)
_TOKEN = re.compile(rb"\s*([\w-]+)", re.ASCII)


@dataclass(frozen=True)
class Headers:
    """Header fields in order: lower-case names, unfolded values as bytes."""

    fields: tuple[tuple[str, bytes], ...]

    def every(self, name: str) -> tuple[bytes, ...]:
        """All values of a field."""
        return tuple(value for field, value in self.fields if field == name)

    def raw(self, name: str) -> bytes:
        """The first value of a field; empty when there is none."""
        return next(iter(self.every(name)), b"")

    def text(self, name: str) -> str:
        """The first value of a field as a person reads it; empty when there is none."""
        return header_text(self.raw(name))

    def __contains__(self, name: str) -> bool:
        """Whether there is such a field at all."""
        return any(field == name for field, _ in self.fields)

    @cached_property
    def declared_type(self) -> str | None:
        """``type/subtype`` in lower case; None when none is declared well enough to read."""
        found = _MAIN_VALUE.match(self.raw("content-type"))
        return found[1].decode("ascii").lower() if found else None

    @cached_property
    def type_parameters(self) -> dict[str, str]:
        """The parameters of Content-Type."""
        return parameters(self.raw("content-type"))

    @cached_property
    def transfer_encoding(self) -> str:
        """``base64``, ``quoted-printable``, ``uuencode``, or empty: nothing is to be decoded."""
        found = _TRANSFER.match(self.raw("content-transfer-encoding"))
        if not found:
            return ""
        return found.lastgroup or "quoted-printable"

    @cached_property
    def disposition(self) -> str:
        """``inline``, ``attachment`` or what else is declared; empty when nothing is."""
        return self._token("content-disposition")

    @cached_property
    def file_name(self) -> str:
        """The name that the sender gave the part; empty when none. It may hold a path."""
        return (
            parameters(self.raw("content-disposition")).get("filename")
            or self.type_parameters.get("name")
            or ""
        )

    def _token(self, name: str) -> str:
        found = _TOKEN.match(self.raw(name))
        return found[1].decode("ascii").lower() if found else ""


def split_message(raw: bytes) -> tuple[Headers, bytes]:
    """The headers and the body of a message.

    When no line is a header that mail knows, everything is body.
    """
    headers, body = _split(raw)
    known = any(_KNOWN.match(name.encode() + b":") for name, _ in headers.fields)
    return (headers, body) if known else (Headers(()), raw)


def split_part(raw: bytes) -> tuple[Headers, bytes]:
    """The headers and the body of a part.

    Only Content-* fields mean anything in a part (RFC 2045, section 3): a block without
    one is text whose first lines look like headers ("Note: ...").
    """
    headers, body = _split(raw)
    known = any(name.startswith("content-") for name, _ in headers.fields)
    return (headers, body) if known or not headers.fields else (Headers(()), raw)


def _split(raw: bytes) -> tuple[Headers, bytes]:
    fields: list[tuple[str, list[bytes]]] = []
    position = 0
    while position < min(len(raw), _LONGEST_BLOCK):
        line = _LINE.match(raw, position)
        if line is None or _ends_block(raw, line, started=bool(fields)):
            position = line.end() if line and not line[1].strip() else position
            break
        _take(line[1], fields)
        position = line.end()
    return Headers(tuple((name, b" ".join(value)) for name, value in fields)), raw[position:]


def _ends_block(raw: bytes, line: re.Match[bytes], *, started: bool) -> bool:
    """A blank line ends the headers; so does a line that is none, unless headers follow."""
    text = line[1]
    if not text.strip():
        return not text or not _continues(raw, line.end())
    if _FIELD.match(text) or text.startswith((b"From ", b">From ")):
        return False
    if text[:1] in b" \t":
        return not started
    ahead = raw[line.end() : line.end() + _LOOK_AHEAD]
    end = _END_OF_BLOCK.search(ahead)
    return not (started and _KNOWN.search(ahead[: end.start()] if end else ahead))


def _continues(raw: bytes, position: int) -> bool:
    """A line of spaces is a fold when headers go on after it."""
    following = _LINE.match(raw, position)
    return bool(following and _FIELD.match(following[1]))


def _take(line: bytes, fields: list[tuple[str, list[bytes]]]) -> None:
    found = _FIELD.match(line)
    if line[:1] not in b" \t" and found:
        name = found[1].decode("ascii").lower()
        fields.append((name, [line[found.end() :].strip()]))
    elif fields and not line.startswith((b"From ", b">From ")):
        fields[-1][1].append(line.strip())
