"""A reference survives the telephone: every slip of one sign or one swap is noticed."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.errors import UnknownReference
from shared.model.reference import ALPHABET, new_reference, parse_reference, references_in

REFERENCE = new_reference(random.Random(7).choice)  # noqa: S311 - the same one each run
drawn = st.randoms(use_true_random=False).map(lambda dice: new_reference(dice.choice))


@given(drawn)
def test_what_we_write_we_read(reference: str):
    assert reference == parse_reference(reference)
    assert (reference,) == references_in(f"Re: [SSO {reference}] ขอบคุณค่ะ")


@given(drawn, st.integers(0, 11), st.sampled_from(ALPHABET))
def test_one_wrong_sign_is_noticed(reference: str, place: int, sign: str):
    signs = reference.replace("-", "")
    wrong = signs[:place] + sign + signs[place + 1 :]
    if wrong != signs:
        with pytest.raises(UnknownReference):
            parse_reference(wrong)


@given(drawn)
def test_two_swapped_signs_are_noticed(reference: str):
    signs = reference.replace("-", "")
    for place, (left, right) in enumerate(pairwise(signs)):
        swapped = signs[:place] + right + left + signs[place + 2 :]
        if left != right:
            with pytest.raises(UnknownReference):
                parse_reference(swapped)


WAYS_OF_WRITING = [
    pytest.param(REFERENCE.lower(), id="small letters"),
    pytest.param(REFERENCE.replace("-", " "), id="spaces"),
    pytest.param(REFERENCE.replace("-", ""), id="without dashes"),
    pytest.param(REFERENCE.replace("-", "\u2013"), id="typeset dashes"),
    pytest.param(f"  {REFERENCE}\n", id="copied with white space"),
]


@pytest.mark.parametrize("written", WAYS_OF_WRITING)
def test_people_write_it_in_many_ways(written: str):
    assert REFERENCE == parse_reference(written)


NOT_REFERENCES = [
    pytest.param("", id="nothing"),
    pytest.param("1234-5678-9012", id="signs that we never use"),
    pytest.param(REFERENCE + "-2345", id="too long"),
    pytest.param(REFERENCE[:-1], id="too short"),
]


@pytest.mark.parametrize("written", NOT_REFERENCES)
def test_other_things_are_no_references(written: str):
    with pytest.raises(UnknownReference):
        parse_reference(written)


def test_a_telephone_number_in_a_letter_is_no_reference():
    assert () == references_in("โทร 0 5311 2630 เลขที่บัญชี 50-2345678-9")
