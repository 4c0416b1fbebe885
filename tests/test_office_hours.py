"""When a letter counts as received: the hour that a sender's deadline is measured by."""

from datetime import UTC, date, datetime

import pytest

from shared.directory.holidays import declared_days, is_holiday
from shared.directory.table import DATA
from shared.errors import BadDirectory
from shared.office_hours import deemed_received, is_working_day, working_days_after
from shared.thai.calendar import BANGKOK

LETTERS = [
    ("2026-11-20 10:15", "2026-11-20 10:15", "Friday morning: at once"),
    ("2026-11-20 08:30", "2026-11-20 08:30", "the minute of opening"),
    ("2026-11-20 08:29", "2026-11-20 08:30", "a minute early: at opening, the same day"),
    ("2026-11-20 00:00", "2026-11-20 08:30", "midnight belongs to the new day"),
    ("2026-11-20 16:29", "2026-11-20 16:29", "a minute before closing"),
    ("2026-11-20 16:30", "2026-11-23 08:30", "closing time is outside: Monday"),
    ("2026-11-20 16:31", "2026-11-23 08:30", "a minute late on Friday: Monday"),
    ("2026-11-18 16:31", "2026-11-19 08:30", "a minute late on Wednesday: Thursday"),
    ("2026-11-21 11:00", "2026-11-23 08:30", "Saturday"),
    ("2026-11-22 23:59", "2026-11-23 08:30", "Sunday night"),
    ("2026-10-13 10:00", "2026-10-14 08:30", "a holiday on a Tuesday"),
    ("2026-10-22 17:00", "2026-10-26 08:30", "evening before a Friday off: Monday"),
    ("2026-12-04 16:45", "2026-12-08 08:30", "5 December on Saturday: its Monday is off"),
    ("2026-12-07 09:00", "2026-12-08 08:30", "on the substitution day itself"),
    ("2026-12-30 16:30", "2027-01-04 08:30", "year end: two days off, then a weekend"),
    ("2026-12-31 12:00", "2027-01-04 08:30", "New Year's Eve"),
    ("2025-12-30 20:00", "2026-01-05 08:30", "with the extra day of 2 January 2569"),
    ("2026-04-10 16:30", "2026-04-16 08:30", "Songkran: three days off after a weekend"),
    ("2027-05-02 12:00", "2027-05-03 08:30", "Labour Day's substitute is no holiday here"),
    ("2026-05-01 09:00", "2026-05-01 09:00", "Labour Day: government offices are open"),
    ("2026-05-13 09:00", "2026-05-14 08:30", "Ploughing Day: government offices are closed"),
    ("2026-07-28 09:00", "2026-07-31 08:30", "three holidays in a row"),
    ("2027-07-16 18:00", "2027-07-21 08:30", "Asarnha Bucha on Sunday: Tuesday is off too"),
    ("2024-12-27 18:00", "2025-01-02 08:30", "year end 2567 with an extra day"),
]

ZONES = [
    pytest.param(datetime(2026, 11, 20, 9, 29, tzinfo=UTC), "2026-11-20 16:29", id="in hours"),
    pytest.param(datetime(2026, 11, 20, 9, 30, tzinfo=UTC), "2026-11-23 08:30", id="closed"),
    pytest.param(datetime(2026, 11, 20, 1, 29, 59, tzinfo=UTC), "2026-11-20 08:30", id="early"),
    pytest.param(datetime(2026, 11, 19, 18, 0, tzinfo=UTC), "2026-11-20 08:30", id="next day"),
    pytest.param(datetime(2026, 12, 31, 17, 30, tzinfo=UTC), "2027-01-04 08:30", id="new year"),
]

COUNTS = [
    pytest.param("2026-11-20", 1, "2026-11-23", id="over a weekend"),
    pytest.param("2026-11-20", 5, "2026-11-27", id="a week"),
    pytest.param("2026-12-04", 3, "2026-12-11", id="over two holidays"),
    pytest.param("2026-12-30", 1, "2027-01-04", id="over the new year"),
    pytest.param("2026-11-21", 1, "2026-11-23", id="from a Saturday"),
    pytest.param("2026-11-20", 0, "2026-11-20", id="none: the working day itself"),
    pytest.param("2026-11-21", 0, "2026-11-23", id="none: a Saturday moves to Monday"),
]


