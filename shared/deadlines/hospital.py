"""The hospital of an insured person: when it may be changed, and from when the change counts.

Source: handbook on insured persons, change of hospital. Once a year from 1 January to 31
March, forms being taken from 16 December; in between for a reason such as moving home or
place of work, within 30 days of moving. A form received from the 1st to the 15th (before
16.30 on the 15th) counts from the 16th, one received from the 16th to the last working day
(before 16.30) from the 1st of the next month.
"""

from datetime import date, datetime
from typing import NamedTuple

from shared.deadlines.counting import days
from shared.office_hours import deemed_received

AFTER_MOVING = days(30)
_TURN = 15
_DECEMBER = 12


class Yearly(NamedTuple):
    """The yearly window: the first day for forms, and the window itself."""

    forms_from: date
    first: date
    last: date


def yearly_window(day: date) -> Yearly:
    """The window that ``day`` lies in, or the next one."""
    year = day.year if day <= date(day.year, 3, 31) else day.year + 1
    return Yearly(date(year - 1, _DECEMBER, 16), date(year, 1, 1), date(year, 3, 31))


def in_yearly_window(day: date) -> bool:
    """Whether a form received on ``day`` asks for the yearly change."""
    return yearly_window(day).forms_from <= day


def counts_from(accepted: datetime) -> date:
    """The day from which a change counts whose form entered the system at ``accepted``.

    The form is received when it is deemed received (Electronic Government Act, section 10):
    16.30 on the 15th, or a 15th that is a holiday, leads to the next working day, and so to
    the 1st. Takes an aware time.
    """
    received = deemed_received(accepted).date()
    if received.day <= _TURN:
        return received.replace(day=_TURN + 1)
    if received.month == _DECEMBER:
        return date(received.year + 1, 1, 1)
    return date(received.year, received.month + 1, 1)
