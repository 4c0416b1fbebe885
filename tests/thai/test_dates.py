"""A date is read however it is written; what cannot be told is said so, never chosen."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.thai.calendar import BUDDHIST_ERA, MONTHS
from shared.thai.dates import date_of, written_dates
from shared.thai.months import BLURRED, IN_FULL
from shared.thai.numbers import thai

TODAY = date(2026, 11, 22)
FIFTH = date(2017, 12, 5)

ONE_DAY = [
    "๕ ธันวาคม ๒๕๖๐",
    "5 ธ.ค. 60",
    "5 ธค 60",
    "5-ธ.ค.-60",
    "5/ธ.ค./2560",
    "5/12/2560",
    "05-12-60",
    "๕/๑๒/๒๕๖๐",
    "5.12.2560",
    "5 / 12 / 2560",
    "2017-12-05",
    "2017/12/05",
    "2560-12-05",
    "วันที่ 5 เดือน ธันวาคม พ.ศ. 2560",
    "วันที่ 5 เดือนธันวาคม ปี 2560",
    "๕ ธันวาคม พ.ศ. ๒๕๖๐",
    "5 ธันวาคม ค.ศ. 2017",
    "5 ธันวาคม พ.ศ. 60",
    "5 December 2017",
    "5th December 2017",
    "5th of December 2017",
    "December 5, 2017",
    "Dec 5th 2017",
    "5 Dec 2560",
    "5 DEC. 2560 B.E.",
    "5 December 2017 A.D.",
    "5 ธันวาคม 256O",
    "5 ธันว าคม 25 60",
    "5 ธนวาคม 2560".replace("ธน", "ธัน"),
    "5 รันวาคม 2560",
]


@pytest.mark.parametrize("written", ONE_DAY)
def test_one_day_in_all_its_writings(written):
    assert FIFTH == date_of(f"ลง {written} แล้ว", TODAY)


DAYS = [
    pytest.param("31 กรกฏาคม 2569", date(2026, 7, 31), id="ฏ for ฎ"),
    pytest.param("28 กุมภาพันธ 2569", date(2026, 2, 28), id="a mark lost"),
    pytest.param("29 ก.พ. 2567", date(2024, 2, 29), id="a leap day"),
    pytest.param("13/12/2017", date(2017, 12, 13), id="only one order is a day"),
    pytest.param("5/5/2017", date(2017, 5, 5), id="both orders are the same day"),
    pytest.param("16 พ.ย. 69", date(2026, 11, 16), id="this year"),
    pytest.param("1 ม.ค. 33", date(1990, 1, 1), id="a birthday"),
    pytest.param("5 Dec 85", date(1985, 12, 5), id="the last century, in English"),
    pytest.param("5 ธ.ค. 60 10.30 น.", FIFTH, id="a time behind it"),
]


@pytest.mark.parametrize(("written", "day"), DAYS)
def test_a_day_is_told(written, day):
    assert day == date_of(written, TODAY)


NOT_TOLD = [
    pytest.param("5/6/12", ["1969-06-05", "2012-06-05"], id="a year that fits both eras"),
    pytest.param("5 มิ.ย. 12", ["1969-06-05", "2012-06-05"], id="with a month's name too"),
    pytest.param("05/12/2017", ["2017-05-12", "2017-12-05"], id="day first or month first"),
    pytest.param("5 Dec 60", ["1960-12-05", "2017-12-05"], id="English month, whose year"),
    pytest.param("5/12/80", [], id="no such year near today"),
    pytest.param("31/2/2560", [], id="no such day"),
    pytest.param("29 ก.พ. 2566", [], id="no leap year"),
    pytest.param("12/13/2560", [], id="month first is never Buddhist"),
    pytest.param("0/12/2560", [], id="day nought"),
    pytest.param("5/12/2300", [], id="a year of neither era"),
    pytest.param("5 ธันวาคม พ.ศ. 2017", [], id="the era contradicts the year"),
]


@pytest.mark.parametrize(("written", "possible"), NOT_TOLD)
def test_what_cannot_be_told_is_said_so(written, possible):
    (found,) = written_dates(written, TODAY)

    assert found.day is None
    assert possible == [day.isoformat() for day in found.possible]


NO_DATES = [
    "",
    "ไม่มีวันที่",
    "5 ธันวาคม",
    "12/2560",
    "1-2345-67890-12-1",
    "02-956-2345",
    "ข้อ 3.1.12",
    "0505/ว 318",
    "สปส. 2-01/7",
    "maybe 5, 2017",
    "1/2/3/2560",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_other_numbers_are_no_dates(text):
    assert () == written_dates(text, TODAY)


def test_dates_come_in_order_with_the_words_they_stand_in():
    text = "หยุดงานตั้งแต่ ๑ มี.ค. ๖๗ ถึง 2024-04-05 รวม 36 วัน"

    found = written_dates(text, TODAY)

    assert ["๑ มี.ค. ๖๗", "2024-04-05"] == [text[d.start : d.end] for d in found]
    assert date_of(text, TODAY) is None


def test_scanned_months_are_still_told_apart():
    assert 12 == len(IN_FULL) == len(BLURRED)


@given(st.dates(date(1950, 1, 1), date(2060, 12, 31)))
def test_every_official_date_is_read_back(day):
    year = day.year + BUDDHIST_ERA
    official = f"{day.day} {MONTHS[day.month - 1]} {year}"

    assert day == date_of(official, TODAY) == date_of(thai(official), TODAY)
    assert day == date_of(f"{day.day}/{day.month}/{year}", TODAY) == date_of(str(day), TODAY)


@given(st.dates(TODAY - timedelta(days=3000), TODAY))
def test_the_right_day_is_always_among_those_given(day):
    (found,) = written_dates(f"{day.day}-{day.month}-{(day.year + BUDDHIST_ERA) % 100}", TODAY)

    assert day in found.possible


@given(st.text(max_size=120))
def test_any_text_may_be_asked(text):
    for found in written_dates(text, TODAY):
        assert 0 <= found.start < found.end <= len(text)
