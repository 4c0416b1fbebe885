"""The register as a whole: its parts lie in one place and change together."""

from dataclasses import dataclass

from shared.ports.answers import Receipts, Suppressions, Tasks
from shared.ports.jurisdictions import Jurisdictions
from shared.ports.ledger import Arrivals, Letters
from shared.ports.watching import Failures, Looks, Statistics
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
    statistics: Statistics
    looks: Looks
    failures: Failures
    jurisdictions: Jurisdictions
