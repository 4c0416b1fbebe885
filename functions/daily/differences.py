"""Where ledger, register and buckets differ: the kinds of difference, and the report."""

from collections.abc import Mapping
from enum import StrEnum

from shared.model.arrival import Arrival
from shared.model.fact import Fact, SubmissionId
from shared.model.letter import Outcome


class Kind(StrEnum):
    """What is wrong with an arrival."""

    NO_ARRIVAL = "no_arrival"
    """An object lies in its bucket and the ledger has no line of it: its notice was lost."""
    STUCK = "stuck"
    """Intake took it in, and the router has not ended it."""
    NO_LETTER = "no_letter"
    """Its line names a letter that the register has not."""
    NO_WORK_ITEM = "no_work_item"
    """Its line says that it opened work, and no office has any by it."""
    NOT_JOINED = "not_joined"
    """Its line says that it joined a letter, and the letter has no such reply."""
    NO_RECEIPT = "no_receipt"
    """It was registered, and there is neither a receipt nor a reason why not."""
    UNFINISHED_RECEIPT = "unfinished_receipt"
    """Its receipt was begun, and nothing says that it went out."""
    NO_REASON = "no_reason"
    """It was refused or quarantined, and its line does not say why."""


class Difference(Fact):
    """One arrival that has not ended as it must. Tell it by its ids: a key may be a name."""

    kind: Kind
    arrival: Arrival
    submission_id: SubmissionId | None = None


class Reconciled(Fact):
    """What a look found. ``ended`` counts the ledger's lines by how they ended."""

    objects: int
    ended: Mapping[Outcome, int]
    differences: tuple[Difference, ...]
