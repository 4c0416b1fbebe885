"""Many phrases looked for in one text at once, in one pass and without a tokenizer.

The table is keyed by the first letters of each phrase, so a text costs a few dictionary
look-ups per letter however many phrases there are. A phrase may have one gap, written
``เปลี่ยน…โรงพยาบาล``: its tail may follow its head within GAP letters. A Latin phrase that
ends in ``*`` is the beginning of a word: ``paralys*``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from shared.thai.blurring import blur, blur_all
from shared.thai.folding import Folded, keys, tidied

Value = TypeVar("Value")

GAP_SIGN = "…"
GAP = 30
"""The most folded letters between the two parts of a phrase with a gap."""
TONES_TO = 4
"""Thai phrases of so few letters must have their own tone marks: สวน is not ส่วน."""
BLUR_FROM = 7
"""Shorter phrases are only found as written: too many words look like them."""
LEADING_VOWELS = frozenset("เแโใไ")
FOLLOWING_VOWELS = frozenset("ะาิีึืุูั")
_HEADS = (4, 3, 2)
SHORTEST = 2
"""Folded letters that a phrase has at least."""


@dataclass(frozen=True, slots=True)
class Hit(Generic[Value]):
    """A phrase found: folded slice, what it stands for, whether letter by letter."""

    start: int
    end: int
    value: Value
    exact: bool
    phrase: str


@dataclass(slots=True)
class _Entry(Generic[Value]):
    head: str
    blurred: str
    tail: str
    value: Value
    phrase: str
    open: bool
    """The word may go on after the phrase."""

    def is_written(self, folded: Folded, hit: "Hit[Value]") -> bool:
        """A short phrase, or tail, stands there with its own tone marks; no line is crossed."""
        if not self.tail:
            return _has_tones(folded, hit.start, hit.end, self.phrase)
        head, _, tail = self.phrase.partition(GAP_SIGN)
        return (
            "\n" not in folded.slice(hit.start, hit.end)
            and _has_tones(folded, hit.start, hit.start + len(self.head), head)
            and _has_tones(folded, hit.end - len(self.tail), hit.end, tail)
        )

    @property
    def may_blur(self) -> bool:
        return len(self.head) >= BLUR_FROM and not self.head.isascii()


class PhraseTable(Generic[Value]):
    """Phrases with what they stand for. The same phrase may stand for several things."""

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        """``phrases`` as people write them; raises ValueError for one shorter than two letters."""
        self._tables: dict[int, dict[str, list[_Entry[Value]]]] = {n: {} for n in _HEADS}
        listed = list(phrases)
        folded = keys([phrase.removesuffix("*") for phrase, _ in listed])
        for (phrase, value), words, blurred in zip(listed, folded, blur_all(folded), strict=True):
            self._add(phrase, words, blurred, value)

    def find(self, folded: Folded) -> Iterator[Hit[Value]]:
        """Every phrase in the text, overlapping ones too, by place."""
        text, blurred = folded.text, blur(folded.text)
        tables = [(size, table) for size, table in self._tables.items() if table]
        for start in range(len(text)):
            for size, table in tables:
                for entry in table.get(blurred[start : start + size], ()):
                    hit = _hit(entry, text, blurred, start)
                    if hit and entry.is_written(folded, hit):
                        yield hit

    def _add(self, phrase: str, folded: str, blurred: str, value: Value) -> None:
        head, _, tail = folded.partition(GAP_SIGN)
        size = min(len(head), _HEADS[0])
        if size < SHORTEST:
            raise ValueError(f"too short to look for: {phrase!r}")
        entry = _Entry(head, blurred[: len(head)], tail, value, phrase, phrase[-1] == "*")
        self._tables[size].setdefault(blurred[:size], []).append(entry)


def _hit(entry: _Entry[Value], text: str, blurred: str, start: int) -> Hit[Value] | None:
    if not blurred.startswith(entry.blurred, start):
        return None
    end = start + len(entry.head)
    exact = text.startswith(entry.head, start)
    if not (exact or entry.may_blur) or _joined(text, start):
        return None
    if not entry.open and _joined(text, end):
        return None
    if entry.tail:
        at = text.find(entry.tail, end, end + GAP + len(entry.tail))
        if at < 0 or not stands_alone(text, at, at + len(entry.tail)):
            return None
        end = at + len(entry.tail)
    return Hit(start, end, entry.value, exact, entry.phrase)


def _has_tones(folded: Folded, start: int, end: int, phrase: str) -> bool:
    if end - start > TONES_TO or folded.text[start:end].isascii():
        return True
    return folded.written(start, end) == tidied(phrase)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no word or number goes on beyond this slice: not ``40`` in ``400``."""
    return not (_joined(text, start) or _joined(text, end))


def _joined(text: str, place: int) -> bool:
    """A word goes on across this place: Latin letters, digits, or a Thai vowel on either side.

    ``ปิดร้าน`` is not in ``เปิดร้าน``: a vowel before it belongs to its first letter.
    """
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    if before in LEADING_VOWELS or after in FOLLOWING_VOWELS:
        return True
    if before.isdigit() and after.isdigit():
        return True
    return before.isascii() and after.isascii() and before.isalpha() and after.isalpha()
