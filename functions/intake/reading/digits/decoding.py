"""From the network's likelihoods to signs, where they stand, and how sure all of it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from functions.intake.reading.digits.network import COLUMNS, MARGIN, Floats
from functions.intake.reading.digits.signs import ARABIC, NOTHING, SIGNS, THAI

NOUGHTS = (THAI[0], ARABIC[0])


@dataclass(frozen=True)
class PlacedSign:
    """A sign and the first and the last step of the network's output that show it."""

    text: str
    first: int
    last: int

    @property
    def column(self) -> float:
        """The middle of the strip's columns in which it was seen."""
        return float((self.first + self.last + 1) / 2 * COLUMNS - MARGIN)


def placed_signs(likely: Floats) -> tuple[PlacedSign, ...]:
    """The likeliest sign of each step; one that goes on over several steps is one sign."""
    best = likely.argmax(axis=1)
    begins = np.flatnonzero(np.diff(best, prepend=NOTHING) != 0)
    ends = np.append(begins, len(best))[1:]
    return tuple(
        PlacedSign(SIGNS[best[begin]], int(begin), int(end) - 1)
        for begin, end in zip(begins, ends, strict=True)
        if best[begin] != NOTHING
    )


def of_one_script(
    likely: Floats, signs: Sequence[PlacedSign]
) -> tuple[Floats, tuple[PlacedSign, ...]]:
    """Noughts as the other digits of their number have them: ๐ and 0 look alike.

    A number that has other digits of both scripts, or none but noughts, stays as it is.
    """
    others = {sign.text for sign in signs} - {*NOUGHTS}
    thai, arabic = (not others.isdisjoint(script) for script in (THAI, ARABIC))
    if thai == arabic:
        return likely, tuple(signs)
    nought = NOUGHTS[0] if thai else NOUGHTS[1]
    one, other = (SIGNS.index(sign) for sign in NOUGHTS)
    either = likely.copy()
    either[:, one] = either[:, other] = np.logaddexp(likely[:, one], likely[:, other])
    same = (replace(sign, text=nought) if sign.text in NOUGHTS else sign for sign in signs)
    return either, tuple(same)


def probability(likely: Floats, signs: Sequence[PlacedSign]) -> float:
    """How likely it is that the steps show exactly these signs, wherever in them.

    The sum over all ways of laying the signs out (the forward pass of connectionist
    temporal classification, Graves et al. 2006), which the network was trained with.
    """
    if not len(likely):
        return 0.0
    ways = [NOTHING]
    for sign in signs:
        ways += [SIGNS.index(sign.text), NOTHING]
    # A sign may follow the one before directly, without "nothing", unless they are equal.
    skips = np.array([n > 1 and ways[n] not in (NOTHING, ways[n - 2]) for n in range(len(ways))])
    steps = np.exp(likely[:, ways].astype(np.float64))
    reached = np.zeros(len(ways))
    reached[:2] = steps[0, :2]
    for step in steps[1:]:
        gone_on = reached.copy()
        gone_on[1:] += reached[:-1]
        gone_on[2:] += reached[:-2] * skips[2:]
        reached = gone_on * step
    return float(reached[-2:].sum())
