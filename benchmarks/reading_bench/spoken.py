"""What Python's own mail parser shows of a mail, to hold our reading against. Pure.

It is a witness, not a judge: where it cannot make sense of a part (a broken boundary,
bytes that are not in the declared charset) it says nothing about that part.
"""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import (
    InvalidBase64CharactersDefect,
    InvalidBase64LengthDefect,
    MissingHeaderBodySeparatorDefect,
)
from email.message import Message
from hashlib import sha256

from benchmarks.reading_bench.seen import seen_runs

_OTHER_CHARSETS = ("utf-8", "cp874", "cp1252")
"""What bytes under a thoughtless label (US-ASCII, Latin-1) may really be."""
_GUESSED = (
    InvalidBase64CharactersDefect,
    InvalidBase64LengthDefect,
    MissingHeaderBodySeparatorDefect,
)
"""With these Python guesses: what the bytes are, or that header lines are the text."""
_UUENCODED = re.compile(r"^begin [0-7]{3,4} [^\n]+\n(.*?)^end$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Said:
    """A text part: its lines, in the declared charset first and then in likelier ones."""

    number: int
    type: str
    sha256: str
    versions: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Enclosed:
    """A file: an attachment, or one written into the text with uuencode."""

    number: int
    type: str
    sha256: str


@dataclass(frozen=True)
class Mute:
    """A part that Python cannot show, though there is something in it."""

    number: int
    type: str


def spoken(raw: bytes) -> Iterator[Said | Enclosed | Mute]:
    """Every leaf of a mail that is not blank."""
    try:
        parts = list(message_from_bytes(raw).walk())
    except RecursionError:  # multiparts within multiparts: Python's parser gives up
        return
    for number, part in enumerate(parts, start=1):
        content = None if part.is_multipart() else part.get_payload(decode=True)
        if isinstance(content, bytes) and content.strip():
            yield from _leaf(number, part, content)


def _leaf(number: int, part: Message, content: bytes) -> Iterator[Said | Enclosed | Mute]:
    kind = part.get_content_type()
    main = part.get_content_maintype()
    if main == "multipart" or any(isinstance(each, _GUESSED) for each in part.defects):
        yield Mute(number, kind)
    elif main != "text":
        yield Enclosed(number, kind, _hash(content))
    elif versions := tuple(_versions(part, content)):
        for found in _UUENCODED.finditer(versions[0]):
            yield Enclosed(number, "uuencoded", _hash(_uudecoded(found[1])))
        lines = tuple(seen_runs(_UUENCODED.sub("", text), kind) for text in versions)
        yield Said(number, kind, _hash(content), lines)
    else:
        yield Mute(number, kind)


def _versions(part: Message, content: bytes) -> Iterator[str]:
    declared = part.get_content_charset("us-ascii")
    for charset in dict.fromkeys((declared, *_OTHER_CHARSETS)):
        try:
            text = content.decode(charset)
        except (LookupError, UnicodeError, ValueError):
            if charset == declared and charset != "us-ascii":
                return  # nobody can say what it should be
            continue
        yield text.replace("\r\n", "\n")
        if content.isascii():
            return


def _uudecoded(block: str) -> bytes:
    content = b""
    for line in block.splitlines():
        try:
            content += binascii.a2b_uu(line)
        except ValueError:
            continue
    return content


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()