def thai(text: str) -> datetime:
    """A Thai time from ``2026-11-20 10:15``."""
    return datetime.fromisoformat(text).replace(tzinfo=BANGKOK)


@pytest.mark.parametrize(
    ("accepted", "deemed"), [pytest.param(a, d, id=why) for a, d, why in LETTERS]
)
def test_a_letter_counts_from_the_hour_that_the_law_gives_it(accepted, deemed):
    """Electronic Government Act, section 10: its own minute, or the next working time."""
    assert thai(deemed) == deemed_received(thai(accepted))


@pytest.mark.parametrize(("accepted", "deemed"), ZONES)
def test_the_mail_service_counts_in_utc_and_the_law_in_thai_time(accepted, deemed):
    """The answer is in Thai time, whatever zone the question came in."""
    found = deemed_received(accepted)

    assert thai(deemed) == found
    assert found.tzinfo is BANGKOK


def test_a_time_without_a_zone_is_refused():
    """Seven hours decide about a deadline; nobody may guess them."""
    with pytest.raises(ValueError, match="zone"):
        deemed_received(datetime(2026, 11, 20, 10, 15))  # noqa: DTZ001 - that is the point


@pytest.mark.parametrize(("day", "n", "expected"), COUNTS)
def test_working_days_are_counted_without_the_first(day, n, expected):
    """As the Civil and Commercial Code counts, holidays left out."""
    assert date.fromisoformat(expected) == working_days_after(date.fromisoformat(day), n)


def test_working_days_are_not_counted_backwards():
    """A negative target is a slip of the configuration."""
    with pytest.raises(ValueError, match="forwards"):
        working_days_after(date(2026, 11, 20), -1)


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2027])
def test_a_year_has_as_many_working_days_as_one_knows(year):
    """No year loses its holidays because a package changed: 240 to 248 days."""
    days = [
        date.fromordinal(n)
        for n in range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())
    ]

    assert 240 <= sum(map(is_working_day, days)) <= 248


def test_what_the_cabinet_declares_goes_before_the_calendar(tmp_path):
    """A day off that no calendar knew, and a holiday that was made a working day."""
    (tmp_path / "holidays.csv").write_text(
        "day,day_off,name_th,source\n"
        "2027-04-16,yes,วันหยุดพิเศษ,cabinet resolution (invented)\n"
        "2027-12-10,no,วันรัฐธรรมนูญ,cabinet resolution (invented)\n",
        encoding="utf-8",
    )

    assert is_holiday(date(2027, 4, 16), tmp_path)
    assert not is_holiday(date(2027, 12, 10), tmp_path)
    assert not is_holiday(date(2027, 4, 16))
    assert is_holiday(date(2027, 12, 10))


BAD_ROWS = [
    pytest.param("2027-04-31,yes,x,y", "row 2: .*day", id="no such day"),
    pytest.param("2027-04-16,maybe,x,y", "row 2: .*day_off", id="neither yes nor no"),
    pytest.param("2027-04-16,yes,x,", "row 2: .*source", id="no source"),
    pytest.param("2027-04-16,yes,x,y\n2027-04-16,no,x,y", "row 3: .*also in row 2", id="twice"),
]


@pytest.mark.parametrize(("rows", "said"), BAD_ROWS)
def test_a_slip_in_the_holidays_is_named(tmp_path, rows, said):
    """File and row, before the first letter is counted by it."""
    header = "day,day_off,name_th,source\n"
    (tmp_path / "holidays.csv").write_text(f"{header}{rows}\n", encoding="utf-8")

    with pytest.raises(BadDirectory, match=said):
        declared_days(tmp_path)


def test_the_shipped_file_loads():
    """Whatever it declares has a source."""
    assert all(declared.source for declared in declared_days(DATA).values())
