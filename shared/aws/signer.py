"""Signatures by a key in KMS, which never leaves it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from shared.aws.busy import code, waiting_for
from shared.errors import TryLater

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient

HALF = 32
"""Bytes of r and of s on P-256."""
OUT_OF_ORDER = frozenset(
    {"DependencyTimeoutException", "KMSInternalException", "KeyUnavailableException"}
)
"""KMS cannot answer now; each may pass by itself (KMS API reference, Sign)."""


@dataclass(frozen=True)
class KmsSigner:
    """Keeps ``shared.ports.neighbours.Signer``; ``key_id`` is an ECC_NIST_P256 key for signing."""

    kms: "KMSClient"
    key_id: str

    def sign(self, message: bytes) -> bytes:
        """Sign up to 4,096 bytes; r and s, 32 bytes each."""
        try:
            with waiting_for("kms"):
                answer = self.kms.sign(
                    KeyId=self.key_id,
                    Message=message,
                    MessageType="RAW",
                    SigningAlgorithm="ECDSA_SHA_256",
                )
        except ClientError as error:
            if code(error) in OUT_OF_ORDER:
                raise TryLater(f"kms: {code(error)}") from error
            raise
        r, s = decode_dss_signature(answer["Signature"])
        return r.to_bytes(HALF) + s.to_bytes(HALF)
