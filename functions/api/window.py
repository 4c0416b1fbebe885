"""The window where agencies hand in letters: who stands behind it, and how often one may ask."""

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
from shared.site.trying import count_try


@dataclass(frozen=True)
class Window:
    """The API's neighbours. The register is only read."""

    register: Register
    visits: Visits
    folders: Folders
    papers: Papers
    keys: Callable[[], Sequence[EllipticCurvePublicKey]]
    """The public keys that receipts are checked with, the one in use first."""
    directory: Callable[[], Directory]
    processes: Callable[[], Mapping[ProcessId, Process]]
    now: Callable[[], datetime]

    def count(self, what: str, who: str, most: int) -> None:
        """Count a request. Raises TooOften above ``most`` in ten minutes."""
        count_try(self.visits, self.now(), (f"api {what}", who), most)
