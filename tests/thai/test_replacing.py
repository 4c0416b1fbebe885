"""Replacing letters one after the other gives what replacing them all at once gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.thai.replacing import OneByOne

SIGNS = "กขคงabc ๐1"
TABLES = st.dictionaries(
    st.sampled_from(SIGNS).map(ord), st.none() | st.text(SIGNS + "xyz", max_size=2), max_size=6
)


@given(table=TABLES, text=st.text(SIGNS + "xyz", max_size=30))
def test_quick_is_what_translate_does(table, text):
    try:
        quick = OneByOne(table)
    except ValueError:
        return  # a circle is refused, see below

    assert text.translate(table) == quick(text)


def test_a_letter_put_for_another_is_not_replaced_again():
    assert "bc" == OneByOne({ord("a"): "b", ord("b"): "c"})("ab")


def test_a_letter_that_stays_as_it_is_is_no_circle():
    assert "ba" == OneByOne({ord("a"): "a", ord("b"): "b"})("ba")


def test_letters_put_for_one_another_are_refused():
    with pytest.raises(ValueError, match="circle"):
        OneByOne({ord("a"): "b", ord("b"): "a"})
