"""Header bytes into text: RFC 2047 encoded words, and what senders write instead."""

import binascii
import re
from itertools import groupby

from functions.intake.mail.transfer import from_base64
from functions.intake.reading.charsets import decode

MOST_HEADER_BYTES = 64 * 1024
"""A longer header value is cut before it is decoded; no mail client writes one."""

_WORD = re.compile(
    rb"=\?([^?\s*]{1,60})(?:\*[^?\s]{0,40})?\?([bBqQ])\?([^\r\n]{0,4000}?)\?=(?:\s+(?==\?))?"
)
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")
_SPACES = re.compile(r"\s+")


def header_text(raw: bytes) -> str:
    """A header value as a person reads it: decoded, on one line, without invisible signs.

    Neighbouring words of one charset are joined before they are decoded, because some
    mailers cut a word in the middle of a character. Bytes outside encoded words are read
    by what they look like.
    """
    runs = groupby(_pieces(raw[:MOST_HEADER_BYTES]), key=lambda piece: piece[0])
    text = "".join(decode(b"".join(piece for _, piece in run), charset) for charset, run in runs)
    return _SPACES.sub(" ", _INVISIBLE.sub(" ", text)).strip()


def _pieces(raw: bytes) -> list[tuple[str | None, bytes]]:
    """(charset, bytes) in order; the charset is None outside encoded words."""
    pieces: list[tuple[str | None, bytes]] = []
    end = 0
    for found in _WORD.finditer(raw):
        if found.start() > end:
            pieces.append((None, raw[end : found.start()]))
        charset = found[1].decode("ascii", "replace").lower()
        pieces.append((charset, _unwrapped(found[2], found[3])))
        end = found.end()
    if end < len(raw):
        pieces.append((None, raw[end:]))
    return pieces


def _unwrapped(encoding: bytes, word: bytes) -> bytes:
    if encoding in b"bB":
        return from_base64(word)
    return binascii.a2b_qp(word, header=True)
