"""Offices that a letter names: by name and branch, by area number, mailbox or telephone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from functions.router.branches import Found, branch_at, branch_named, branch_of
from functions.router.english_offices import english_office
from functions.router.known_offices import KnownOffices, digits
from functions.router.mentions import Mention
from functions.router.office_words import spelt
from functions.router.place_names import Level, load
from functions.router.roles import Role, Time, role_before
from shared.classification.passages import Passage, Place
from shared.model.office import Office
from shared.thai.folding import keys

_WITH_MARKER_ONLY = frozenset(keys(("เลย", "ตาก", "แพร่", "น่าน")))
"""``ประกันสังคมเลย`` says "social security, then": these provinces need จังหวัด before them."""
_GREETING = "เรียน"
LONGEST = 18
"""Folded letters of the longest name of a province."""
_ANOTHER = "เลขาธิการ"
"""Whoever greets the Secretary-General only speaks of the offices that follow."""
GREETED = 40
"""The most folded letters from เรียน to the office's name: หัวหน้าสำนักงาน … stands between."""
_BRANCH = "สาขา"
_BRANCH_NEAR = 6


@dataclass(frozen=True, slots=True)
class NamedOffice:
    """An office that a passage names, where, and whether as the old or the new one."""

    passage: Passage
    start: int
    end: int
    office: Office
    time: Time

    def holds(self, mention: Mention) -> bool:
        """The place is a part of the office's name."""
        inside = self.start <= mention.start and mention.end <= self.end
        return inside and mention.passage is self.passage

    @property
    def greeted(self) -> bool:
        """The letter is addressed to it: เรียน stands just before."""
        before = self.passage.folded.text[max(0, self.start - GREETED) : self.start]
        _, greeting, between = before.rpartition(_GREETING)
        return bool(greeting) and _ANOTHER not in between


def named_offices(passages: Sequence[Passage], offices: KnownOffices) -> list[NamedOffice]:
    """Every office that the letter names, in order; what is quoted is left out."""
    found: list[NamedOffice] = []
    for passage in passages:
        if passage.place not in {Place.QUOTED, Place.NAME}:
            found += _in_passage(passage, offices)
    return found


def _in_passage(passage: Passage, offices: KnownOffices) -> Iterator[NamedOffice]:
    text = passage.folded.text
    last = 0
    for found in spelt(passage):
        read = _read(text, found, offices) if found.start() >= last else None
        if read:
            office, last = read
            role, time = role_before(text, found.start())
            if role is not Role.DENIED:
                yield NamedOffice(passage, found.start(), last, office, time)


def _read(text: str, found: re.Match[str], offices: KnownOffices) -> Found | None:
    if found["province"] is not None:
        return _provincial(text, found, offices)
    if found["branch"]:
        return branch_named(text, found, offices)
    if found["centre"]:
        return _centre(text, found.end(), offices)
    if found["has_centre"]:
        return _centre_before(text, found, offices)
    if found["english"]:
        return english_office(text, found, offices)
    office = _by_number(found, offices)
    return (office, found.end()) if office else None


def _by_number(found: re.Match[str], offices: KnownOffices) -> Office | None:
    area = found["number"] or found["short"] or found["ahead"]
    if area:
        return offices.areas.get(int(area))
    region = found["region"] or found["before"] or found["after"]
    if region:
        return next((o for o in offices.centres if o.code == f"irc{region}"), None)
    if found["mailbox"]:
        return offices.directory.by_mailbox(found["mailbox"])
    return offices.phones.get(digits(found["phone"]))


def _provincial(text: str, found: re.Match[str], offices: KnownOffices) -> Found | None:
    read = load().marked[Level.PROVINCE].read(text, found.end())
    if read is None:
        return branch_at(text, found.end(), offices)
    end, places, exact = read
    office = offices.provincial.get(places[0])
    certain = found["word"] or (exact and text[found.end() : end] not in _WITH_MARKER_ONLY)
    if office is None or not certain:
        return None
    near = text.find(_BRANCH, end, end + _BRANCH_NEAR + len(_BRANCH))
    if near < 0:
        return office, end
    return branch_of(office, text, near + len(_BRANCH), offices) or (office, end)


def _centre(text: str, at: int, offices: KnownOffices) -> Found | None:
    """The rehabilitation centre of the province that is named here."""
    end, places, _ = load().marked[Level.PROVINCE].read(text, at) or (at, (), False)
    centre = next((o for o in offices.centres if o.province_code in places), None)
    return (centre, end) if centre else None


def _centre_before(text: str, found: re.Match[str], offices: KnownOffices) -> Found | None:
    """``ที่ขอนแก่นมีศูนย์ฝึกอาชีพ``: the centre of the province that is said to have one."""
    names = load().marked[Level.PROVINCE]
    for size in range(LONGEST, 2, -1):
        places = names.exactly(text[max(0, found.start() - size) : found.start()])
        centre = next((o for o in offices.centres if o.province_code in places), None)
        if centre:
            return centre, found.end()
    return None
