"""Routing: the office or offices, the rule that decided, and the evidence."""

from enum import StrEnum

from shared.model.classification import Evidence
from shared.model.fact import Fact, OfficeCode


class Decision(StrEnum):
    """Who decided about the office."""

    AUTO = "auto"
    TRIAGE = "triage"
    """The central registry must choose; ``suggestions`` are ranked for it."""


class Routing(Fact):
    """Where a letter goes and why. ``offices`` is never empty.

    With ``TRIAGE`` it is the central registry alone.
    """

    decision: Decision
    offices: tuple[OfficeCode, ...]
    rule: str
    evidence: tuple[Evidence, ...] = ()
    suggestions: tuple[OfficeCode, ...] = ()
    place: str | None = None
    """The one khet or amphoe, by its code, that the letter was or would be decided by."""
