"""A message that Outlook keeps inside another, written as a mail that anyone can open."""

from base64 import encodebytes
from collections.abc import Sequence
from hashlib import sha256

from functions.intake.mail.headers import Headers
from functions.intake.mail.tree import Leaf

_OWN = ("content-type", "content-transfer-encoding", "mime-version")


def written(headers: Headers, leaves: Sequence[Leaf]) -> bytes:
    """The mail's bytes. The same message is always written the same way."""
    digest = sha256(b"".join(leaf.content for leaf in leaves)).hexdigest()[:32]
    versions = [leaf for leaf in leaves if leaf.alternative]
    others = [leaf for leaf in leaves if not leaf.alternative]
    body = [_multipart(b"alternative", versions, b"text-" + digest.encode())] if versions else []
    kept = [
        b"%s: %s" % (name.encode(), value) for name, value in headers.fields if name not in _OWN
    ]
    return b"\r\n".join(
        [
            *kept,
            b"MIME-Version: 1.0",
            _joined(b"mixed", [*body, *map(_part, others)], digest.encode()),
        ]
    )


def _multipart(kind: bytes, leaves: Sequence[Leaf], boundary: bytes) -> bytes:
    return _joined(kind, [_part(leaf) for leaf in leaves], boundary)


def _joined(kind: bytes, parts: Sequence[bytes], boundary: bytes) -> bytes:
    opening = b'Content-Type: multipart/%s; boundary="%s"\r\n' % (kind, boundary)
    pieces = [b"\r\n--%s\r\n%s" % (boundary, part) for part in parts]
    return opening + b"".join(pieces) + b"\r\n--%s--\r\n" % boundary


def _part(leaf: Leaf) -> bytes:
    declared = leaf.headers.raw("content-type") or leaf.type.encode()
    kept = [
        b"%s: %s" % (name.encode(), value)
        for name, value in leaf.headers.fields
        if name not in _OWN
    ]
    fields = [b"Content-Type: " + declared, b"Content-Transfer-Encoding: base64", *kept]
    return b"\r\n".join([*fields, b"", encodebytes(leaf.content)])
