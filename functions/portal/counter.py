"""The counter: who stands behind the portal's pages, and how often one may ask."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

from shared.directory.offices import Directory
from shared.model.fact import ProcessId
from shared.model.process import Process
from shared.ports.buckets import Papers, Uploads
from shared.ports.neighbours import Visits
from shared.ports.register import Register
from shared.site.trying import count_try


@dataclass(frozen=True)
class Counter:
    """The portal's neighbours. The register is only read."""

    register: Register
    visits: Visits
    uploads: Uploads
    papers: Papers
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
        count_try(self.visits, self.now(), (what, who), most)
