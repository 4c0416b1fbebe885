"""Names that stand right after a marker (จ., อำเภอ, แขวง): the longest that fits is read."""

from collections import Counter
from collections.abc import Mapping

from shared.thai.blurring import blur, blur_all

BLUR_FROM = 5
"""Shorter names are only read as written."""


class MarkedNames:
    """The names of one level, folded, and what each may stand for."""

    def __init__(self, names: Mapping[str, tuple[str, ...]]) -> None:
        """``names``: folded name to codes of provinces or districts."""
        self._names = dict(names)
        self._longest = max(map(len, names))
        self._blurred: dict[str, Mapping[str, str | None]] = {}

    def exactly(self, name: str) -> tuple[str, ...]:
        """What this folded name may stand for; nothing when it is none of ours."""
        return self._names.get(name, ())

    def read(self, text: str, at: int) -> tuple[int, tuple[str, ...], bool] | None:
        """The longest name that begins at ``at``: its end, its places, whether exact."""
        for end in range(min(len(text), at + self._longest), at + 1, -1):
            places = self._names.get(text[at:end])
            if places:
                return end, places, True
        return self._read_blurred(text, at)

    def _read_blurred(self, text: str, at: int) -> tuple[int, tuple[str, ...], bool] | None:
        blurred = blur(text[at : at + self._longest])
        alike = self._beginning_like(blurred[:1])
        for size in range(len(blurred), BLUR_FROM - 1, -1):
            name = alike.get(blurred[:size])
            if name:
                return at + size, self._names[name], False
        return None

    def _beginning_like(self, first: str) -> Mapping[str, str | None]:
        """Blurred names of one first letter; one that two names share stands for none.

        Made when first asked for: blurring thousands of names would hold up a fresh start.
        """
        if first not in self._blurred:
            letters = {name[0] for name in self._names}
            begins = tuple(letter for letter in letters if blur(letter) == first)
            long = [n for n in self._names if n.startswith(begins) and len(n) >= BLUR_FROM]
            written = blur_all(long)
            shared = [each for each, count in Counter(written).items() if count > 1]
            self._blurred[first] = {
                **dict(zip(written, long, strict=True)),
                **dict.fromkeys(shared),
            }
        return self._blurred[first]
