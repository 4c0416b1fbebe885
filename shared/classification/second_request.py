"""Whether a sender says that he asks for a second thing beside the first."""

import re
from collections.abc import Iterable

from shared.classification.passages import Passage, Place
from shared.thai.folding import keys

_WORDS = keys((
    "และขอ", "พร้อมขอ", "แล้วก็ขอ", "กับขอ", "ทั้งขอ", "อีกเรื่อง", "สองเรื่อง", "2 เรื่อง", "เรื่องที่สอง",
    "เรื่องที่ 2", "อีกอย่าง", "พร้อมกันนี้", "นอกจากนี้",
))  # fmt: skip
_SAID = re.compile(
    "|".join(map(re.escape, _WORDS))
    + r"|also (?:want|need|ask)|another (?:matter|question)|(?:two|2) (?:things|matters|requests)"
)
_NOW = frozenset({Place.OWN, Place.SUBJECT})


def asks_twice(pieces: Iterable[Passage]) -> bool:
    """True when his own words, or the subject, announce a second request."""
    return any(_SAID.search(piece.folded.text) for piece in pieces if piece.place in _NOW)
