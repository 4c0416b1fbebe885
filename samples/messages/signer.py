"""The key of nobody: it signs samples, and nothing that it signed is a receipt of ours."""

from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDSA,
    SECP256R1,
    EllipticCurvePrivateKey,
    derive_private_key,
)
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


@dataclass
class SampleSigner:
    """Keeps ``shared.ports.neighbours.Signer``; the same text is signed the same (RFC 6979)."""

    secret: int = 20260718

    def sign(self, message: bytes) -> bytes:
        """ECDSA on P-256 with SHA-256: r and s, 32 bytes each."""
        signature = self.key.sign(message, ECDSA(SHA256(), deterministic_signing=True))
        r, s = decode_dss_signature(signature)
        return r.to_bytes(32) + s.to_bytes(32)

    @property
    def key(self) -> EllipticCurvePrivateKey:
        """The key pair."""
        return derive_private_key(self.secret, SECP256R1())

    @property
    def pem(self) -> bytes:
        """The public key as it would be published."""
        public = self.key.public_key()
        return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
