"""The learned half of deciding: which runs of letters speak for which process. Pure.

A linear model over the distinct runs of a letter's folded text, taught from labelled letters
and from the word list by ``saraban learn``; never by hand. One row for each run holds a small
whole number (-7 to 7) for each process. A row is kept as one whole integer with 16 bits for
each process, so one addition adds all processes at once and no array library is needed.
"""

import math
import struct
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

NOUGHT = 8
"""Four bits hold -7 to 7 as 1 to 15."""
USUAL_RUNS = 300
"""Nine letters in ten have more: some 130 letters of the alphabet."""
_AT_ONCE = 4000
"""So many rows of at most 15 fit into 16 bits."""
_BITS = 16


@dataclass(frozen=True)
class Learned:
    """One taught model. ``rules`` and ``learned`` say what each half counts when mixed.

    From the confidence ``sure_from`` on a process stands without a person where both halves put
    it first; elsewhere from ``sure_alone`` on.
    ``scale``: what 1 in a row is worth, for a letter of a single run.
    """

    rows: Mapping[str, int]
    processes: tuple[str, ...]
    scale: float
    rules: float
    learned: float
    sure_from: float
    sure_alone: float
    version: str

    def stands(self, confidence: float, *, undisputed: bool) -> bool:
        """Whether a process of this confidence needs no person."""
        return confidence >= (self.sure_from if undisputed else self.sure_alone)

    def scores(self, runs: Collection[str]) -> dict[str, float]:
        """What these runs say for each process; about zero on average, seldom above one."""
        found = [row for row in map(self.rows.get, runs) if row is not None]
        many = len(self.processes) + len(self.processes) % 2
        sums = [-NOUGHT * len(found)] * many
        for start in range(0, len(found), _AT_ONCE):
            whole = sum(found[start : start + _AT_ONCE]).to_bytes(2 * many, "little")
            lanes = struct.unpack(f"<{many}H", whole)
            sums = [had + more for had, more in zip(sums, lanes, strict=True)]
        worth = self.worth(runs)
        return {p: value * worth for p, value in zip(self.processes, sums, strict=False)}

    def worth(self, runs: Collection[str]) -> float:
        """What 1 in a row is worth in a letter of these runs: a long letter's runs less.

        A letter shorter than usual says less in all.
        """
        return self.scale / math.sqrt(max(USUAL_RUNS, len(runs)))

    def weights(self, runs: Iterable[str], process: str) -> Iterator[tuple[str, int]]:
        """The runs that were learned and what their rows say for a process of the model."""
        lane = _BITS * self.processes.index(process)
        for run in runs:
            row = self.rows.get(run)
            if row is not None:
                yield run, (row >> lane & 15) - NOUGHT
