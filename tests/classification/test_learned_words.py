"""The learned part points at words of the letter, wherever in it they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.classification.classify import classify
from shared.classification.learned_file import load
from shared.classification.learned_words import words
from shared.classification.passages import passages
from shared.directory import processes
from tests.letters import a_letter

TEXTS = st.text(st.sampled_from("กขคอบตเะาี"), min_size=4, max_size=7)
EAGER = 1e6
"""Every run weighs enough to be shown."""


@given(TEXTS)
def test_evidence_stands_in_the_letter(text):
    letter = a_letter(text, subject="")
    for process in ("ssf-benefit/3", "none"):
        for piece in words(passages(letter), load(), process, worth=EAGER):
            assert piece.text
            assert piece.text in text


@pytest.mark.parametrize("text", ["ะัาคลอด", "ำเเ", "ูู", "คลอดบุตร", "เบิกค่าคลอดบุตรค่ะ"])
def test_a_letter_whose_first_letters_speak_is_decided(text):
    found = classify(a_letter(text, subject=""), processes.load())

    assert found.ranked
    assert all(piece.text in text for piece in found.evidence if piece.document >= 0)
