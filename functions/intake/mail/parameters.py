"""The parameters of Content-Type and Content-Disposition (RFC 2045, RFC 2231)."""

import re
from collections.abc import Iterable
from urllib.parse import unquote_to_bytes

from functions.intake.mail.encoded_words import MOST_HEADER_BYTES, header_text
from functions.intake.reading.charsets import decode

_PARAMETER = re.compile(rb';\s*([^\s=;"]{1,80})\s*=\s*("(?:[^"\\]|\\.)*"?|[^;]*)', re.DOTALL)
_SECTION = re.compile(r"([^*]+)(?:\*(\d{1,3}))?(\*)?")
_ESCAPED = re.compile(rb'\\(["\\])')
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2}){3}")


def parameters(raw: bytes) -> dict[str, str]:
    """Parameter names (lower case) and their values as a person reads them.

    RFC 2231 forms (``name*0*=utf-8''...``) win over plain ones; a plain value may hold
    RFC 2047 words, bare 8-bit text or percent-encoded UTF-8, as real mailers write.
    """
    plain: dict[str, str] = {}
    sections: dict[str, list[tuple[int, bool, bytes]]] = {}
    for found in _PARAMETER.finditer(raw[:MOST_HEADER_BYTES]):
        section = _SECTION.fullmatch(found[1].decode("latin-1").lower())
        if section is None:
            continue
        name, number, extended = section.groups()
        if number or extended:
            piece = (int(number or 0), bool(extended), _unquoted(found[2]))
            sections.setdefault(name, []).append(piece)
        else:
            plain.setdefault(name, _plain(_unquoted(found[2])))
    return plain | {name: _joined(sorted(pieces)) for name, pieces in sections.items()}


def _unquoted(value: bytes) -> bytes:
    value = value.strip()
    if not value.startswith(b'"'):
        return value
    return _ESCAPED.sub(rb"\1", value[1:].removesuffix(b'"'))


def _plain(value: bytes) -> str:
    text = header_text(value)
    if _PERCENT.search(text):
        try:
            return unquote_to_bytes(text).decode("utf-8")
        except UnicodeDecodeError:
            return text
    return text


def _joined(pieces: Iterable[tuple[int, bool, bytes]]) -> str:
    """Sections in order; the first extended one names the charset: ``charset'language'``."""
    charset: str | None = None
    content = b""
    for number, extended, value in pieces:
        piece = value
        if extended and number == 0 and value.count(b"'") >= 2:  # noqa: PLR2004 - two quotes
            label, _, piece = value.split(b"'", 2)
            charset = label.decode("ascii", "replace")
        content += unquote_to_bytes(piece) if extended else piece
    return decode(content, charset) if charset else header_text(content)
