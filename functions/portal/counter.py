"""The counter: who stands behind the portal's pages, and how often one may ask."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

from shared.directory.offices import Directory
from shared.errors import TooOften
from shared.model.fact import ProcessId
from shared.model.process import Process
from shared.ports.buckets import Uploads
from shared.ports.neighbours import Visits
from shared.ports.register import Register

SPAN = timedelta(minutes=10)


@dataclass(frozen=True)
class Counter:
    """The portal's neighbours. The register is only read."""

    register: Register
    visits: Visits
    uploads: Uploads
    keys: Callable[[], Sequence[EllipticCurvePublicKey]]
    """The public keys that receipts are checked with, the one in use first."""
    directory: Callable[[], Directory]
    processes: Callable[[], Mapping[ProcessId, Process]]
    now: Callable[[], datetime]
    draw_folder: Callable[[], str]
    """A name that nobody can guess, of 32 hexadecimal digits."""

    def count(self, what: str, who: str, most: int) -> None:
        """Count a try. Raises TooOften above ``most`` in ten minutes.

        ``who`` (an address, a reference) is kept as a hash, and forgotten with its span.
        """
        now = self.now()
        span = int(now.timestamp() // SPAN.total_seconds())
        name = sha256(f"{what}\n{span}\n{who}".encode()).hexdigest()
        if not self.visits.count(name, now + 2 * SPAN, most):
            raise TooOften
