"""The code of a receipt: what it says in short, and the signature over just that.

    SSO1.7K4M9XQ2HDWA.chiangmai-2569-128.20261120T031500Z.20261120T031500Z.<hash>.<signature>

Version, reference, register numbers (``office-year-number``, several joined by ``~``), when
the letter entered the system, when it is deemed received (both UTC, whole seconds), the
SHA-256 of the statement, the signature. Signed (ECDSA, P-256, SHA-256) are the ASCII signs
before the last point. Hash (32 bytes) and signature (64 bytes, r and s) are in Crockford's
Base32: no sign of it is mistaken for another on paper. Every sign counts: there is one code
for a signature, not several.
"""

import re
from base64 import b32decode, b32encode
from datetime import UTC, datetime

from shared.errors import NotGenuine
from shared.model.fact import Fact, OfficeCode
from shared.model.seal import Statement
from shared.sealing.canonical import canonical, digest

VERSION = "SSO1"
HASH_BYTES, SIGNATURE_BYTES = 32, 64
_TIME = "%Y%m%dT%H%M%SZ"
_RFC4648 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_WRITE, _READ = str.maketrans(_RFC4648, _CROCKFORD), str.maketrans(_CROCKFORD, _RFC4648)
_NUMBER = r"[a-z0-9_]{1,40}-\d{4}-[1-9]\d{0,8}"
_CODE = re.compile(
    rf"(?P<signed>{VERSION}\.(?P<reference>[0-9A-Z]{{12}})\.(?P<numbers>{_NUMBER}(~{_NUMBER}){{0,9}})"
    rf"\.(?P<entered>\d{{8}}T\d{{6}}Z)\.(?P<deemed>\d{{8}}T\d{{6}}Z)\.(?P<hash>[{_CROCKFORD}]{{52}}))"
    rf"\.(?P<signature>[{_CROCKFORD}]{{103}})",
    re.ASCII,
)


class Summary(Fact):
    """What a code says by itself. ``numbers`` are pairs of office and ``128/2569``."""

    signed: str
    signature: bytes
    reference: str
    numbers: tuple[tuple[OfficeCode, str], ...]
    entered_at: datetime
    deemed_at: datetime
    digest: bytes


def to_be_signed(statement: Statement) -> str:
    """The code without its signature: what the key signs."""
    numbers = (_written(office.code, office.number) for office in statement.offices)
    parts = (
        VERSION,
        statement.reference.replace("-", ""),
        "~".join(numbers),
        statement.entered_at.astimezone(UTC).strftime(_TIME),
        statement.deemed_at.astimezone(UTC).strftime(_TIME),
        _base32(digest(canonical(statement))),
    )
    return ".".join(parts)


def with_signature(signed: str, signature: bytes) -> str:
    """The whole code; ``signature`` is r and s, 32 bytes each."""
    return f"{signed}.{_base32(signature)}"


def parse(written: str) -> Summary:
    """What a code says, from how it was copied: spaces and line breaks do not count.

    Raises NotGenuine when it has not a code's form; who signed it is not looked at.
    """
    found = _CODE.fullmatch("".join(written.split()))
    if found is None:
        raise NotGenuine("not_a_code")
    numbers = (number.rsplit("-", 2) for number in found["numbers"].split("~"))
    try:
        return Summary(
            signed=found["signed"],
            signature=_bytes(found["signature"], SIGNATURE_BYTES),
            reference="-".join(re.findall("....", found["reference"])),
            numbers=tuple((OfficeCode(office), f"{n}/{year}") for office, year, n in numbers),
            entered_at=_time(found["entered"]),
            deemed_at=_time(found["deemed"]),
            digest=_bytes(found["hash"], HASH_BYTES),
        )
    except ValueError:
        raise NotGenuine("not_a_code") from None


def _written(office: OfficeCode, number: str) -> str:
    count, _, year = number.partition("/")
    return f"{office}-{year}-{count}"


def _time(text: str) -> datetime:
    return datetime.strptime(text, _TIME).replace(tzinfo=UTC)


def _base32(content: bytes) -> str:
    return b32encode(content).decode().rstrip("=").translate(_WRITE)


def _bytes(text: str, length: int) -> bytes:
    """The bytes of ``text``; ValueError for another text of the same bytes."""
    content = b32decode(text.translate(_READ) + "=" * (-len(text) % 8))
    if len(content) != length or _base32(content) != text:
        raise ValueError("not the one way to write these bytes")
    return content
