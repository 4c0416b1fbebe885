"""Which year a written year is: Buddhist or common era, four digits or two."""

from datetime import date
from enum import StrEnum

from shared.thai.calendar import BUDDHIST_ERA

BUDDHIST_YEARS = range(2400, 2651)
COMMON_YEARS = range(2400 - BUDDHIST_ERA, 2651 - BUDDHIST_ERA)
"""Four digits within these are years. The two ranges have no year in common."""
PAST, FUTURE = 100, 5
"""Years before and after today among which two digits are looked for: births, contracts."""
_TWO_DIGITS = 2


class Era(StrEnum):
    """The era that is written beside a year."""

    BUDDHIST = "พ.ศ."
    COMMON = "ค.ศ."


def years(written: str, era: Era | None, today: date, *, english: bool = False) -> tuple[int, ...]:
    """Every common-era year that ``written`` (two or four Arabic digits) may be; () for none.

    Two digits are a Buddhist year (``60``: 2560) or one of this common century (``17``: 2017),
    if such a year lies within PAST and FUTURE of ``today``; in English (``5 Dec 85``) also
    one of the last century. More than one answer means that nobody can tell.
    """
    number = int(written)
    if len(written) > _TWO_DIGITS:
        return _full(number, era)
    around = range(today.year - PAST, today.year + FUTURE + 1)
    return tuple(sorted({year for year in _short(number, era, english) if year in around}))


def _full(number: int, era: Era | None) -> tuple[int, ...]:
    if number in BUDDHIST_YEARS and era is not Era.COMMON:
        return (number - BUDDHIST_ERA,)
    if number in COMMON_YEARS and era is not Era.BUDDHIST:
        return (number,)
    return ()


def _short(number: int, era: Era | None, english: bool) -> set[int]:  # noqa: FBT001 - as asked
    found: set[int] = set()
    if era is not Era.COMMON:
        found.add(2500 + number - BUDDHIST_ERA)
    if era is not Era.BUDDHIST:
        found.add(2000 + number)
        if english or era is Era.COMMON:
            found.add(1900 + number)
    return found
