"""Form codes (สปส. 2-01/7, กท. 16) in any spelling: either digits, spaces, no prefix."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shared.thai.folding import Folded, key

_CODE = re.compile(
    r"(?:(?P<series>ส\.?ป\.?ส|ก\.?ท|sso)\.?-?|(?<![\d/.-]))"
    r"(?P<number>\d{1,2}-\d{2}|\d{2}[กคข]?)(?P<part>[/-]\d(?:-\d)?)?(?!\d)"
)
_BARE = re.compile(r"\d-\d{2}")
BARE = 0.6
"""A code without its series (``2-01``) counts for less: it may be something else."""


@dataclass(frozen=True, slots=True)
class FormHit:
    """A form code found: what it speaks for and how strongly."""

    start: int
    end: int
    form: str
    means: str
    weight: float


class FormTable:
    """The known forms, by series and number."""

    def __init__(self, forms: Sequence[tuple[str, str, float]]) -> None:
        """``forms``: the code as printed, what it speaks for, the weight."""
        self._forms: dict[tuple[str, str], list[tuple[str, str, float]]] = {}
        for form, means, weight in forms:
            series, _, number = key(form).partition(".")
            self._forms.setdefault((series, number), []).append((form, means, weight))

    def find(self, folded: Folded) -> Iterator[FormHit]:
        """Every known form code in the text."""
        for found in _CODE.finditer(folded.text):
            series = (found["series"] or "").replace(".", "").replace("sso", "สปส")
            if series or _BARE.fullmatch(found["number"]):
                yield from self._hits(found, series)

    def _hits(self, found: re.Match[str], series: str) -> Iterator[FormHit]:
        part = (found["part"] or "").replace("-", "/", 1) if found["part"] else ""
        for number, end in (
            (found["number"] + part, found.end()),
            (found["number"], found.end("number")),
        ):
            known = self._forms.get((series or "สปส", number))
            if known:
                for form, means, weight in known:
                    yield FormHit(found.start(), end, form, means, weight * (1 if series else BARE))
                return
