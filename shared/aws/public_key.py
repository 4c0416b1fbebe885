"""The public half of a key in KMS."""

from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_der_public_key,
)

from shared.aws.busy import waiting_for

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient


def public_pem(kms: "KMSClient", key_id: str) -> bytes:
    """The public key as PEM. Raises TryLater when KMS is busy."""
    with waiting_for("kms"):
        der = kms.get_public_key(KeyId=key_id)["PublicKey"]
    return load_der_public_key(der).public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
