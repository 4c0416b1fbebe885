"""How pages write days, times and sizes in the reader's language. Pure."""

from datetime import date, datetime
from typing import NamedTuple

from shared.thai.calendar import (
    BANGKOK,
    BUDDHIST_ERA,
    SHORT_MONTHS,
    english_date,
    english_day,
    thai_date,
    thai_day,
    thai_month,
    thai_time,
)
from shared.thai.file_kinds import kind_en, kind_th

THAI, ENGLISH = "th", "en"
_KILO = 1024


class Writing(NamedTuple):
    """The words of one language."""

    language: str

    @property
    def thai(self) -> bool:
        """Whether it is Thai."""
        return self.language == THAI

    def t(self, th: str, en: str) -> str:
        """The text of the language."""
        return th if self.thai else en

    def name(self, words: object) -> str:
        """The name that something has in the language: ``th``/``en`` or ``name_th``/``name_en``."""
        field = self.language if hasattr(words, self.language) else f"name_{self.language}"
        return str(getattr(words, field))

    def day(self, at: date | datetime) -> str:
        """A day in full."""
        on = _day(at)
        return thai_day(on) if self.thai else english_day(on)

    def short_day(self, at: date | datetime) -> str:
        """A day where room is short: ``22 พ.ย. 69``."""
        on = _day(at)
        if self.thai:
            return f"{on.day} {SHORT_MONTHS[on.month - 1]} {(on.year + BUDDHIST_ERA) % 100:02}"
        return f"{on.day} {on:%b} {on.year}"

    def month(self, at: date) -> str:
        """A month: ``พฤศจิกายน 2569``."""
        return thai_month(at) if self.thai else f"{at:%B} {at.year}"

    def moment(self, at: datetime) -> str:
        """Day and time."""
        if self.thai:
            return f"{self.short_day(at)} {thai_time(at)}"
        return f"{self.short_day(at)}, {at.astimezone(BANGKOK):%H:%M}"

    def full_moment(self, at: datetime) -> str:
        """Day and time in full: ``20 พฤศจิกายน 2569 เวลา 10.15 น.``."""
        if self.thai:
            return f"{thai_date(at)} เวลา {thai_time(at)}"
        return f"{english_date(at)}, {at.astimezone(BANGKOK):%H:%M}"

    def kind(self, kind: str) -> str:
        """A kind of file, as people know it."""
        return self.t(kind_th(kind), kind_en(kind))

    def size(self, size: int) -> str:
        """A file's size."""
        if size < _KILO:
            return f"{size} {self.t('ไบต์', 'bytes')}"
        if size < _KILO**2:
            return f"{size / _KILO:.0f} KB"
        return f"{size / _KILO**2:.1f} MB"


def _day(at: date | datetime) -> date:
    return at.astimezone(BANGKOK).date() if isinstance(at, datetime) else at
