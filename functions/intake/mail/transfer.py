"""Content-Transfer-Encoding undone, as far as the bytes allow."""

import binascii
import re

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
    return content


def from_base64(text: bytes) -> bytes:
    """Base64 as tolerant as mail needs it: foreign signs skipped, padding anywhere."""
    signs = _NOT_BASE64.sub(b"", text)
    return b"".join(_quantum(run) for run in _PADDING.split(signs))


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
