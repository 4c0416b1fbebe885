"""A figure is only worth something if right and wrong are told apart as a clerk would."""

import pytest

from tests.benchmarks.judgements import judged

PROCESSES = [
    pytest.param(judged("refund/1", "refund/1"), True, id="the label"),
    pytest.param(judged("refund/1", "refund/2"), False, id="its neighbour"),
    pytest.param(judged("refund/1", "refund/2", also=("refund/2",)), True, id="as good as it"),
]


@pytest.mark.parametrize(("one", "right"), PROCESSES)
def test_a_process_is_right(one, right):
    assert right is one.process_right


OFFICES = [
    pytest.param(judged(office="loei"), True, id="the label"),
    pytest.param(judged(office="trat"), False, id="another"),
    pytest.param(judged(office="trat", offices=("loei", "trat")), True, id="as good as it"),
    pytest.param(judged(office="central", automatic=False), False, id="a needless triage"),
    pytest.param(
        judged(offices=("central",), office="central", automatic=False), True, id="a right triage"
    ),
    pytest.param(
        judged(offices=("central",), office="central"), True, id="the registry by decision"
    ),
    pytest.param(judged(offices=None), None, id="an office that is not labelled"),
    pytest.param(judged(office=None), None, id="who decides no offices"),
]


@pytest.mark.parametrize(("one", "right"), OFFICES)
def test_an_office_is_right(one, right):
    assert right is one.office_right
