"""The register as a whole: its parts lie in one place and change together."""

from dataclasses import dataclass

from shared.ports.answers import Receipts, Suppressions, Tasks
from shared.ports.ledger import Arrivals, Letters
from shared.ports.work import Events, Search, WorkBook


@dataclass(frozen=True)
class Register:
    """The register as a whole."""

    arrivals: Arrivals
    letters: Letters
    work: WorkBook
    receipts: Receipts
    events: Events
    search: Search
    suppressions: Suppressions
    tasks: Tasks
