"""A letter as the OCR engine read it, put right by the digit reader."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from functions.intake.reading.digits.marking import Reread
from functions.intake.reading.digits.rereading import reread
from functions.intake.reading.digits.signs import THAI, UNSURE
from functions.intake.reading.digits.words import OcrWord

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def letter():
    return np.asarray(Image.open(HERE / "letter.png").convert("L"))


@pytest.fixture(scope="module")
def engine():
    seen = json.loads((HERE / "letter.json").read_text(encoding="utf-8"))
    return seen["text"], [OcrWord(**{**word, "box": tuple(word["box"])}) for word in seen["words"]]


@pytest.fixture(scope="module")
def read(letter, engine):
    return reread(letter, *engine)


@pytest.mark.parametrize(
    "number",
    [
        pytest.param("ชม ๐๐๓๐/ว ๔๙๗๖", id="a reference number"),
        pytest.param("ลงวันที ๒๘ กันยายน", id="a day"),
        pytest.param("๒๕๖๙", id="a year"),
        pytest.param("๕๐-๑๒๓๔๕๖๗-๘", id="an employer's account"),
        pytest.param("จํานวนเงิน ๑๒,๔๘๗.๖๙", id="an amount"),
        pytest.param("ภายใน ๓๐", id="a number that the engine took for a Latin word"),
        pytest.param("ครั้งที่ ๗", id="a lone digit at a line's end, which the engine passed over"),
        pytest.param("053-112629", id="a telephone number in Arabic digits"),
        pytest.param("50300", id="a postcode in Arabic digits"),
    ],
)
def test_a_number_of_the_letter_stands_in_its_text(read, number):
    assert number in read.text


def test_the_engine_alone_cannot_write_them(engine):
    text, _ = engine

    assert not set("๔๖๗๘๙") & set(text)


def test_each_run_says_where_it_stands(read, letter):
    for placed in read.runs:
        left, top, right, bottom = placed.box

        assert placed.run.text == read.text[placed.start : placed.end].strip()
        assert 0 <= left < right <= letter.shape[1]
        assert 0 <= top < bottom <= letter.shape[0]


def test_without_the_reader_no_thai_digit_of_the_engine_is_shown_as_a_fact(letter, engine):
    """The engine's boxes are lost, so there is nothing to read again."""
    text, _ = engine

    read = reread(letter, text, [])

    assert (False, True) == (bool(set(THAI) & set(read.text)), UNSURE in read.text)


def test_on_an_empty_picture_the_engines_numbers_are_marked(letter, engine):
    text, words = engine

    read = reread(np.full_like(letter, 255), text, words)

    assert not set(THAI) & set(read.text)
    assert "053-112629" in read.text


def test_a_page_without_thai_is_left_as_it_is(letter):
    words = [OcrWord("Room", (60, 40, 200, 70), 0.4), OcrWord("12", (220, 40, 260, 70), 0.4)]

    assert Reread("Room 12") == reread(letter, "Room 12", words)


def test_what_is_not_sure_is_marked_and_kept_as_a_guess(letter, engine):
    blurred = np.asarray(Image.fromarray(letter).resize((400, 120)).resize(letter.shape[::-1]))

    read = reread(blurred, *engine)

    unsure = [placed for placed in read.runs if not placed.run.sure]
    assert unsure
    assert all(UNSURE in read.text[placed.start : placed.end] for placed in unsure)
    assert any(placed.run.text for placed in unsure)
