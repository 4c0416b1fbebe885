"""The overview: what happened is in its numbers, and more letters take no more reading."""

from collections import Counter
from datetime import UTC, date, datetime

import pytest

from functions.desk.deeds import Deed
from functions.desk.figures_view import Row, half, share
from functions.desk.overview import month_of
from shared.errors import NotHere
from shared.model.fact import CENTRAL, ProcessId
from shared.model.figures import Counted, Look, Overdue, Told, Touched
from tests.desk.conftest import House
from tests.desk.desks import ADMINISTRATOR, ANONG, NAN, PUA, REGISTRAR
from tests.desk.front_door import Visitor
from tests.letters import a_classification

SURE = {"classification": a_classification("ssf-benefit/3")}


def this_month(house: House) -> None:
    """Let things happen today: the page begins with the month that it is."""
    house.room.at = datetime.now(UTC)


def test_an_office_sees_what_came_and_what_became_of_it(house: House):
    this_month(house)
    for number in range(1, 5):
        house.room.lay(number, **SURE)
    taken = house.room.do(Deed.TAKE, house.room.item("s1"))
    house.room.do(Deed.CORRECT, taken, process=ProcessId("ssf-benefit/4"))
    house.room.do(Deed.PASS, house.room.item("s2"), to_office=PUA, note="อยู่ในเขต")
    seen = Visitor(ANONG, "en").get("/offices/nan/overview").body

    assert "<dt>Letters</dt><dd>4</dd>" in seen
    assert "<dt>Decided by the system</dt><dd>100%</dd>" in seen
    assert "<dt>of these, changed later</dt><dd>50%</dd>" in seen
    assert "<dt>Not opened yet</dt><dd>2</dd>" in seen


def test_the_same_letter_delivered_again_changes_no_number(house: House):
    this_month(house)
    before = house.room.lay(1, **SURE)
    assert before == house.room.lay(1, **SURE)

    assert "<dt>Letters</dt><dd>1</dd>" in Visitor(ANONG, "en").get("/offices/nan/overview").body


def test_who_sees_all_has_a_row_for_each_office_and_the_whole(house: House):
    this_month(house)
    for number, office in ((1, NAN), (2, PUA), (3, PUA), (4, CENTRAL)):
        house.room.lay(number, office, **SURE)
    late = Overdue(office=PUA, at=house.room.at, by_process={ProcessId("ssf-benefit/3"): 2})
    house.room.register.looks.note_overdue(late)
    house.room.register.looks.note(Look(at=house.room.at, objects=9, differences=3))
    seen = Visitor(REGISTRAR, "en").get("/overview").body

    assert "<dt>Letters</dt><dd>4</dd>" in seen
    assert '<a href="/offices/pua/overview">' in seen
    assert "/offices/fang/overview" not in seen, "nothing came there"
    assert "Nothing came to 141 further offices" in seen
    assert "<dt>Differences of the daily look</dt><dd>3<small>" in seen


def test_every_picture_is_named_told_and_has_its_table(house: House):
    this_month(house)
    item = house.room.lay(1, **SURE)
    house.room.do(Deed.TAKE, item)
    seen = Visitor(ANONG).get("/offices/nan/overview").body
    pictures = seen.count('role="img"')

    assert pictures == seen.count("<desc ") == seen.count("<details><summary>ดูเป็นตาราง")
    assert 3 == pictures


@pytest.mark.parametrize("letters", [1, 12])
def test_however_many_letters_all_offices_are_read_in_seven_calls(
    house: House, letters: int, calls: list[str]
):
    this_month(house)
    for number in range(1, letters + 1):
        house.room.lay(number, **SURE)
    calls.clear()

    assert 200 == Visitor(ADMINISTRATOR).get("/overview").status
    assert {"BatchGetItem": 6, "GetItem": 1} == Counter(calls)


MONTHS = [
    pytest.param("", date(2026, 11, 1), id="this month"),
    pytest.param("2026-09", date(2026, 9, 1), id="an earlier one"),
    pytest.param("2026-12", None, id="one to come"),
    pytest.param("2025-06", None, id="before the announcement"),
    pytest.param("2026-13", None, id="none at all"),
]


@pytest.mark.parametrize(("asked", "month"), MONTHS)
def test_a_month_that_was_can_be_looked_at(asked: str, month: date | None):
    if month is None:
        with pytest.raises(NotHere):
            month_of(asked, date(2026, 11, 22))
    else:
        assert month == month_of(asked, date(2026, 11, 22))


SHARES = [
    pytest.param(0, 0, "-", id="of nothing"),
    pytest.param(0, 7, "0%", id="none"),
    pytest.param(7, 7, "100%", id="all"),
    pytest.param(999, 1000, "99.9%", id="nearly all is not all"),
    pytest.param(1, 1000, "0.1%", id="hardly any is not none"),
    pytest.param(9999, 10_000, ">99.9%", id="however near"),
    pytest.param(1, 10_000, "<0.1%", id="however few"),
    pytest.param(1, 3, "33%", id="a third"),
]


@pytest.mark.parametrize(("part", "of", "said"), SHARES)
def test_a_share_never_says_all_or_none_where_it_is_not(part: int, of: int, said: str):
    assert said == share(part, of)


def test_half_is_the_span_in_which_the_middle_one_lies():
    row = Row("", {Told.MINUTE: 4, Told.HOUR: 3, Told.LATER: 2})

    assert Told.HOUR is half(row, tuple(Told))
    assert half(row, tuple(Touched)) is None
    assert 0 == row.of(Counted.CAME)
