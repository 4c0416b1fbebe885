"""S/MIME in one piece (RFC 8551): what a signature was put around, and what is encrypted."""

import zlib
from typing import Any

from asn1crypto import cms, pem

from functions.intake.mail.headers import split_part

_HEADERS = 64 * 1024
_LIMIT = 64 * 1024 * 1024
_ENCRYPTED = frozenset({"enveloped_data", "encrypted_data", "authenticated_enveloped_data"})


def sealed_content(content: bytes) -> bytes | None:
    """What was signed, or compressed, and lies open inside.

    None when there is nothing: a signature by itself, a certificate, something encrypted or
    broken. The signature is not verified.
    """
    try:
        info = _info(content)
        kind = info["content_type"].native
        if kind not in ("signed_data", "compressed_data", "digested_data"):
            return None
        inside = info["content"]["encap_content_info"]["content"].native
        if not isinstance(inside, bytes):
            return None
        if kind == "compressed_data":
            return zlib.decompressobj().decompress(inside, _LIMIT)
    except Exception:  # noqa: BLE001 - foreign bytes; asn1crypto raises many things
        return None
    return inside


def is_encrypted(content: bytes) -> bool:
    """Whether only the owner of a key can read it."""
    try:
        return _info(content)["content_type"].native in _ENCRYPTED
    except Exception:  # noqa: BLE001 - see above
        return False


def is_mime_entity(content: bytes) -> bool:
    """Whether what was sealed is a part of a mail, and not a file."""
    headers, _ = split_part(content[:_HEADERS])
    return headers.declared_type is not None and not content.startswith(b"%PDF")


def _info(content: bytes) -> Any:
    if pem.detect(content):
        _, _, content = pem.unarmor(content)
    return cms.ContentInfo.load(content)
