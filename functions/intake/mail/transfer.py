"""Content-Transfer-Encoding undone, as far as the bytes allow."""

import binascii
import re

UU_BLOCK = re.compile(
    rb"(?m)^begin [0-7]{3,4} ([^\r\n]{1,250})\r?\n"
    rb"((?:[ -`][ -~]{0,90}\r?\n|`?\r?\n)+?)end[ \t]*\r?$"
)
"""A file in uuencode: its name, and its lines."""
_PADDING = re.compile(rb"=+")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/=]+")
_BASE64_LINE = re.compile(rb"(?m)^[ \t]*(?![-_]+[ \t]*\r?$)([A-Za-z0-9+/=_-]+)[ \t]*\r?$")
_WHITE = b" \t\r\n"
_URL_SAFE = bytes.maketrans(b"-_", b"+/")


def decoded(content: bytes, encoding: str) -> bytes:
    """``content`` without its transfer encoding; unchanged when the encoding is unknown."""
    if encoding == "base64":
        return _base64_body(content)
    if encoding == "quoted-printable":
        return binascii.a2b_qp(content)
    if encoding == "uuencode":
        return _uuencoded_body(content)
    return content


def from_base64(text: bytes) -> bytes:
    """Base64 as tolerant as mail needs it: foreign signs skipped, padding anywhere."""
    signs = _NOT_BASE64.sub(b"", text)
    return b"".join(_quantum(run) for run in _PADDING.split(signs))


def uudecoded(lines: bytes) -> bytes:
    """The bytes; lines that are none are left out, and sloppy padding is forgiven."""
    return b"".join(map(_uu_line, lines.splitlines()))


def _uuencoded_body(content: bytes) -> bytes:
    block = UU_BLOCK.search(content)
    return uudecoded(block[2]) if block else content


def _uu_line(line: bytes) -> bytes:
    try:
        return binascii.a2b_uu(line)
    except binascii.Error:
        needed = ((line[0] - 32 & 63) * 4 + 5) // 3
    try:
        return binascii.a2b_uu(line[:needed])
    except binascii.Error:
        return b""


def _quantum(run: bytes) -> bytes:
    if len(run) % 4 == 1:  # six bits are no byte; the sign was cut off from its neighbours
        run = run[:-1]
    return binascii.a2b_base64(run + b"=" * (-len(run) % 4))


def _base64_body(content: bytes) -> bytes:
    """Lines that are no base64 (a mailing list's footer) are left out.

    If none is, the encoding was declared wrongly and the content is what it is.
    """
    try:
        return binascii.a2b_base64(content.translate(None, _WHITE), strict_mode=True)
    except binascii.Error:
        lines = b"".join(_BASE64_LINE.findall(content))
        return from_base64(lines.translate(_URL_SAFE)) if lines else content
