"""How a period is counted, by the Civil and Commercial Code.

Section 193/3: the first day is not counted. Section 193/5: months are counted by the
calendar, to the day before the one that corresponds to the first day counted; the last day
of the month where there is none. Section 193/8: when the last day is a holiday, the next
working day is the last one. A day that a rule names by its date ("by the 15th") is no period
and is left where it is.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from shared.office_hours import working_days_after

Period = Callable[[date], date]
"""The last day of a period that an event began."""
_DAY = timedelta(days=1)
_MONTHS = 12


def days(number: int) -> Period:
    """Periods of so many days, from the event."""

    def last(event: date) -> date:
        return working_days_after(event + number * _DAY, 0)

    return last


def months(number: int) -> Period:
    """Periods of so many months, from the event."""

    def last(event: date) -> date:
        return working_days_after(_months_after(event, number), 0)

    return last


def earliest_event(received: date, period: Period) -> date:
    """The earliest event for which what was received on a day was in time."""
    event = received
    while period(event - _DAY) >= received:
        event -= _DAY
    return event


def _months_after(day: date, number: int) -> date:
    place = day.month - 1 + number
    year, month = day.year + place // _MONTHS, place % _MONTHS + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
