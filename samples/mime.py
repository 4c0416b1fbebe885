"""A mail's bytes, written by hand rather than by the standard library.

Its header folding changes between versions of Python, and no library writes what real mail
programs write: names encoded against the standards, old charsets, a boundary never closed.
"""

import quopri
import re
from base64 import b64encode, encodebytes
from collections.abc import Iterable, Mapping
from email.utils import format_datetime
from urllib.parse import quote

from samples.letter import Enclosure, Letter, Naming, Transfer

_CRLF = b"\r\n"
_PLACEHOLDER = re.compile(r"({{REFERENCE of=[a-z0-9-]+}})")
_MOST_BYTES_IN_A_WORD = 42
"""RFC 2047 allows 75 signs for one encoded word; 42 bytes make 56 signs of base64."""

_CODEC = {"windows-874": "cp874"}
"""Names in mail that Python does not know."""
_SUBTYPE = {False: "plain", True: "html"}


def composed(letter: Letter, drawn: Mapping[str, bytes]) -> bytes:
    """The mail from its ``From:`` line on; ``drawn`` has the enclosures' bytes."""
    lines = [f"From: {_mailbox(letter)}", f"To: {', '.join(letter.to)}"]
    if letter.subject is not None:
        lines.append(f"Subject: {encoded(letter.subject, letter.charset)}")
    lines += [
        f"Date: {format_datetime(letter.written_at)}",
        f"Message-ID: {letter.message_id}",
        *(f"{name}: {encoded(value)}" for name, value in letter.headers),
        "MIME-Version: 1.0",
    ]
    return _block(lines) + _content(letter, drawn)


def encoded(text: str, charset: str = "utf-8") -> str:
    """A header's text as RFC 2047 words, folded; placeholders and plain ASCII stay legible."""
    pieces = [piece.strip() for piece in _PLACEHOLDER.split(text)]
    return " ".join(_words(piece, charset) for piece in pieces if piece)


def _mailbox(letter: Letter) -> str:
    return f"{encoded(letter.name, letter.charset)} <{letter.address}>".lstrip()


def _words(text: str, charset: str) -> str:
    if text.isascii():
        return text
    return "\r\n ".join(
        f"=?{charset}?B?{b64encode(chunk).decode()}?=" for chunk in _chunks(text, charset)
    )


def _chunks(text: str, charset: str) -> Iterable[bytes]:
    """Bytes of whole characters, each chunk short enough for one encoded word."""
    chunk = b""
    for sign in text:
        more = sign.encode(_CODEC.get(charset, charset))
        if len(chunk) + len(more) > _MOST_BYTES_IN_A_WORD:
            yield chunk
            chunk = b""
        chunk += more
    yield chunk


def _content(letter: Letter, drawn: Mapping[str, bytes]) -> bytes:
    body = _body(letter)
    if not letter.enclosures:
        return body
    kind = f'Content-Type: multipart/mixed; boundary="{letter.boundary}"'
    parts = [body, *(_enclosed(item, drawn[item.drawn]) for item in letter.enclosures)]
    edge = b"--" + letter.boundary.encode()
    opened = b"".join(edge + _CRLF + part + _CRLF for part in parts)
    return _block([kind]) + _CRLF + opened + (b"" if letter.torn else edge + b"--" + _CRLF)


def _body(letter: Letter) -> bytes:
    lines = [
        f'Content-Type: text/{_SUBTYPE[letter.html]}; charset="{letter.charset}"',
        f"Content-Transfer-Encoding: {letter.transfer}",
    ]
    text = letter.text.encode(_CODEC.get(letter.charset, letter.charset))
    raw = text.replace(b"\n", _CRLF)
    if letter.transfer is Transfer.BASE64:
        raw = _base64(raw)
    elif letter.transfer is Transfer.QUOTED:
        raw = quopri.encodestring(text).replace(b"\n", _CRLF)
    return _block(lines) + _CRLF + raw


def _enclosed(enclosure: Enclosure, content: bytes) -> bytes:
    name, filename = _names(enclosure)
    disposition = "inline" if enclosure.inline else "attachment"
    lines = [
        f"Content-Type: {enclosure.kind}{name}",
        f"Content-Disposition: {disposition};\r\n {filename}",
        "Content-Transfer-Encoding: base64",
    ]
    return _block(lines) + _CRLF + _base64(content[: enclosure.cut])


def _names(enclosure: Enclosure) -> tuple[str, str]:
    """The name as parameter of the content type (if written there) and of the disposition."""
    if enclosure.naming is Naming.RFC2231:
        return "", f"filename*=UTF-8''{quote(enclosure.name, safe='')}"
    name = enclosure.name
    if enclosure.naming is Naming.ENCODED_WORD:
        name = encoded(name)
    return f';\r\n name="{name}"', f'filename="{name}"'


def _base64(content: bytes) -> bytes:
    return encodebytes(content).replace(b"\n", _CRLF)


def _block(lines: Iterable[str]) -> bytes:
    return b"".join(line.encode() + _CRLF for line in lines)
