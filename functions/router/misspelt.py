"""Names of provinces and districts as they are misspelt: by ear, or by one letter.

Looked for only after a word of place, or as a word between spaces: everywhere else too many
words are one letter from a name.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from functions.router.mentions import Mention, mention_of
from functions.router.place_names import Level, Name
from functions.router.word_edges import word_ends
from shared.classification.passages import Passage
from shared.directory import gazetteer, provinces
from shared.thai.folding import keys

_SHORTEST = 6
"""Folded letters of a name; a shorter one is too close to other words."""
_LONGEST = 20
_EDIT_FROM = 7
"""From so many letters a name may lack, have too many, or have wrong, one letter."""
_SOUNDS = ("จชซ", "รลฮ", "สศษ", "นณ", "ดฎ", "ทธฑฒ", "พภผ", "ขคฆ", "ยญ", "ไใ")
_ALIKE = str.maketrans({other: group[0] for group in _SOUNDS for other in group[1:]})
"""Letters that sound alike, in the dialects too: เจียงใหม่, ศรีสะเกด."""
_WORD_OF_PLACE = re.compile("|".join(map(re.escape, sorted(keys((
    "อยู่ที่", "อยู่จังหวัด", "อยู่ใน", "อยู่แถว", "อยู่", "จังหวัด", "จ.", "อำเภอ", "อ.", "แถว", "ทำงานที่",
    "โรงงานที่", "บ้านที่", "มาจาก", "ย้ายมา", "ย้ายไป",
)), key=len, reverse=True))))  # fmt: skip


def misspelt(
    passage: Passage, within: Collection[str], taken: Collection[int]
) -> Iterator[Mention]:
    """Misspelt provinces, and misspelt districts of the provinces ``within``.

    Nothing is looked for at the places ``taken``: a name was read there as it is spelt.
    """
    folded = passage.folded
    for start in {word.end() for word in _WORD_OF_PLACE.finditer(folded.text)}.difference(taken):
        for end in range(min(len(folded.text), start + _LONGEST), start + _SHORTEST - 2, -1):
            place = _place(folded.text[start:end], within) if word_ends(folded, end) else None
            if place:
                name = Name(Level(len(place)), (place,), spelling=folded.text[start:end])
                yield mention_of(passage, start, end, name)
                break


def _place(written: str, within: Collection[str]) -> str | None:
    """The only place that is spelt much like this."""
    heard = written.translate(_ALIKE)
    tables = [_provinces(), *map(_districts, within)]
    found = {place for table in tables for place in table.get(heard, ())}
    if not found:
        parts = list(_shortened(heard))
        found = {p for table in tables for part in parts for p in table.get(part, ())}
    return found.pop() if len(found) == 1 else None


def _shortened(heard: str) -> Iterator[str]:
    """It, and what is left of it without one letter."""
    yield heard
    if len(heard) >= _EDIT_FROM - 1:
        yield from (heard[:at] + heard[at + 1 :] for at in range(len(heard)))


@cache
def _provinces() -> Mapping[str, set[str]]:
    return _by_ear([(p.name_th, p.code) for p in provinces.load().values()])


@cache
def _districts(province: str) -> Mapping[str, set[str]]:
    here = [d for d in gazetteer.load().values() if d.code[:2] == province]
    return _by_ear([(district.name_th, district.code) for district in here])


def _by_ear(named: Sequence[tuple[str, str]]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for folded, (_, place) in zip(keys([name for name, _ in named]), named, strict=True):
        heard = folded.translate(_ALIKE)
        for part in _shortened(heard) if len(heard) >= _EDIT_FROM else (heard,):
            if len(heard) >= _SHORTEST:
                found.setdefault(part, set()).add(place)
    return found
