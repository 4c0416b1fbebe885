"""Office hours, and when a letter counts as received.

Office hours are Monday to Friday, 8.30 to 16.30, official holidays excepted (the office's
citizen manual for sickness benefit). By section 10, first paragraph, of the Electronic
Government Act B.E. 2565 (Royal Gazette vol. 139, part 63 ก, 12 October 2565) a letter is
received at the day and time at which it entered the agency's electronic system; when that
is outside office days or hours, on the next working day and time.

16.30 itself is outside: the office's own deadlines are worded "before 16.30" (ก่อน 16.30 น.,
handbook on insured persons, change of hospital).
"""

from datetime import date, datetime, time, timedelta

from shared.directory.holidays import is_holiday
from shared.thai.calendar import BANGKOK

OPENS = time(8, 30)
CLOSES = time(16, 30)
_SATURDAY = 5
_DAY = timedelta(days=1)


def is_working_day(day: date) -> bool:
    """Whether the offices are open on ``day``."""
    return day.weekday() < _SATURDAY and not is_holiday(day)


def deemed_received(accepted: datetime) -> datetime:
    """When a letter counts as received that entered the system at ``accepted``.

    Takes an aware time, returns Thai time. Raises ValueError for a time without a zone.
    """
    if accepted.tzinfo is None:
        raise ValueError("a time without a zone has no legal meaning")
    local = accepted.astimezone(BANGKOK)
    if not is_working_day(local.date()) or local.time() >= CLOSES:
        return _opening(working_days_after(local.date(), 1))
    return max(local, _opening(local.date()))


def working_days_after(day: date, n: int) -> date:
    """The ``n``-th working day after ``day``, which itself is not counted.

    With ``n`` 0 it is ``day``, or the next working day when ``day`` is none.
    Raises ValueError when ``n`` is negative.
    """
    if n < 0:
        raise ValueError("working days are counted forwards")
    found = day if n else _next_working_day(day)
    for _ in range(n):
        found = _next_working_day(found + _DAY)
    return found


def _next_working_day(day: date) -> date:
    while not is_working_day(day):
        day += _DAY
    return day


def _opening(day: date) -> datetime:
    return datetime.combine(day, OPENS, BANGKOK)
