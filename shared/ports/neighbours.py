"""The neighbours that are neither bucket nor register."""

from datetime import datetime
from typing import Protocol

from pydantic import BaseModel

from shared.model.session import Challenge, Session


class Queue(Protocol):
    """The next station's queue."""

    def send(self, message: BaseModel) -> None:
        """Put one message; it will be delivered at least once."""
        ...


class Post(Protocol):
    """Outgoing mail."""

    def send(self, to: str, message: bytes) -> str:
        """Hand a complete RFC 5322 message to SES; returns SES's message id.

        Raises TryLater when SES is busy, Undeliverable when it refuses for good.
        """
        ...


class SignIn(Protocol):
    """Who may enter: the pool of the offices' people."""

    def enter(self, name: str, password: str) -> Session | Challenge:
        """Sign in with name and password. Raises NotSignedIn, TryLater."""
        ...

    def answer(self, challenge: Challenge, answer: str) -> Session | Challenge:
        """Answer what was asked after the password. Raises NotSignedIn, TryLater."""
        ...


class Visits(Protocol):
    """How often somebody came lately; names are hashes and are soon forgotten."""

    def count(self, name: str, until: datetime, most: int) -> bool:
        """Count one; False when ``most`` were counted before. Forgotten some time after ``until``.

        Raises TryLater when the store is busy.
        """
        ...


class Signer(Protocol):
    """The key that seals receipts."""

    def sign(self, message: bytes) -> bytes:
        """ECDSA on P-256 with SHA-256: r and s, 32 bytes each. Raises TryLater when busy."""
        ...
