"""Which known form a form code on a page is, and what it speaks for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shared.thai.folding import Folded, key
from shared.thai.form_codes import FormCode, form_codes

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
        for code in form_codes(folded):
            yield from self._hits(code)

    def _hits(self, code: FormCode) -> Iterator[FormHit]:
        """The form with its part, or the form that it is a part of."""
        for number, end in ((code.number + code.part, code.end), (code.number, code.main_end)):
            known = self._forms.get((code.series, number))
            if known:
                for form, means, weight in known:
                    yield FormHit(code.start, end, form, means, weight * (BARE if code.bare else 1))
                return
