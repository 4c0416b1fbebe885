"""Exponents are right, and the simulated day loses no letter."""

import re
from dataclasses import replace

import pytest

from benchmarks.benching.row import Row
from benchmarks.growing.exponent import Growth, exponent
from benchmarks.scaling.binding import bounds
from benchmarks.scaling.day import BUNDLE, STATIONS, Crowd, Limits, day
from benchmarks.scaling.pictures import growths

POWERS = [
    pytest.param((1, 10, 100), (5, 5, 5), 0.0, id="does not grow"),
    pytest.param((1, 10, 100), (2, 20, 200), 1.0, id="in proportion"),
    pytest.param((1, 10, 100), (1, 100, 10_000), 2.0, id="a square"),
]


@pytest.mark.parametrize(("xs", "ys", "expected"), POWERS)
def test_exponent(xs, ys, expected):
    assert expected == pytest.approx(exponent(xs, ys))


def test_a_fixed_part_does_not_hide_how_the_rest_grows():
    xs = (1.0, 10.0, 100.0, 1000.0)
    growth = Growth("size", "ms", xs, tuple(50 + x * x for x in xs))

    assert growth.exponent > 1.9


@pytest.mark.parametrize(("xs", "ys"), [((1, 1), (1, 2)), ((1, 2), (0, 1))])
def test_what_has_no_power_is_said_so(xs, ys):
    with pytest.raises(ValueError, match="power"):
        exponent(xs, ys)


CROWD = Crowd(a_second=BUNDLE, seconds=60, offices=10, hot=0.1)
WIDE = Limits(
    workers=dict.fromkeys(STATIONS, 1000),
    seconds=dict.fromkeys(STATIONS, 0.1),
    transaction=0.001,
    block=1,
    signs=10_000,
    mails=10_000,
)


def test_every_letter_of_the_day_gets_its_receipt():
    course = day(CROWD, WIDE, horizon=7200)

    assert course.ended is not None
    assert BUNDLE * 60 == course.came[-1] == course.told[-1]
    assert 0 == course.backlog[-1] == course.waiting_at(10_000)
    assert course.backlog[0] == course.waiting_at(1)
    assert 0 <= min(course.backlog)


def test_a_limit_that_is_too_low_leaves_letters_waiting():
    course = day(CROWD, replace(WIDE, mails=1), horizon=3600)

    assert course.ended is None
    assert course.told[-1] <= 3600
    assert course.backlog[-1] == course.came[-1] - course.told[-1]


def test_numbers_in_blocks_relieve_the_office_that_everybody_writes_to():
    hot = replace(CROWD, hot=0.5)
    slow = replace(WIDE, transaction=0.05)
    one, block = day(hot, slow, 7200), day(hot, replace(slow, block=8), 7200)

    assert one.ended is not None
    assert block.ended is not None
    assert block.ended < one.ended


def test_half_for_one_office_means_half():
    """The first of ten offices alone has the rest's work together: it ends last."""
    hot = day(replace(CROWD, hot=0.5), replace(WIDE, transaction=0.05), 7200)
    even = day(CROWD, replace(WIDE, transaction=0.05), 7200)

    assert hot.ended is not None
    assert even.ended is not None
    assert hot.ended > even.ended


def test_the_narrowest_limit_is_told_for_all_and_for_one_office():
    seconds, workers = dict.fromkeys(STATIONS, 0.1), {"intake": 20, "router": 10, "notify": 2}
    found = list(bounds(seconds, workers, writes=100, transaction=0.033))

    assert 20 == min(bound.a_second for bound in found[:3])
    assert {False, True} == {bound.office for bound in found}
    assert all(bound.way_out for bound in found)


def test_a_ratio_needs_something_to_compare_with():
    assert 0.5 == Row("mail", 1.0, "ms", "another", 2.0).ratio
    assert Row("mail", 1.0, "ms").ratio is None


AXES = ["letters", "offices", "size", "pages"]


def test_the_picture_shows_every_axis_with_all_its_lines(tmp_path):
    line = ((1.0, 10.0), (2.0, 20.0))

    growths(tmp_path / "g.svg", {axis: {"calls": line, "items": line} for axis in AXES})

    drawn = (tmp_path / "g.svg").read_text()
    assert len(AXES) == len(re.findall('id="axes_', drawn))
    assert len(AXES) == len(re.findall('id="legend_', drawn))
