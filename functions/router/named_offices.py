"""Offices that a letter names: by name and branch, by area number, mailbox or telephone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from functions.router.known_offices import KnownOffices, digits
from functions.router.place_names import Level, load
from functions.router.roles import Role, Time, role_before
from shared.classification.passages import Passage, Place
from shared.model.office import Office
from shared.thai.folding import keys

_OFFICE = re.compile(
    r"(?P<province>(?:ประกันสังคม|สปส\.?|ปกส\.?)(?P<word>จังหวัด|จ\.)?)(?!พืนที|สาขา|กรุงเทพ|กทม)"
    r"|(?P<branch>สาขา)"
    r"|(?:กรุงเทพมหานคร|กทม\.?|กรุงเทพฯ?|ประกันสังคม|สปส\.?|ผูอานวยการฯ?|ผอ\.?|เขต|bangkok|office)"
    r"[ ,.]?(?:เขต)?(?P<area>(?:พืนที(?:ที)?|area)[ .]?(?P<number>\d{1,2}))(?!\d)"
    r"|ศูนยฟืนฟู[^\d]{0,30}?ภาค(?:ที)?(?P<region>\d)"
    r"|(?P<centre>ศูนยฟืนฟู(?:สมรรถภาพ)?(?:คนงาน)?(?:ที|จังหวัด|จ\.)?)"
    r"|(?P<mailbox>saraban_[a-z0-9_]+@[a-z.]+[a-z])"
    r"|(?<!\d)(?P<phone>0[ -]?[2-7][0-9 -]{7,10})(?!\d)"
)
_WITH_MARKER_ONLY = frozenset(keys(("เลย", "ตาก", "แพร่", "น่าน")))
"""``ประกันสังคมเลย`` says "social security, then": these provinces need จังหวัด before them."""
_GREETING = "เรียน"
GREETED = 40
"""The most folded letters from เรียน to the office's name: หัวหน้าสำนักงาน … stands between."""
_BRANCH = "สาขา"
_BRANCH_NEAR = 6

Found = tuple[Office, int]
"""An office and the place where its name ends."""


@dataclass(frozen=True, slots=True)
class NamedOffice:
    """An office that a passage names, where, and whether as the old or the new one."""

    passage: Passage
    start: int
    end: int
    office: Office
    time: Time

    @property
    def greeted(self) -> bool:
        """The letter is addressed to it: เรียน stands just before."""
        return _GREETING in self.passage.folded.text[max(0, self.start - GREETED) : self.start]


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
    for found in _OFFICE.finditer(text):
        read = _read(text, found, offices) if found.start() >= last else None
        if read:
            office, last = read
            _, time = role_before(text, found.start())
            yield NamedOffice(passage, found.start(), last, office, time)


def _read(text: str, found: re.Match[str], offices: KnownOffices) -> Found | None:
    if found["province"]:
        return _provincial(text, found, offices)
    if found["branch"]:
        return _branch(text, found, offices)
    if found["centre"]:
        return _centre(text, found.end(), offices)
    office = _by_number(found, offices)
    return (office, found.end()) if office else None


def _by_number(found: re.Match[str], offices: KnownOffices) -> Office | None:
    if found["area"]:
        return offices.areas.get(int(found["number"]))
    if found["region"]:
        return next((o for o in offices.centres if o.code == f"irc{found['region']}"), None)
    if found["mailbox"]:
        return offices.directory.by_mailbox(found["mailbox"])
    return offices.phones.get(digits(found["phone"]))


def _provincial(text: str, found: re.Match[str], offices: KnownOffices) -> Found | None:
    read = load().marked[Level.PROVINCE].read(text, found.end())
    if read is None:
        return _at_branch(text, found.end(), offices)
    end, places, exact = read
    office = offices.provincial.get(places[0])
    certain = found["word"] or (exact and text[found.end() : end] not in _WITH_MARKER_ONLY)
    if office is None or not certain:
        return None
    near = text.find(_BRANCH, end, end + _BRANCH_NEAR + len(_BRANCH))
    branch = _at_branch(text, near + len(_BRANCH), offices) if near >= 0 else None
    if branch and branch[0].province_code == office.province_code:
        return branch
    return office, end


def _centre(text: str, at: int, offices: KnownOffices) -> Found | None:
    """The rehabilitation centre of the province that is named here."""
    end, places, _ = load().marked[Level.PROVINCE].read(text, at) or (at, (), False)
    centre = next((o for o in offices.centres if o.province_code in places), None)
    return (centre, end) if centre else None


def _branch(text: str, found: re.Match[str], offices: KnownOffices) -> Found | None:
    role, _ = role_before(text, found.start())
    if role in {Role.BANK, Role.COMPANY_BRANCH}:
        return None
    return _at_branch(text, found.end(), offices)


def _at_branch(text: str, at: int, offices: KnownOffices) -> Found | None:
    """The branch whose amphoe is named at this place of the text."""
    read = load().marked[Level.DISTRICT].read(text, at)
    if read is None:
        return None
    end, places, exact = read
    branches = [offices.branches[place] for place in places if place in offices.branches]
    return (branches[0], end) if exact and len(branches) == 1 else None
