"""What the deployed directory is, and what its checks find: each file loaded, each doubt named."""

from collections.abc import Callable, Sized
from datetime import date
from typing import NamedTuple

from functions.desk.words import Words
from shared.directory import (
    agencies,
    checklists,
    deliveries,
    gazetteer,
    holidays,
    jurisdictions,
    offices,
    processes,
    provinces,
)
from shared.directory.editions import Edition, edition_on
from shared.directory.jurisdictions import Jurisdiction
from shared.errors import BadDirectory
from shared.model.office import Office


class Check(NamedTuple):
    """One file: how many rows it has, or what is wrong with it."""

    words: Words
    rows: int
    wrong: str
    """The file and row, and the rule that it breaks; empty when it breaks none."""


class Checked(NamedTuple):
    """The directory in use. ``corrected`` is not as announced, ``doubtful`` may be wrong."""

    edition: Edition
    checks: tuple[Check, ...]
    corrected: tuple[Office, ...]
    doubtful: tuple[Office, ...]
    confirmed: int
    """Districts whose office is confirmed."""
    hints: int
    """Districts for which an office is only suggested."""
    declared: int
    """Days off of this year beyond the yearly ones; without them due dates may fall on one."""


FILES: tuple[tuple[Words, Callable[[date], Sized]], ...] = (
    (Words("หน่วยงาน", "Offices"), lambda day: offices.load(day).offices),
    (Words("กระบวนงาน", "Processes"), processes.load),
    (Words("รายการเอกสารประกอบ", "Checklists"), checklists.load),
    (Words("จังหวัด", "Provinces"), lambda _: provinces.load()),
    (Words("อำเภอและเขต", "Districts"), lambda _: gazetteer.load()),
    (Words("เขตรับผิดชอบ", "Jurisdictions"), lambda _: jurisdictions.load()),
    (Words("การนำส่งหน่วยงาน", "Deliveries"), lambda _: deliveries.load()),
    (Words("หน่วยงานที่ส่งทาง API", "Agencies of the API"), lambda _: agencies.load()),
    (Words("วันหยุดที่ประกาศเพิ่ม", "Declared days off"), lambda _: holidays.declared_days()),
)


def checked(day: date) -> Checked:
    """The directory in force on a day; every file is held against its rules."""
    every = offices.load(day).offices
    known = _known()
    confirmed = sum(one.confirmed for one in known)
    return Checked(
        edition=edition_on(day),
        checks=tuple(check(words, load, day) for words, load in FILES),
        corrected=tuple(office for office in every if office.correction),
        doubtful=tuple(office for office in every if office.doubt),
        confirmed=confirmed,
        hints=len(known) - confirmed,
        declared=_declared(day.year),
    )


def _known() -> list[Jurisdiction]:
    """The rows; nothing where the file is not in order: its check says why."""
    try:
        return [one for several in jurisdictions.load().values() for one in several]
    except BadDirectory:
        return []


def _declared(year: int) -> int:
    try:
        return sum(day.year == year for day in holidays.declared_days())
    except BadDirectory:
        return 0


def check(words: Words, load: Callable[[date], Sized], day: date) -> Check:
    """Load one file, which checks it."""
    try:
        return Check(words, len(load(day)), "")
    except BadDirectory as bad:
        return Check(words, 0, str(bad))
