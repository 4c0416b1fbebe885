"""Where letters are handed in: who stands behind it, and how often one may ask."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

from shared.directory.offices import Directory
from shared.model.fact import ProcessId
from shared.model.process import Process
from shared.ports.buckets import Folders, Papers
from shared.ports.neighbours import Visits
from shared.ports.register import Register
from shared.sealing.checking import public_keys
from shared.site.trying import count_try


@dataclass(frozen=True)
class Reception:
    """The neighbours of the counter, and of the agencies' window. The register is only read."""

    register: Register
    visits: Visits
    uploads: Folders
    papers: Papers
    pem: Callable[[], bytes]
    """The public keys that receipts are checked with, as they are published."""
    directory: Callable[[], Directory]
    processes: Callable[[], Mapping[ProcessId, Process]]
    now: Callable[[], datetime]

    def keys(self) -> Sequence[EllipticCurvePublicKey]:
        """The same keys, the one in use first."""
        return public_keys(self.pem())

    def count(self, what: str, who: str, most: int) -> None:
        """Count a try. Raises TooOften above ``most`` in ten minutes, and TryLater.

        ``who`` (an address, a reference, a client) is kept as a hash, and forgotten with its span.
        """
        count_try(self.visits, self.now(), (what, who), most)
