"""Names that stand right after a marker (จ., อำเภอ, แขวง): the longest that fits is read."""

from collections.abc import Mapping

from shared.thai.blurring import blur, blur_all

BLUR_FROM = 5
"""Shorter names are only read as written."""


class MarkedNames:
    """The names of one level, folded, and what each may stand for."""

    def __init__(self, names: Mapping[str, tuple[str, ...]]) -> None:
        """``names``: folded name to codes of provinces or districts."""
        self._names = dict(names)
        self._blurred: dict[str, set[str]] = {}
        long = [name for name in names if len(name) >= BLUR_FROM]
        for name, blurred in zip(long, blur_all(long), strict=True):
            self._blurred.setdefault(blurred, set()).add(name)
        self._longest = max(map(len, names))

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
        for size in range(len(blurred), BLUR_FROM - 1, -1):
            alike = self._blurred.get(blurred[:size], set())
            if len(alike) == 1:
                return at + size, self._names[next(iter(alike))], False
        return None
