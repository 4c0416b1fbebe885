"""A run that went wrong can be tried again, to the call."""

import pytest

from faults.breaking import Fault, How, When
from faults.plans import EVERY, PAIRED, by_chance, seconds, singles
from faults.running import instants
from faults.soak.report import grew
from faults.trying import planned
from faults.wire import Call


def test_every_call_fails_in_every_way_and_none_is_throttled_after_it_was_done():
    tried = list(singles(3, EVERY))

    assert 3 * len(EVERY) == len(set(map(str, tried)))
    assert not [one for one in tried if (one.when, one.how) == (When.AFTER, How.THROTTLE)]


def test_a_second_fault_comes_behind_the_first():
    first = Fault(call=3, when=When.BEFORE, how=How.CUT)

    assert {4, 5} == {fault.call for fault in seconds(first, 6)}
    assert 2 * len(PAIRED) == len(list(seconds(first, 6)))


def test_chance_repeats_itself_for_the_same_seed():
    assert by_chance(17, 20) == by_chance(17, 20)
    assert len({by_chance(seed, 20) for seed in range(50)}) > 40


def test_a_plan_is_read_as_it_is_printed():
    faults = by_chance(3, 20)

    assert faults == planned(", ".join(map(str, faults)))


CALLS = [Call(1, "kms", "Sign"), Call(1, "sesv2", "SendEmail"), Call(1, "dynamodb", "End")]
INSTANTS = [
    pytest.param("0 after cut", 0, id="before the mail"),
    pytest.param("1 before cut", 0, id="the mail was not taken"),
    pytest.param("1 after cut", 1, id="SES's answer was lost"),
    pytest.param("2 before killed", 1, id="the note was not made"),
    pytest.param("2 after cut", 0, id="the note was made"),
    pytest.param("1 before cut, 2 before cut", 0, id="no mail was taken of which to make a note"),
    pytest.param("1 after cut, 2 before cut", 1, id="both, which is one mail"),
]


@pytest.mark.parametrize(("plan", "feared"), INSTANTS)
def test_a_second_copy_is_to_be_feared_at_one_instant_alone(plan, feared):
    assert feared == instants(CALLS, planned(plan))


SIZES = [
    pytest.param([100] * 10 + [300] * 90, 1.0, id="it loads, then it is flat"),
    pytest.param([300, 303] * 50, 1.0, id="up and down"),
    pytest.param(list(range(300, 900, 6)), 2.24, id="it leaks"),
    pytest.param([300] * 5, 1.0, id="too few to tell"),
]


@pytest.mark.parametrize(("sizes", "times"), SIZES)
def test_memory_that_grows_with_the_letters_is_noticed(sizes, times):
    assert times == pytest.approx(grew(sizes), abs=0.01)
