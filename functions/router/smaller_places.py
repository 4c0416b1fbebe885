"""Bare names that are districts elsewhere and a subdistrict here.

An address goes from small to large, in Thai as in English. A bare name just before a district
that it does not fit is a subdistrict of that district, not the district of its name elsewhere:
``Nong Prue, Bang Lamung``.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from functions.router.mentions import Mention
from functions.router.place_names import Level, Name, load

_COMMA = re.compile(r"(?: [a-z]{2,9})?, ?")
"""Between two parts of an English address; a second word of the first name may be left."""


def small_to_large(found: Sequence[Mention]) -> list[Mention]:
    """The places of a passage, with such names read as what they are here."""
    read: list[Mention] = []
    for mention, after in zip_longest(found, found[1:]):
        if after is None or not _stands_before(mention, after):
            read.append(mention)
            continue
        smaller = as_subdistrict(mention)
        if smaller and set(smaller.name.places) & set(after.name.places):
            read.append(replace(smaller, name=replace(smaller.name, places=after.name.places)))
        elif not mention.passage.folded.text[mention.start].isascii():
            read.append(mention)
    return read


def as_subdistrict(mention: Mention) -> Mention | None:
    """The mention as the name of subdistricts; none when no subdistrict is called so."""
    districts = (
        load()
        .marked[Level.SUBDISTRICT]
        .exactly(mention.passage.folded.text[mention.start : mention.end])
    )
    if not districts:
        return None
    return replace(mention, name=Name(Level.SUBDISTRICT, districts, spelling=mention.name.spelling))


def _stands_before(mention: Mention, after: Mention) -> bool:
    districts = mention.name.level is after.name.level is Level.DISTRICT
    if not districts or mention.marked or set(mention.name.places) & set(after.name.places):
        return False
    between = mention.passage.folded.text[mention.end : after.start]
    return not between or bool(_COMMA.fullmatch(between))
