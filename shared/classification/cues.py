"""Small words around a phrase that change what it says: not, once, already, please."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shared.directory.table import Row
from shared.thai.folding import Folded, key

BEFORE = {"denied": 5, "asked": 3, "past": 8}
"""How many folded letters may stand between the cue and the phrase after it."""
AFTER = {"done": 32}
FACTORS = {"denied": -0.3, "asked": 1.25, "past": 0.4, "done": 0.4}
"""What becomes of the phrase's weight."""
_LONGEST = 24
_REST_OF_CLAUSE = 48


@dataclass(frozen=True)
class Cues:
    """The cues, each kind as one pattern that ends (or begins) at the phrase."""

    before: Mapping[str, re.Pattern[str]]
    after: Mapping[str, re.Pattern[str]]

    @classmethod
    def load(cls, rows: Sequence[Row]) -> "Cues":
        """From cues.csv. Raises BadDirectory for an unknown kind."""
        before: dict[str, re.Pattern[str]] = {}
        after: dict[str, re.Pattern[str]] = {}
        for row in rows:
            words = "|".join(
                re.escape(key(word)) for word in sorted(row.many("words"), key=len, reverse=True)
            )
            if row["kind"] in BEFORE:
                gap = BEFORE[row["kind"]]
                before[row["kind"]] = re.compile(rf"(?:{words})(.{{0,{gap}}})$")
            elif row["kind"] in AFTER:
                after[row["kind"]] = re.compile(rf".{{0,{AFTER[row['kind']]}}}?(?:{words})")
            else:
                raise row.wrong(f"no cue is of the kind {row['kind']!r}")
        return cls(before, after)

    def factor(self, folded: Folded, start: int, end: int) -> float:
        """What the weight of the phrase at ``start:end`` is multiplied by."""
        factor = 1.0
        ahead = folded.text[max(0, start - _LONGEST) : start]
        for kind, pattern in self.before.items():
            found = pattern.search(ahead)
            if found and _joined(folded, start - len(found[1]), start, kind):
                factor *= FACTORS[kind]
        for kind, pattern in self.after.items():
            if pattern.match(_clause(folded, end)):
                factor *= FACTORS[kind]
        return factor


def _clause(folded: Folded, start: int) -> str:
    """What follows in the same clause: Thai up to a space, English up to a full stop."""
    if start >= len(folded.text):
        return ""
    opening = folded.places[start]
    rest = folded.original[opening : opening + 2 * _REST_OF_CLAUSE]
    ends = r"[.;!?\n]" if folded.text[start - 1].isascii() else r"[\s.;]"
    return key(re.split(ends, rest, maxsplit=1)[0])


def _joined(folded: Folded, cue_end: int, start: int, kind: str) -> bool:
    """The cue belongs to the phrase: no space or line end between them parts a denial.

    ``ไม่ได้รับ`` (has not been paid) is no denial: it is what people ask for.
    """
    if kind != "denied":
        return True
    between = folded.text[cue_end:start]
    if between.startswith("รับ"):
        return False
    latin = folded.text[cue_end - 1].isascii()
    return latin or not any(
        folded.gap(place, place).strip() != folded.gap(place, place)
        for place in range(cue_end, start + 1)
    )
