"""Names too common to be looked for everywhere, read after a word of place (``อยู่ลอง``).

Subdistricts, and districts with short or ambiguous names (ลอง, อุทัย), count if they lie in a
province that the letter names otherwise, or whose office it was written to. A khet of Bangkok,
and in a letter that names no province a long name of only one subdistrict, need no such witness.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import chain

from functions.router.marked_names import MarkedNames
from functions.router.mentions import Mention, mention_of
from functions.router.misspelt import misspelt
from functions.router.place_names import Level, Name, load
from functions.router.word_edges import word_ends
from shared.classification.passages import Passage
from shared.directory import gazetteer
from shared.directory.provinces import BANGKOK_CODE
from shared.thai.folding import keys, tidied

_BEFORE = re.compile("|".join(sorted(keys((
    "อยู่ที่", "อยู่ใน", "อยู่แถว", "อยู่", "พักที่", "พักอยู่", "บ้านที่", "แถว", "แถวๆ", "ย่าน", "โรงงานที่", "ร้านที่",
    "ทำงานที่", "ตั้งที่",
)), key=len, reverse=True)))  # fmt: skip
_SHORTEST = {Level.DISTRICT: 3, Level.SUBDISTRICT: 5}
"""Folded letters; shorter subdistricts are common words."""
_UNIQUE_FROM = 6
"""From so many letters the only subdistrict of a name needs no witness."""

_Table = tuple[Level, MarkedNames]


def near(passage: Passage, found: Sequence[Mention], provinces: Collection[str]) -> list[Mention]:
    """The passage's mentions with what else is a name in one of these provinces, in order.

    Misspelt names are read too: of provinces wherever they are, of districts in these.
    """
    elsewhere = frozenset(provinces) - {BANGKOK_CODE}
    more = [mention for mention in found if not mention.doubtful or _lies_in(mention, provinces)]
    taken = {place for mention in more for place in range(mention.start, mention.end)}
    read = _read(passage, frozenset(provinces), taken)
    for mention in chain(read, misspelt(passage, elsewhere, taken)):
        if not any(m.start < mention.end and mention.start < m.end for m in more):
            more.append(mention)
    return sorted(more, key=lambda mention: mention.start)


def _lies_in(mention: Mention, provinces: Collection[str]) -> bool:
    return all(place[:2] in provinces for place in mention.name.places)


def _read(passage: Passage, within: frozenset[str], taken: Collection[int]) -> Iterator[Mention]:
    names = load()
    tables = (
        (Level.DISTRICT, names.marked[Level.DISTRICT]),
        (Level.DISTRICT, names.khet),
        (Level.SUBDISTRICT, names.marked[Level.SUBDISTRICT]),
    )
    for word in _BEFORE.finditer(passage.folded.text):
        if word.end() in taken:
            continue
        read = (_name_at(passage, word.end(), table, within) for table in tables)
        mention = next(filter(None, read), None)
        if mention:
            yield mention


def _name_at(passage: Passage, start: int, table: _Table, within: frozenset[str]) -> Mention | None:
    folded = passage.folded
    level, names = table
    end, places, exact = names.read(folded.text, start) or (start, (), False)
    near_by = _possible(level, places, within, end - start)
    if not (exact and near_by) or end - start < _SHORTEST[level] or not word_ends(folded, end):
        return None
    spelling = folded.written(start, end)
    if spelling not in _spellings(level, near_by) - _common(near_by):
        return None
    return mention_of(passage, start, end, Name(level, near_by, spelling=spelling))


def _possible(
    level: Level, places: tuple[str, ...], within: frozenset[str], size: int
) -> tuple[str, ...]:
    if len(places) == 1:
        unique = level is Level.SUBDISTRICT and size >= _UNIQUE_FROM and not within
        if unique or places[0].startswith(BANGKOK_CODE):
            return places
    return tuple(place for place in places if place[:2] in within)


def _spellings(level: Level, places: Collection[str]) -> set[str]:
    districts = [gazetteer.load()[place] for place in places]
    if level is Level.DISTRICT:
        return {tidied(district.name_th) for district in districts}
    return {tidied(name) for district in districts for name in district.subdistricts}


def _common(places: Collection[str]) -> frozenset[str]:
    """Names that are words too; a khet among them still counts after a word of place."""
    return frozenset() if all(p.startswith(BANGKOK_CODE) for p in places) else _words()


@cache
def _words() -> frozenset[str]:
    others = gazetteer.other_names()
    return frozenset(tidied(other.name) for other in others if other.use == "marked")
