"""Which of the places that speak for different offices outweigh the others."""

from collections.abc import Sequence

from functions.router.witnesses import Witness
from shared.model.office import Office

FULL = 3
"""Parts of an address from which it outweighs bare names."""
CLEARLY = 2
"""By how much an office must outweigh every other one: a mailbox alone never does."""


def weightiest(speaking: Sequence[Witness], addressed: Office | None) -> list[Witness]:
    """Full addresses before bare names; then those of an office that clearly outweighs the rest.

    Who names a province and, elsewhere, a district of it means the district both times.
    """
    placed = _most_exact([witness for witness in speaking if witness.office])
    full = [witness for witness in placed if witness.parts >= FULL] or placed
    weights: dict[str, int] = {}
    for witness in full:
        code = witness.office.code if witness.office else ""
        weights[code] = max(weights.get(code, 0), _weight(witness, addressed))
    first, *rest = sorted(weights, key=lambda code: -weights[code])
    if rest and weights[first] - weights[rest[0]] >= CLEARLY:
        return [witness for witness in full if witness.office and witness.office.code == first]
    return full


def _most_exact(placed: Sequence[Witness]) -> list[Witness]:
    exact = {w.district[:2] for w in placed if w.district}
    return [w for w in placed if w.district or w.parts >= FULL or _province(w) not in exact]


def _province(witness: Witness) -> str:
    return witness.office.province_code or "" if witness.office else ""


def _weight(witness: Witness, addressed: Office | None) -> int:
    """Parts of the address, the sender's own words, a role said, the mailbox's province."""
    written_to = bool(
        addressed and witness.office and addressed.province_code == witness.office.province_code
    )
    return witness.parts + witness.own + witness.role_said + written_to
