"""Dates as Thai letters have them: both eras, both digit sets, words, figures, English.

``๕ ธันวาคม ๒๕๖๐``, ``5 ธ.ค. 60``, ``วันที่ 5 เดือน ธันวาคม พ.ศ. 2560``, ``5/12/2560``,
``2017-12-05``, ``5 December 2017`` are one day. A day that nobody can tell from the writing
alone (``5/6/12``) is said to be so: every day that it may be is given, and none is chosen.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from shared.thai.blurring import blur
from shared.thai.folding import Folded, fold
from shared.thai.months import BLURRED_PATTERN, ENGLISH_PATTERN, THAI_PATTERN, month
from shared.thai.years import BUDDHIST_YEARS, Era, years

_ERA = r"(?P<era>พ\.?ศ\.?|ค\.?ศ\.?|b\.?e\.?|a\.?d\.?|c\.?e\.?)"
_BEFORE = rf"[.,]?(?:ปี)?(?:{_ERA} ?)?"
_YEAR = r"(?P<year>25 ?\d ?\d|\d{4}|\d{2}(?! \d{2}(?![\d.:])))(?!\d)"
_DAY = r"(?P<day>\d{1,2})"
_AFTER = r"(?: ?(?P<after>b\.?e\.?|a\.?d\.?|c\.?e\.?)(?![a-z]))?"
_THAI = r"(?<!\d)" + _DAY + r"[/.\-]?(?:เดือน)?(?P<month>MONTH)[/.\-]?" + _BEFORE + _YEAR
_PATTERNS = (
    re.compile(_THAI.replace("MONTH", THAI_PATTERN)),
    re.compile(
        rf"(?<!\d){_DAY}(?:st|nd|rd|th)?(?: of)?[ /.\-]?(?P<month>{ENGLISH_PATTERN})(?![a-z])"
        rf"[ /.,\-]?{_BEFORE}(?P<year>\d{{4}}|\d{{2}})(?!\d){_AFTER}"
    ),
    re.compile(
        rf"(?<![a-z])(?P<month>{ENGLISH_PATTERN}) ?{_DAY}(?:st|nd|rd|th)?[ ,]"
        rf"{_BEFORE}(?P<year>\d{{4}})(?!\d){_AFTER}"
    ),
    re.compile(
        rf"(?<![\d/.\-]){_DAY}(?P<sep>[/.\-])(?P<month>\d{{1,2}})(?P=sep)(?:{_ERA})?"
        r"(?P<year>\d{4}|(?<!\.)\d{2})(?!\d|[/.\-]\d)"
    ),
    re.compile(
        r"(?<![\d/.\-])(?P<year>\d{4})(?P<sep>[/.\-])(?P<month>\d{1,2})(?P=sep)"
        rf"{_DAY}(?!\d|[/.\-]\d)"
    ),
)
_BLURRED = re.compile(_THAI.replace("MONTH", BLURRED_PATTERN))
_FULL_YEAR = 4


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text: its slice, and every day that it may be, the earliest first.

    No day at all: it is written like a date, but there is no such day (31/2/2560).
    """

    start: int
    end: int
    possible: tuple[date, ...]

    @property
    def day(self) -> date | None:
        """The day, or None: it cannot be told, or there is no such day."""
        return self.possible[0] if len(self.possible) == 1 else None


def written_dates(text: str, today: date) -> tuple[WrittenDate, ...]:
    """Every date with a year in the text, by place. ``today`` bounds two-digit years."""
    folded = fold(text)
    found = sorted(_matches(folded), key=lambda match: (match.start(), -match.end()))
    dates: list[WrittenDate] = []
    end = 0
    for match in found:
        if match.start() >= end:
            end = match.end()
            dates.append(WrittenDate(*folded.span(match.start(), end), _possible(match, today)))
    return tuple(dates)


def date_of(text: str, today: date) -> date | None:
    """The one day that a text names, as a field of a form does; None when it cannot be told."""
    found = written_dates(text, today)
    return found[0].day if len(found) == 1 else None


def _matches(folded: Folded) -> Iterator[re.Match[str]]:
    if not any(sign.isdigit() for sign in folded.text):
        return
    for pattern in _PATTERNS:
        yield from pattern.finditer(folded.text)
    yield from _BLURRED.finditer(blur(folded.text))


def _possible(match: re.Match[str], today: date) -> tuple[date, ...]:
    parts = match.groupdict()
    written = parts["year"].replace(" ", "")
    named = not parts["month"].isdigit()
    english = named and parts["month"].isascii()
    era = _era(parts.get("era") or parts.get("after"))
    day, number = int(parts["day"]), month(parts["month"]) if named else int(parts["month"])
    orders = [(day, number or 0)]
    if not named and _either_order(match, era, int(written)):
        orders.append((int(parts["month"]), day))
    candidates = years(written, era, today, english=english)
    days = {_day(year, mm, dd) for year in candidates for dd, mm in orders}
    return tuple(sorted(found for found in days if found))


def _either_order(match: re.Match[str], era: Era | None, year: int) -> bool:
    """Month first is English (American): never with a Buddhist year, nor after the year."""
    year_first = match.start("year") < match.start("month")
    full = len(match["year"]) == _FULL_YEAR
    return full and not year_first and era is not Era.BUDDHIST and year not in BUDDHIST_YEARS


def _era(written: str | None) -> Era | None:
    if not written:
        return None
    return Era.BUDDHIST if written[0] in "พb" else Era.COMMON


def _day(year: int, mm: int, dd: int) -> date | None:
    try:
        return date(year, mm, dd)
    except ValueError:
        return None
