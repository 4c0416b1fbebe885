"""What a place is in a letter: where the work is, where someone lives, was treated, fell ill.

The words just before a place say so (place_roles.csv). The nearest one counts; a plain
``อยู่`` (is at) passes the question on to the word before it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from shared.directory.table import DATA, Row, read
from shared.thai.folding import keys


class Role(StrEnum):
    """What a place is."""

    HEAD_OFFICE = "head office"
    ESTABLISHMENT = "establishment"
    HOME = "home"
    HERE = "here"
    """Only that something or someone is there."""
    HOSPITAL = "hospital"
    CLINIC = "clinic"
    """Where someone was treated, or whose employer writes."""
    ACCIDENT = "accident"
    BANK = "bank"
    COMPANY_BRANCH = "company branch"
    OTHER_EMPLOYER = "other employer"
    """Not the employer who writes; for an insured person it is the place of work."""
    NAME = "name"
    """Part of another name: a university's, a road's, a person's."""
    ROAD = "road"
    """The ministry's complaint address and the like: what follows is no place either."""
    DENIED = "denied"
    """Said not to be the place."""
    BIRTH = "birth"
    UNKNOWN = "unknown"


class Time(StrEnum):
    """Before or after a move."""

    OLD = "old"
    NEW = "new"
    HELD = "held"
    """Where things stand so far: any other place outweighs it."""
    NOW = "now"


TIMES = frozenset({Time.OLD, Time.NEW, Time.HELD})
REACH = {Role.NAME: 0, Role.ROAD: 0, Role.DENIED: 4, Role.BANK: 14, Role.BIRTH: 4}
"""How many folded letters may stand between such a word and the place; others FAR."""
NOT_BEFORE_A_MARKER = frozenset({Role.BANK, Role.NAME})
"""An address after อ. or จ. is none of these: a bank has branches, a person no amphoe."""
FAR = 30
APART = 15
"""So far before a plain ``อยู่`` a hospital is not what is there: who writes is."""
_TREATED = frozenset({Role.HOSPITAL, Role.CLINIC})
NEAR = 2
"""The reach of the short words of a move: จาก, มา, ไป."""
WIDER = 12
"""The reach of their longer forms: ย้ายมาอยู่."""
LONGEST = 12
END_OF_SENTENCE = re.compile(r"ครับ|คับ|คะ(?!แนน)")
SHORT = 4
_PLAIN = re.compile(r"(?:อยูที|อยูตี|อยูใน|อยู|ทีอยู|ที|ตี|ใน|แถวๆ|แถว|ทาง|ฝัง|คือ|:|is in|is at|in|at)[ ]?$")
_IS_AT = re.compile(r"อยู(?:ที|ใน|แถว)?$")
_GOES_ON = re.compile(r"[ะ-ู]|(?<=ที)ตัง")
"""What makes another word of it: จาก of จำกัด, เลิกกิจการที่ of เลิกกิจการ ที่ตั้ง."""
_BEHIND = re.compile(
    r"[ .,(…]*(?P<denied>ไมใช(?=คะ|ครับ|คับ|ขอ|[ .,])|ไมไดอยู(?:ทีนี|ทีนัน)?แลว|ขอแก|พิมพผิด|เขียนผิด"
    r"|should not be)"
    r"| (?:[a-z]+ )?(?:(?P<hospital>hospital|medical cent(?:er|re))|(?P<bank>bank)"
    r"|(?P<name>university|airport|road|street|court|police|temple|insurance))(?![a-z])"
)


@dataclass(frozen=True)
class Words:
    """The words of one kind (roles, or times) as one pattern, and what each means."""

    pattern: re.Pattern[str]
    meaning: dict[str, Role | Time]


@cache
def _words(kind: type[Role | Time]) -> Words:
    rows = read(DATA / "place_roles.csv", ("role", "words", "why"))
    meaning: dict[str, Role | Time] = {}
    for row in rows:
        role = _role(row)
        if isinstance(role, kind):
            for word in keys(row.many("words")):
                if meaning.setdefault(word, role) is not role:
                    raise row.wrong(f"{word} means something else already")
    longest_first = sorted(meaning, key=len, reverse=True)
    return Words(re.compile("|".join(map(re.escape, longest_first))), meaning)


def role_before(text: str, place: int, *, marked: bool = False) -> tuple[Role, Time]:
    """The role and time of the place that begins at ``place`` in a folded text.

    ``marked``: it begins with จ., อ., ต. or the like.
    """
    ahead = END_OF_SENTENCE.split(text[max(0, place - FAR - LONGEST) : place])[-1]
    role, time, apart = Role.UNKNOWN, Time.NOW, False
    for kind, gap, _ in _found(ahead, _words(Role)):
        if isinstance(kind, Role) and gap <= REACH.get(kind, FAR):
            role = role if marked and kind in NOT_BEFORE_A_MARKER else kind
            apart = kind in _TREATED and gap > APART
    for kind, gap, length in _found(ahead, _words(Time)):
        if isinstance(kind, Time) and gap <= (NEAR if length <= SHORT else WIDER):
            time = kind
    if role is Role.UNKNOWN and _PLAIN.search(ahead):
        role = Role.HERE
    if apart and _IS_AT.search(ahead):
        role = Role.HERE
    return role, time


def stands_before(text: str, place: int, role: Role) -> bool:
    """Whether a word of this role ends where ``place`` is: the โรงงาน of โรงงานสาขาปลวกแดง."""
    ahead = text[max(0, place - LONGEST) : place].rstrip()
    return any(kind is role and not gap for kind, gap, _ in _found(ahead, _words(Role)))


def role_after(text: str, end: int) -> Role | None:
    """What the words behind a place make of it: Bangkok Bank, Hat Yai Hospital, a correction."""
    found = _BEHIND.match(text, end)
    return Role(found.lastgroup) if found and found.lastgroup else None


def _found(ahead: str, words: Words) -> Iterator[tuple[Role | Time, int, int]]:
    """Each word before the place, the nearest last: its meaning, its gap, its length."""
    for found in words.pattern.finditer(ahead):
        if not _GOES_ON.match(ahead, found.end()):
            yield words.meaning[found[0]], len(ahead) - found.end(), len(found[0])


def _role(row: Row) -> Role | Time:
    name = row["role"]
    return Time(name) if name in TIMES else Role(name)
