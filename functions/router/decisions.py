"""The two ways a decision about the office can end."""

from collections.abc import Iterable, Sequence

from shared.model.classification import Evidence
from shared.model.fact import CENTRAL, OfficeCode
from shared.model.routing import Decision, Routing


def auto(
    rule: str,
    offices: Iterable[OfficeCode],
    evidence: tuple[Evidence, ...] = (),
    suggestions: Sequence[OfficeCode] = (),
) -> Routing:
    """Straight to these offices."""
    return Routing(
        decision=Decision.AUTO,
        offices=tuple(offices),
        rule=rule,
        evidence=evidence,
        suggestions=tuple(suggestions),
    )


def triage(
    rule: str, suggestions: Iterable[OfficeCode], evidence: tuple[Evidence, ...] = ()
) -> Routing:
    """To the central registry, which chooses; ``suggestions`` are ranked for it."""
    return Routing(
        decision=Decision.TRIAGE,
        offices=(CENTRAL,),
        rule=rule,
        evidence=evidence,
        suggestions=tuple(suggestions),
    )
