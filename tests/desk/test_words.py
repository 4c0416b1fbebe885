"""A clerk reads why a document was not read in words, never as a name of the program."""

import pytest

from functions.desk.words import UNREADABLE
from functions.intake.reading.refusals import Refusal


@pytest.mark.parametrize("refusal", Refusal)
def test_why_a_document_was_not_read_is_said_in_words(refusal: Refusal):
    said = UNREADABLE[refusal.value]

    assert refusal.value not in (said.th, said.en)
