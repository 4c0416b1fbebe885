"""Places named in a text: each with its slice, what it may stand for, and its role."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from functions.router.closings import closing
from functions.router.marked_names import MarkedNames
from functions.router.place_names import Level, Name, PlaceNames, load
from functions.router.roles import Role, Time, role_after, role_before
from functions.router.word_edges import LONG, free, may_be_meant, word_starts
from shared.classification.passages import Passage
from shared.thai.phrases import FOLLOWING_VOWELS

_MARKER = re.compile(
    r"(?P<province>จังหวัด|จว\.|จ\.)|(?P<district>อาเภอ|อ\.)|(?P<subdistrict>ตาบล|ต\.)"
    r"|(?P<khet>เขต)|(?P<khwaeng>แขวง)"
)
GOES_ON = 2
AWAY = frozenset({Role.HOSPITAL, Role.ACCIDENT, Role.BANK, Role.COMPANY_BRANCH})
NO_PLACE = frozenset({Role.NAME, Role.ROAD})


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
    doubtful: bool = False
    """Letters of other words hang on it: it counts only if its province is named otherwise."""


def mentions(passage: Passage) -> list[Mention]:
    """Every place named in a passage, in order; the longer name hides what is in it."""
    names = load()
    found = [*_marked(passage, names), *_bare(passage, names)]
    found += _beside_province([mention for mention in found if not mention.doubtful], names)
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.doubtful, m.start - m.end, not m.marked)):
        if not any(o.start < mention.end and mention.start < o.end for o in kept):
            kept.append(mention)
    return _without_names(sorted(kept, key=lambda mention: mention.start))


def mention_of(
    passage: Passage, start: int, end: int, name: Name, *, marked: bool = False
) -> Mention:
    """The mention of a name at a folded slice, with its role and time."""
    text = passage.folded.text
    role, time = role_before(text, start, marked=marked)
    if role in AWAY:
        role = closing(passage, start, role)
    return Mention(passage, start, end, name, role_after(text, end) or role, time, marked)


def _without_names(found: list[Mention]) -> list[Mention]:
    """Not those that are part of another name, nor what goes on an address of such a name."""
    places: list[Mention] = []
    named_until = -1
    for mention in found:
        goes_on = mention.start - named_until <= GOES_ON
        if mention.doubtful and mention.role in NO_PLACE:
            continue
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
            yield mention_of(passage, marker.start(), end, name, marked=True)


def _table(marker: str, names: PlaceNames) -> tuple[Level, MarkedNames]:
    if marker == "khet":
        return Level.DISTRICT, names.khet
    if marker == "khwaeng":
        return Level.SUBDISTRICT, names.khwaeng
    level = Level[marker.upper()]
    return level, names.marked[level]


def _bare(passage: Passage, names: PlaceNames) -> Iterator[Mention]:
    """As written or, in a scan, much like it: what is written exactly is not like another."""
    folded = passage.folded
    hits = list(names.bare.find(folded))
    exact = {(hit.start, hit.end) for hit in hits if hit.exact}
    for hit in hits:
        if not hit.exact and (hit.start, hit.end) in exact:
            continue
        if free(folded, hit):
            yield mention_of(passage, hit.start, hit.end, hit.value)
        elif may_be_meant(folded, hit):
            mention = mention_of(passage, hit.start, hit.end, hit.value)
            yield replace(mention, doubtful=True)


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
            if own and word_starts(province.passage.folded, start):
                name = Name(Level.DISTRICT, own, spelling=text[start : province.start])
                yield mention_of(province.passage, start, province.start, name)
