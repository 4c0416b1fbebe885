"""Is it ours? Checking codes and seals with the published keys, without any network."""

import re
from collections.abc import Sequence

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDSA,
    SECP256R1,
    EllipticCurvePublicKey,
)
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from shared.errors import NotGenuine, NotOurKey
from shared.model.seal import Seal, Statement
from shared.sealing.canonical import digest, read
from shared.sealing.code import Summary, parse, to_be_signed

HALF = 32
_PEM = re.compile(rb"-----BEGIN PUBLIC KEY-----.+?-----END PUBLIC KEY-----", re.DOTALL)


def public_keys(pem: bytes) -> tuple[EllipticCurvePublicKey, ...]:
    """The keys of a PEM file: one, or several when the key was changed once.

    Raises NotOurKey when there is none, or one that is no P-256 key.
    """
    keys = tuple(_key(found) for found in _PEM.findall(pem))
    if not keys:
        raise NotOurKey
    return keys


def check_code(written: str, keys: Sequence[EllipticCurvePublicKey]) -> Summary:
    """What a genuine code says. Raises NotGenuine: ``not_a_code`` or ``not_signed_by_us``."""
    summary = parse(written)
    r, s = (int.from_bytes(half) for half in (summary.signature[:HALF], summary.signature[HALF:]))
    signature = encode_dss_signature(r, s)
    if not any(_signed(key, signature, summary.signed.encode()) for key in keys):
        raise NotGenuine("not_signed_by_us")
    return summary


def check_seal(seal: Seal, keys: Sequence[EllipticCurvePublicKey]) -> Statement:
    """What a genuine seal says. Raises NotGenuine, also ``statement_changed``."""
    summary = check_code(seal.code, keys)
    if digest(seal.statement) != summary.digest:
        raise NotGenuine("statement_changed")
    statement = read(seal.statement)
    if to_be_signed(statement) != summary.signed:
        raise NotGenuine("statement_changed")
    return statement


def _key(pem: bytes) -> EllipticCurvePublicKey:
    try:
        key = load_pem_public_key(pem)
    except (ValueError, UnsupportedAlgorithm):
        raise NotOurKey from None
    if not isinstance(key, EllipticCurvePublicKey) or not isinstance(key.curve, SECP256R1):
        raise NotOurKey
    return key


def _signed(key: EllipticCurvePublicKey, signature: bytes, message: bytes) -> bool:
    try:
        key.verify(signature, message, ECDSA(SHA256()))
    except InvalidSignature:
        return False
    return True
