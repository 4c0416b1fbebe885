"""Deadlines and windows against days worked out by hand; a year with its holidays.

Official holidays of 2570 that matter below: 1 January (Friday), 6 April (Tuesday), 13 to 15
April (Tuesday to Thursday), 4 May (Tuesday).
"""

from datetime import date, datetime, timedelta

import pytest

from shared.deadlines.answering import ANSWER
from shared.deadlines.counting import days, earliest_event, months
from shared.deadlines.employers import REGISTRATION, report_by
from shared.deadlines.hospital import (
    AFTER_MOVING,
    counts_from,
    in_yearly_window,
    yearly_window,
)
from shared.deadlines.insured import SECTION_39
from shared.office_hours import deemed_received, is_working_day
from shared.thai.calendar import BANGKOK


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A Thai time."""
    return datetime(year, month, day, hour, minute, tzinfo=BANGKOK)


PERIODS = [
    pytest.param(REGISTRATION, date(2026, 11, 2), date(2026, 12, 2), id="30 days, a Wednesday"),
    pytest.param(REGISTRATION, date(2026, 11, 5), date(2026, 12, 8), id="over a long weekend"),
    pytest.param(REGISTRATION, date(2027, 3, 14), date(2027, 4, 16), id="over Songkran"),
    pytest.param(ANSWER, date(2026, 11, 20), date(2026, 12, 8), id="15 days, over two holidays"),
    pytest.param(ANSWER, date(2026, 11, 23), date(2026, 12, 8), id="15 days, a Tuesday"),
    pytest.param(AFTER_MOVING, date(2026, 12, 2), date(2027, 1, 4), id="over the New Year"),
    pytest.param(SECTION_39, date(2026, 5, 20), date(2026, 11, 20), id="six months"),
    pytest.param(SECTION_39, date(2026, 8, 31), date(2027, 3, 1), id="no 31 February: a Sunday"),
    pytest.param(months(1), date(2028, 1, 31), date(2028, 2, 29), id="a leap year"),
    pytest.param(months(2), date(2026, 12, 15), date(2027, 2, 15), id="over the year's end"),
]


@pytest.mark.parametrize(("period", "event", "last"), PERIODS)
def test_a_period_ends_on_the_day_that_the_law_names(period, event, last):
    """The first day is not counted, and a last day on which offices are closed moves on."""
    assert last == period(event)


@pytest.mark.parametrize("received", [date(2026, 11, 20), date(2027, 4, 16), date(2027, 1, 4)])
@pytest.mark.parametrize("period", [REGISTRATION, SECTION_39, ANSWER])
def test_the_earliest_event_in_time_is_the_earliest(period, received):
    """One day earlier would have been too late, and the day itself was not."""
    event = earliest_event(received, period)

    assert period(event) >= received > period(event - timedelta(days=1))


def test_no_period_of_a_year_ends_on_a_day_off():
    """Whatever day it begins."""
    begun = [date(2026, 7, 1) + timedelta(days=n) for n in range(366)]

    assert all(is_working_day(days(30)(day)) for day in begun)
    assert all(days(30)(day) >= day + timedelta(days=30) for day in begun)


MONTHLY = [
    pytest.param(date(2026, 11, 1), date(2026, 12, 15), id="first of the month"),
    pytest.param(date(2026, 11, 30), date(2026, 12, 15), id="last of the month"),
    pytest.param(date(2026, 12, 31), date(2027, 1, 15), id="over the year's end"),
]


@pytest.mark.parametrize(("changed", "last"), MONTHLY)
def test_leavers_and_changes_are_reported_by_the_15th_of_the_next_month(changed, last):
    """สปส. 6-09 and 6-10."""
    assert last == report_by(changed)


WINDOWS = [
    pytest.param(date(2026, 12, 15), False, 2027, id="a day too early"),
    pytest.param(date(2026, 12, 16), True, 2027, id="the first day for forms"),
    pytest.param(date(2027, 1, 1), True, 2027, id="it opens"),
    pytest.param(date(2027, 3, 31), True, 2027, id="its last day"),
    pytest.param(date(2027, 4, 1), False, 2028, id="a day too late"),
]


@pytest.mark.parametrize(("day", "inside", "year"), WINDOWS)
def test_the_yearly_change_of_hospital_has_its_time(day, inside, year):
    """1 January to 31 March, forms from 16 December; the next one is named after that."""
    window = yearly_window(day)

    assert inside == in_yearly_window(day)
    assert (date(year - 1, 12, 16), date(year, 1, 1), date(year, 3, 31)) == window


COUNTS = [
    pytest.param(at(2026, 12, 1, 8, 30), date(2026, 12, 16), id="the 1st"),
    pytest.param(at(2026, 12, 15, 16, 29), date(2026, 12, 16), id="a minute before the turn"),
    pytest.param(at(2026, 12, 15, 16, 30), date(2027, 1, 1), id="at the turn"),
    pytest.param(at(2026, 12, 16, 9, 0), date(2027, 1, 1), id="the 16th"),
    pytest.param(at(2026, 12, 30, 16, 29), date(2027, 1, 1), id="last working day of the year"),
    pytest.param(at(2026, 12, 30, 16, 30), date(2027, 1, 16), id="a minute later: next year's"),
    pytest.param(at(2026, 11, 15, 10, 0), date(2026, 12, 1), id="a Sunday 15th is Monday 16th"),
    pytest.param(at(2027, 4, 12, 16, 45), date(2027, 5, 1), id="Songkran swallows the 15th"),
    pytest.param(at(2026, 11, 30, 16, 45), date(2026, 12, 16), id="after hours on the last day"),
]


@pytest.mark.parametrize(("accepted", "begins"), COUNTS)
def test_from_when_a_change_of_hospital_counts(accepted, begins):
    """The minute can matter: half a month lies between 16.29 and 16.30."""
    assert begins == counts_from(accepted)


def test_over_a_year_a_change_counts_from_the_next_turn_after_it_is_received():
    """Each hour of a year: a 1st or a 16th, after the day of receipt, never a turn too late."""
    hours = [at(2026, 7, 1, 0, 15) + timedelta(hours=n) for n in range(365 * 24)]
    for accepted in hours:
        received, begins = deemed_received(accepted).date(), counts_from(accepted)

        assert begins.day in {1, 16}
        assert timedelta(0) < begins - received <= timedelta(days=16)
