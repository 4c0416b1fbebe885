"""A file that hangs or kills its reader is counted, and the next one is read all the same."""

import math
import os
import time

import pytest

from benchmarks.reading_bench.watched import Child, End

PATIENT, IMPATIENT = 60.0, 0.2


@pytest.fixture
def hired():
    """Children that are ended after the test, whatever happens."""
    children = []

    def hire(work, limit=PATIENT, most_memory=None):
        children.append(Child(work, limit, most_memory))
        return children[-1]

    yield hire
    for child in children:
        child.close()


def test_an_exception_is_told_by_its_name_and_the_child_goes_on(hired):
    child = hired(math.sqrt)
    escaped, done = child.ask(-1.0), child.ask(4.0)

    assert End.CRASHED is escaped.end
    assert "ValueError" in escaped.why
    assert (End.DONE, 2.0) == (done.end, done.answer)


def test_one_that_never_comes_back_is_killed(hired):
    child = hired(time.sleep, IMPATIENT)

    assert End.HUNG is child.ask(3600).end
    assert End.DONE is child.ask(0).end


def test_a_death_is_a_crash(hired):
    child = hired(os._exit)

    assert (End.CRASHED, "ended with status 3") == (child.ask(3).end, child.ask(3).why)


def test_memory_beyond_the_bound_is_not_given(hired):
    assert "MemoryError" in hired(bytes, most_memory=2**30).ask(2**31).why
