"""A signer in memory that can fail and counts."""

from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

from samples.messages.signer import SampleSigner


@dataclass
class FakeSigner(SampleSigner):
    """Keeps ``shared.ports.neighbours.Signer``; ``failure`` is raised instead of signing."""

    failure: Exception | None = None
    signed: int = 0

    def sign(self, message: bytes) -> bytes:
        if self.failure:
            raise self.failure
        self.signed += 1
        return super().sign(message)

    @property
    def public_key(self) -> EllipticCurvePublicKey:
        return self.key.public_key()
