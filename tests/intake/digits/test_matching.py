"""The engine's text, its boxes and the reader's signs brought together."""

import pytest

from functions.intake.reading.digits.aligning import aligned
from functions.intake.reading.digits.page_signs import lines_of_signs
from functions.intake.reading.digits.signs import LETTER
from functions.intake.reading.digits.suspects import suspects
from functions.intake.reading.digits.words import OcrWord


def placed(signs):
    return [(sign, 16.0 * place) for place, sign in enumerate(signs)]


ALIGNED = [
    pytest.param("กข๒๕", f"{LETTER * 2}๖๘", [0, 1, 2, 3], id="digit for digit"),
    pytest.param("๐๐๒๒๐/", "๐๖๒๖/", [0, 1, 2, 3, 5], id="the engine saw one twice"),
    pytest.param("๒/๑", "๒๗/๑", [0, None, 1, 2], id="the engine left one out"),
    pytest.param("๓ป๕๕", "๗๙๔๗", [0, 1, 2, 3], id="the engine took a digit for a letter"),
    pytest.param("", "๗", [None], id="the engine saw nothing"),
    pytest.param("๗", "", [], id="the reader saw nothing"),
]


@pytest.mark.parametrize(("engine", "reader", "places"), ALIGNED)
def test_each_sign_finds_its_own(engine, reader, places):
    assert places == aligned(placed(engine), placed(reader))


def word(text, left=0, width=20, confidence=0.95):
    return OcrWord(text, (left, 10, left + width, 30), confidence)


def test_a_word_shares_its_box_among_its_signs():
    (line,) = lines_of_signs("12/5", [word("12/5", width=40)])

    assert [(0, 10), (10, 20), (20, 30), (30, 40)] == [(sign.box[0], sign.box[2]) for sign in line]


def test_marks_over_a_letter_have_no_place_of_their_own():
    (line,) = lines_of_signs("ที่ ๕", [word("ท"), word("ี"), word("่"), word("๕", 40)])

    assert [("ท", 0), ("๕", 4)] == [(sign.text, sign.place) for sign in line]


def test_lines_are_told_apart_by_the_text():
    lines = lines_of_signs("๕ ก\n\n๗", [word("๕"), word("ก"), word("๗")])

    assert ["๕ก", "๗"] == ["".join(sign.text for sign in line) for line in lines]


def test_a_word_that_is_not_in_the_text_is_left_out():
    (line,) = lines_of_signs("๕ ๗", [word("๕"), word("unknown"), word("๗")])

    assert ["๕", "๗"] == [sign.text for sign in line]


SUSPECTS = [
    pytest.param([("ก", 0.9), ("๕", 0.9)], 1, id="a Thai digit"),
    pytest.param([("9", 0.99)], 1, id="an Arabic digit"),
    pytest.param([("omb", 0.6)], 1, id="a Latin word the engine doubts"),
    pytest.param([("©", 0.99)], 1, id="an odd sign"),
    pytest.param([("Bangkok", 0.96)], 0, id="a Latin word"),
    pytest.param([("กอง", 0.3)], 0, id="a Thai word"),
    pytest.param([("-", 0.3)], 0, id="a separator by itself"),
]


@pytest.mark.parametrize(("words", "count"), SUSPECTS)
def test_what_may_be_thai_digits(words, count):
    seen = [word(text, 30 * n, 20, sure) for n, (text, sure) in enumerate(words)]
    (line,) = lines_of_signs(" ".join(text for text, _ in words), seen)

    assert count == len(suspects(line))


def test_numbers_far_apart_are_looked_at_one_by_one():
    words = [word("๕", 0), word("๗", 25), word("๙", 900)]
    (line,) = lines_of_signs("๕๗ ๙", words)

    assert [(0, 1), (2, 2)] == [(each.first, each.last) for each in suspects(line)]
