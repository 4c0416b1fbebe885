"""Places named in a text: each with its slice, what it may stand for, and its role."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from functions.router.marked_names import MarkedNames
from functions.router.place_names import Level, Name, PlaceNames, load
from functions.router.roles import Role, Time, role_before
from shared.classification.passages import Passage
from shared.thai.folding import Folded, keys, tidied
from shared.thai.phrases import FOLLOWING_VOWELS, Hit

_MARKER = re.compile(
    r"(?P<province>จังหวัด|จว\.|จ\.)|(?P<district>อาเภอ|อ\.)|(?P<subdistrict>ตาบล|ต\.)"
    r"|(?P<khet>เขต)|(?P<khwaeng>แขวง)"
)
_BEFORE = "อยู่ ที่ จาก มา ไป เมือง ใน แถว บ้าน ถึง เป็น และ หรือ สาขา ประกันสังคม สปส. สปส กับ คน ย้าย"
_AFTER = (
    "ครับ คับ ค่ะ คะ จ้า นะ แล้ว ได้ จังหวัด จ. อ. มา ไป เป็น ที่ และ หรือ ตลาด ตั้งแต่ อยู่ ดูแล หน่อย "
    "โทร ต้อง ขอ เปิด คน ด้วย"
)
_WORD_BEFORE = re.compile("(?:" + "|".join(map(re.escape, keys(_BEFORE.split()))) + ")$")
_WORD_AFTER = re.compile("|".join(map(re.escape, keys(_AFTER.split()))))
GOES_ON = 2
NO_PLACE = frozenset({Role.NAME, Role.ROAD, Role.DENIED})
LONG, SHORT = 7, 4
"""From LONG letters a bare name may stand inside running text; to SHORT it must be free."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a passage: its folded slice, the marker included."""

    passage: Passage
    start: int
    end: int
    name: Name
    role: Role
    time: Time
    marked: bool = False


def mentions(passage: Passage) -> list[Mention]:
    """Every place named in a passage, in order; the longer name hides what is in it."""
    names = load()
    found = [*_marked(passage, names), *_bare(passage, names)]
    found += _beside_province(found, names)
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start - m.end, not m.marked)):
        if not any(o.start < mention.end and mention.start < o.end for o in kept):
            kept.append(mention)
    return _without_names(sorted(kept, key=lambda mention: mention.start))


def _without_names(found: list[Mention]) -> list[Mention]:
    """Not those that are part of another name, nor what goes on an address of such a name."""
    places: list[Mention] = []
    named_until = -1
    for mention in found:
        goes_on = mention.start - named_until <= GOES_ON
        if mention.role in NO_PLACE or (goes_on and named_until >= 0):
            named_until = mention.end if mention.marked else -1
        else:
            places.append(mention)
    return places


def _marked(passage: Passage, names: PlaceNames) -> Iterator[Mention]:
    text = passage.folded.text
    for marker in _MARKER.finditer(text):
        level, table = _table(marker.lastgroup or "", names)
        read = table.read(text, marker.end())
        if read and text[read[0] : read[0] + 1] not in FOLLOWING_VOWELS:
            end, places, _ = read
            name = Name(level, places, spelling=text[marker.end() : end])
            role, time = role_before(text, marker.start(), marked=True)
            yield Mention(passage, marker.start(), end, name, role, time, marked=True)


def _table(marker: str, names: PlaceNames) -> tuple[Level, MarkedNames]:
    if marker == "khet":
        return Level.DISTRICT, names.khet
    if marker == "khwaeng":
        return Level.SUBDISTRICT, names.khwaeng
    level = Level[marker.upper()]
    return level, names.marked[level]


def _bare(passage: Passage, names: PlaceNames) -> Iterator[Mention]:
    folded = passage.folded
    for hit in names.bare.find(folded):
        if _free(folded, hit):
            role, time = role_before(folded.text, hit.start)
            yield Mention(passage, hit.start, hit.end, hit.value, role, time)


def _beside_province(found: list[Mention], names: PlaceNames) -> Iterator[Mention]:
    """A district too short to stand alone, just before its own province: ``ปัว น่าน``."""
    for province in found:
        if province.name.level is not Level.PROVINCE or not province.name.certain:
            continue
        text = province.passage.folded.text
        for size in range(LONG, 1, -1):
            start = province.start - size
            places = names.marked[Level.DISTRICT].exactly(text[max(0, start) : province.start])
            own = tuple(p for p in places if start >= 0 and p[:2] in province.name.places)
            if own and _word_ends(province.passage.folded, start):
                name = Name(Level.DISTRICT, own, spelling=text[start : province.start])
                role, time = role_before(text, start)
                yield Mention(province.passage, start, province.start, name, role, time)


def _word_ends(folded: Folded, place: int) -> bool:
    return _edge(folded, place) or bool(_WORD_BEFORE.search(folded.text[:place]))


def _free(folded: Folded, hit: Hit[Name]) -> bool:
    """A bare name stands for itself: no letter of a longer word hangs on either side."""
    text, start, end = folded.text, hit.start, hit.end
    if text[start].isascii():
        return _capital(folded, hit)
    before = _word_ends(folded, start)
    after = _edge(folded, end) or _WORD_AFTER.match(text, end)
    size = end - start
    if size <= SHORT:
        return bool(before and after) and _as_written(folded, hit)
    return size >= LONG or (bool(before or after) and _as_written(folded, hit))


def _edge(folded: Folded, place: int) -> bool:
    """No Thai letters meet here: a space, a sign, or an end of the text is between."""
    around = folded.text[max(0, place - 1) : place + 1]
    if place in {0, len(folded.text)} or not all(map(_thai, around)):
        return True
    return not all(map(_thai, folded.gap(place, place)))


def _thai(sign: str) -> bool:
    return "\u0e01" <= sign <= "\u0e4e"


def _as_written(folded: Folded, hit: Hit[Name]) -> bool:
    """A short name is only that name with its own tone marks: น่าน is not นาน."""
    return folded.written(hit.start, hit.end) == tidied(hit.value.spelling)


def _capital(folded: Folded, hit: Hit[Name]) -> bool:
    capital = folded.slice(hit.start, hit.end)[0].isupper()
    return capital or hit.value.level is Level.PROVINCE or hit.end - hit.start >= LONG
