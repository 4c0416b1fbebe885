"""The words that counted stand out, and no word of the letter is lost or shown twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.desk.highlighting import LEARNED, stretches, worth_marking
from shared.classification.learned_words import MEANING
from shared.model.classification import Evidence

TEXT = "ขอเบิกค่าคลอดบุตรค่ะ"


def said(start: int, end: int, meaning: str = "ssf-benefit/3") -> Evidence:
    return Evidence(text="", document=1, start=start, end=end, weight=1, meaning=meaning)


CASES = [
    pytest.param([], 0, [], id="nothing"),
    pytest.param([said(2, 6)], 0, ["เบิก"], id="in the middle"),
    pytest.param([said(0, 2), said(2, 6)], 0, ["ขอ", "เบิก"], id="side by side"),
    pytest.param([said(2, 6), said(3, 9)], 0, ["เบิก"], id="overlapping"),
    pytest.param([said(102, 106)], 100, ["เบิก"], id="on a later page"),
    pytest.param([said(2, 6)], 100, [], id="on another page"),
    pytest.param([said(2, 900)], 0, [TEXT[2:]], id="beyond the end"),
]


@pytest.mark.parametrize(("evidence", "start", "marked"), CASES)
def test_evidence_stands_out(evidence, start: int, marked: list[str]):
    assert marked == [piece.text for piece in stretches(TEXT, evidence, start) if piece.why]


def test_letters_that_the_learned_part_weighed_do_not_cut_words_in_two():
    rule, other = said(6, 17, "topic:birth"), said(0, 2, "topic:asks")
    across, apart = said(4, 12, f"{LEARNED}:ssf-benefit/3"), said(2, 6, f"{LEARNED}:ssf-benefit/3")
    known = (across, rule, apart, other)

    assert f"{LEARNED}:" == MEANING
    assert (rule, other, apart) == worth_marking(known)
    assert (across,) == worth_marking((across,)), "where no word is known, letters are shown"


PLACES = st.lists(st.tuples(st.integers(-5, 30), st.integers(-5, 30)))


@given(st.text(max_size=25), PLACES, st.integers(0, 10))
def test_the_text_stays_whole(text: str, places: list[tuple[int, int]], start: int):
    evidence = [said(*place) for place in places]

    assert text == "".join(piece.text for piece in stretches(text, evidence, start))
