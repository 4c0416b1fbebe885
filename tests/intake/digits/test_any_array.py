"""Whatever picture, text and boxes come: the digit reader gives a result."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from functions.intake.reading.digits.reading import read_run
from functions.intake.reading.digits.rereading import reread
from functions.intake.reading.digits.signs import THAI
from functions.intake.reading.digits.words import OcrWord

SIDES = st.tuples(st.integers(0, 60), st.integers(0, 90))
PICTURES = arrays(np.uint8, SIDES)
STRIPED = st.builds(
    lambda rows, columns, dark: np.where(np.indices((rows, columns))[1] % 7 < dark, 0, 255),
    st.integers(1, 60),
    st.integers(1, 200),
    st.integers(0, 7),
).map(lambda picture: picture.astype(np.uint8))
EDGES = st.integers(-50, 250)
BOXES = st.tuples(EDGES, EDGES, EDGES, EDGES)
TEXTS = st.text(alphabet="๐๕9 กที่/-.\n©a", max_size=12)
WORDS = st.lists(st.builds(OcrWord, text=TEXTS, box=BOXES, confidence=st.floats(0, 1)), max_size=8)


@given(st.one_of(PICTURES, STRIPED))
def test_any_crop_gives_a_run(picture):
    read = read_run(picture)

    assert 0 <= read.confidence <= 1.001


@given(arrays(np.uint8, st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(0, 4))))
def test_a_picture_in_colours_is_no_crop(picture):
    assert "" == read_run(picture).text


@settings(max_examples=40)
@given(st.one_of(PICTURES, STRIPED), WORDS, st.text(alphabet=" \n", max_size=3))
def test_on_any_page_only_sure_runs_have_thai_digits(picture, words, between):
    text = between.join(word.text for word in words)
    read = reread(picture, text, words)

    rest = read.text
    for placed in reversed([placed for placed in read.runs if placed.run.sure]):
        rest = rest[: placed.start] + rest[placed.end :]
    assert [] == [sign for sign in rest if sign in THAI]
