"""The overview's pictures, in the reader's language. Pure."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from functions.desk.drawing import Bar, Column, Picture, bars, columns
from functions.desk.figures_view import EMPTY, Row, share
from functions.desk.overview import Overview
from functions.desk.words import Words
from shared.model.figures import Counted, Name, Told, Touched
from shared.thai.writing import Writing

TOLD: Mapping[Name, Words] = {
    Told.MINUTE: Words("ภายใน 1 นาที", "Within a minute"),
    Told.FIVE_MINUTES: Words("ภายใน 5 นาที", "Within 5 minutes"),
    Told.QUARTER: Words("ภายใน 15 นาที", "Within 15 minutes"),
    Told.HOUR: Words("ภายใน 1 ชั่วโมง", "Within an hour"),
    Told.DAY: Words("ภายใน 1 วัน", "Within a day"),
    Told.LATER: Words("เกิน 1 วัน", "After more than a day"),
}
TOUCHED: Mapping[Name, Words] = {
    Touched.SAME_DAY: Words("ภายในวันทำการที่รับ", "On the working day of receipt"),
    Touched.NEXT_DAY: Words("วันทำการถัดไป", "On the next working day"),
    Touched.SECOND_DAY: Words("วันทำการที่ 2", "On the 2nd working day after"),
    Touched.THIRD_DAY: Words("วันทำการที่ 3", "On the 3rd working day after"),
    Touched.LATER: Words("หลังจากนั้น", "Later"),
}
MOST_BARS = 8
SHOWN_DAYS = frozenset({1, 5, 10, 15, 20, 25, 30})


class Line(NamedTuple):
    """A line of the table behind a picture: words, then numbers."""

    words: str
    numbers: tuple[str, ...]


class Drawn(NamedTuple):
    """A picture with its table."""

    picture: Markup
    lines: tuple[Line, ...]


Names = Callable[[str], str]


def pictures(
    seen: Overview, w: Writing, process_name: Names, office_name: Names
) -> Mapping[str, Drawn]:
    """Every picture of an overview, by its name."""
    late = sorted(seen.offices, key=lambda row: -(row.overdue or 0))
    found = {
        "days": _days(seen, w),
        "told": _spans(seen.all, "told", TOLD, w),
        "touched": _spans(seen.all, "touched", TOUCHED, w),
        "processes": _rows(seen.processes, "processes", lambda row: row.came, process_name, w),
    }
    if seen.offices:
        found["late"] = _rows(late, "late", lambda row: row.overdue or 0, office_name, w)
    return found


TITLES = {
    "days": Words("จำนวนหนังสือที่รับในแต่ละวัน", "Letters on each day"),
    "told": Words("ระยะเวลาตั้งแต่รับหนังสือจนส่งใบรับหนังสือ", "Time until the receipt was sent"),
    "touched": Words(
        "ระยะเวลาตั้งแต่รับหนังสือจนเจ้าหน้าที่เปิดอ่านครั้งแรก", "Time until an officer first opened it"
    ),
    "processes": Words("จำนวนหนังสือตามกระบวนงาน", "Letters by process"),
    "late": Words("งานที่เกินกำหนดตามหน่วยงาน", "Overdue work by office"),
}


def _days(seen: Overview, w: Writing) -> Drawn:
    several, lines = [], []
    for day in seen.days:
        row = Row("", seen.figures.by_day.get(day.day, EMPTY))
        machine, passed_in = row.of(Counted.MACHINE), row.of(Counted.PASSED_IN)
        person = row.came - machine
        shown = str(day.day) if day.day in SHOWN_DAYS else ""
        told = f"{w.short_day(day)}: {row.came:,} ({w.t('ระบบ', 'system')} {machine:,})"
        several.append(Column(shown, told, (machine, person)))
        if row.came or passed_in:
            numbers = (row.came, machine, person, passed_in)
            lines.append(Line(w.short_day(day), tuple(f"{number:,}" for number in numbers)))
    told = w.t(
        f"รับทั้งหมด {seen.all.came:,} เรื่อง ระบบพิจารณาเองร้อยละ {seen.all.by_machine.rstrip('%')}",
        f"{seen.all.came:,} letters in all; the system decided {seen.all.by_machine}",
    )
    picture = Picture("days", w.name(TITLES["days"]), told)
    return Drawn(columns(picture, several, ("machine", "person")), tuple(lines))


def _spans(row: Row, name: str, spans: Mapping[Name, Words], w: Writing) -> Drawn:
    whole = row.of(*spans)
    several, lines = [], []
    for span, words in spans.items():
        number, part = row.of(span), share(row.of(span), whole)
        several.append(Bar(w.name(words), number, f"{number:,} ({part})"))
        lines.append(Line(w.name(words), (f"{number:,}", part)))
    return Drawn(_bars(several, name, w), tuple(lines) if whole else ())


def _rows(
    rows: Sequence[Row], name: str, number: Callable[[Row], int], named: Names, w: Writing
) -> Drawn:
    """The first ones are drawn, the table has all."""
    several = [Bar(named(row.name), number(row), f"{number(row):,}") for row in rows if number(row)]
    lines = tuple(Line(one.words, (one.told,)) for one in several)
    return Drawn(_bars(several[:MOST_BARS], name, w), lines)


def _bars(several: Sequence[Bar], name: str, w: Writing) -> Markup:
    told = ", ".join(f"{one.words}: {one.told}" for one in several)
    return bars(Picture(name, w.name(TITLES[name]), told), several, "machine")
