"""What an official letter's form is made of: its number, date, marks and labels. Folded."""

import re
from datetime import date
from enum import StrEnum

from shared.model.official import Secrecy, Urgency
from shared.thai.calendar import BUDDHIST_ERA, MONTHS
from shared.thai.folding import keys

_URGENCY = dict(zip(keys(("ด่วนที่สุด", "ด่วนมาก", "ด่วน")), list(Urgency)[:3], strict=True))
_SECRECY = dict(zip(keys(("ลับที่สุด", "ลับมาก", "ลับ")), Secrecy, strict=True))
_MONTHS = keys(MONTHS)
_URGENT, _SECRET = "|".join(_URGENCY), "|".join(_SECRECY)
_BETWEEN = r"[ ()\[\]:,./*!-]*"
_STAMP = rf"(?:(?:ชันความ(?:ลับ|เรว){_BETWEEN})?(?:{_URGENT}|{_SECRET}){_BETWEEN})"

NUMBER = (
    r"(?P<number>(?P<unit>[ก-ฮ]{2,3}\.?(?:\([ก-ฮ.]+\))?\.?(?P<digits>\d{2,5})"
    r"(?:\.\(?[ก-ฮ\d]+\)?)*)/(?:ว\.?)?(?P<running>\d+))"
)
"""``รง ๐๕๐๕/ว ๓๑๘``: a ministry's, province's or body's letters, its unit, a running number."""
STAMPS = re.compile(rf"{_BETWEEN}{_STAMP}+$")
"""A line that has nothing but marks of urgency or secrecy."""
NUMBERED = re.compile(rf"{_BETWEEN}(?P<stamps>{_STAMP}*)ที{_BETWEEN}{NUMBER}(?!\d)")
"""The line ``ที่ …``, the marks before it included."""
MENTIONED = re.compile(
    rf"สงหนังสือ(?P<gap>[^\d]{{0,40}}?)(?P<stamps>{_STAMP}*)ที{_BETWEEN}{NUMBER}(?!\d)"
)
"""``ขอส่งหนังสือ ด่วนมาก ที่ …``: a mail that says which letter it brings."""
ANSWERS = re.compile("|".join(keys(("ตาม", "ตอบ", "อ้างถึง", "อ้างอิง"))))
"""Before a number, these say that it is the number of somebody else's letter."""
DATE = re.compile(rf"(\d{{1,2}})({'|'.join(_MONTHS)})(?:พ\.?ศ\.?)?(2[45]\d\d)(?!\d)")
MARK = re.compile(rf"(?P<urgency>{_URGENT})|(?<!ความ)(?P<secrecy>{_SECRET})")
SHORT_UNIT = 3


class Label(StrEnum):
    """What a line of the form begins with."""

    SUBJECT = "เรื่อง"
    ADDRESSEE = "เรียน"
    REFERS = "อ้างถึง"
    ENCLOSES = "สิ่งที่ส่งมาด้วย"
    CLOSING = "ขอแสดงความนับถือ"


_BEGINS = {
    Label.SUBJECT: re.compile(_BETWEEN + "เรือง[ :.]*"),
    Label.ADDRESSEE: re.compile(_BETWEEN + "เรียน(?!มาเพือ|เชิญ|มายัง)[ :.]*"),
    Label.REFERS: re.compile(_BETWEEN + "อางถึง[ :.]*"),
    Label.ENCLOSES: re.compile(_BETWEEN + "สิงที(?:ได)?(?:สง|แนบ)มาดวย"),
    Label.CLOSING: re.compile(_BETWEEN + "ขอแสดงความ(?:เคารพ)?นับถือ"),
}


def label_of(line: str) -> tuple[Label, int] | None:
    """The label that a folded line begins with, and where what it labels begins."""
    for label, pattern in _BEGINS.items():
        found = pattern.match(line)
        if found:
            return label, found.end()
    return None


def is_agencys(found: re.Match[str]) -> bool:
    """Whether a NUMBER is an agency's: companies write a number and the year, ``012/2569``."""
    running = found["running"]
    is_year = len(running) == len("2569") and running.startswith(("24", "25", "26"))
    return not (is_year and len(found["digits"]) <= SHORT_UNIT)


def urgency_in(mark: str) -> Urgency | None:
    """The urgency that a folded mark names."""
    return _URGENCY.get(mark)


def secrecy_in(mark: str) -> Secrecy | None:
    """The secrecy that a folded mark names."""
    return _SECRECY.get(mark)


def day_of(found: re.Match[str]) -> date | None:
    """The day that a DATE means; None for one that no calendar has."""
    number, month, year = found.groups()
    try:
        return date(int(year) - BUDDHIST_ERA, _MONTHS.index(month) + 1, int(number))
    except ValueError:
        return None
