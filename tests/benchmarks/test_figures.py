"""Whoever decides about going live reads these figures; each counts what its name says."""

import pytest

from benchmarks.scoring.figures import by_difficulty, by_tag, figures
from tests.benchmarks.judgements import judged

RIGHT, WRONG = judged(), judged(said="none")
SURE, SURE_AND_WRONG = judged(sure=True), judged(said="none", sure=True)
TRIAGED = judged(office="central", automatic=False)

FIGURES = [
    pytest.param("process_right", [RIGHT, RIGHT, WRONG, RIGHT], 0.75, id="processes right"),
    pytest.param("sure", [SURE, RIGHT], 0.5, id="share of the sure"),
    pytest.param("sure_right", [SURE, SURE_AND_WRONG, WRONG], 0.5, id="the sure that are right"),
    pytest.param("sure_right", [RIGHT], None, id="nothing was sure"),
    pytest.param("office_right", [RIGHT, TRIAGED], 0.5, id="a needless triage is not right"),
    pytest.param("automatic", [RIGHT, TRIAGED], 0.5, id="share of the automatic"),
    pytest.param(
        "automatic_right", [judged(office="trat"), RIGHT, TRIAGED], 0.5, id="automatic and right"
    ),
    pytest.param("triage", [RIGHT, RIGHT, RIGHT, TRIAGED], 0.25, id="triage rate"),
    pytest.param("office_right", [judged(offices=None), RIGHT], 1.0, id="unlabelled: not counted"),
    pytest.param("offices", [judged(offices=None), RIGHT], 1, id="labelled offices"),
    pytest.param("process_right", [], None, id="no letters"),
]


@pytest.mark.parametrize(("name", "letters", "value"), FIGURES)
def test_figures(name, letters, value):
    assert value == getattr(figures(letters), name)


def test_a_letter_counts_for_each_of_its_tags_and_for_its_one_difficulty():
    one = judged(tags=("slang", "english"), difficulty="hard")
    other = judged(tags=("slang",))

    assert {"english": [one], "slang": [one, other]} == by_tag([one, other])
    assert {"hard": [one]} == by_difficulty([one, other])
