"""By what each matter finds its office: the establishment, the claimant, a move, nobody."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from shared.directory.table import DATA, read
from shared.model.classification import Classification

LIKELY = 0.3
"""From this share of the likelihood another kind of matter is asked whether it would differ."""


class GoesBy(StrEnum):
    """What decides the office of a matter."""

    CLAIMANT = "claimant"
    """The office named, the sender's address, the mailbox written to; most matters."""
    EMPLOYER = "employer"
    """Where the head office of the employer who writes is, whatever else is named."""
    ESTABLISHMENT = "establishment"
    """The same for a work injury, whoever writes: a clinic is then where it was treated."""
    CENTRE = "centre"
    """A rehabilitation centre when one is named; else the establishment."""
    MOVE = "move"
    """Two places may be named: the new one decides."""


@cache
def _matters() -> Mapping[str, GoesBy]:
    rows = read(DATA / "matters.csv", ("process", "goes_by", "source"))
    return {row["process"]: GoesBy(row["goes_by"]) for row in rows}


def goes_by(classification: Classification) -> GoesBy:
    """What decides the office of this letter.

    An unsure process does not hold up a sure office: what most of the likelihood of the
    candidates goes by decides, not the first of them alone.
    """
    shares = _shares(classification)
    best = _matters().get(classification.best.process, GoesBy.CLAIMANT)
    likeliest = max(shares, key=lambda kind: (shares[kind], kind is best))
    return best if best in {GoesBy.CENTRE, GoesBy.MOVE} else likeliest


def may_go_by(classification: Classification) -> list[GoesBy]:
    """What else may decide it: every kind of matter that is likely enough to ask for."""
    shares = _shares(classification)
    return [kind for kind, share in shares.items() if share >= LIKELY * sum(shares.values())]


def _shares(classification: Classification) -> dict[GoesBy, float]:
    shares: dict[GoesBy, float] = {}
    for candidate in classification.ranked:
        kind = _matters().get(candidate.process, GoesBy.CLAIMANT)
        shares[kind] = shares.get(kind, 0.0) + candidate.confidence
    return shares
