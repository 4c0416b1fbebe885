"""Nobody is left without words: every reason and every kind of file has its own."""

import pytest

from functions.intake.reading.kinds import Kind
from functions.intake.reading.refusals import Refusal
from functions.notify.conditions import CONDITIONS, condition_of, words_for
from functions.notify.refusals import REFUSALS
from shared import errors
from shared.thai.file_kinds import ENGLISH, THAI
from tests.notify.messages import a_part, a_refusal, text_of


def refused_classes(base: type[errors.Refused] = errors.Refused) -> set[type[errors.Refused]]:
    """Every class below Refused."""
    found = set(base.__subclasses__())
    return found.union(*(refused_classes(child) for child in found))


def test_every_answered_refusal_has_words_and_no_other_has():
    """A new reason without words is noticed here, not by a citizen."""
    assert {c.reason for c in refused_classes() if c.answered} == REFUSALS.keys()


@pytest.mark.parametrize("reason", REFUSALS)
def test_a_refusal_says_what_was_wrong_and_what_to_do(reason):
    """In both languages, with a number to ask."""
    text = text_of(a_refusal(reason))

    assert all(words in text for words in REFUSALS[reason])
    assert "1506" in text


def test_a_refusal_without_words_is_our_bug():
    """It reaches the dead-letter queue instead of saying something wrong."""
    with pytest.raises(KeyError):
        a_refusal("no_such_reason")


@pytest.mark.parametrize("refusal", Refusal)
def test_every_unread_document_says_why(refusal):
    """Each reason of the readers has Thai and English words of its own."""
    part = a_part(1, "ก.pdf", refusal=refusal.value)

    assert condition_of(part) in CONDITIONS
    assert all(words_for(refusal.value)[:2])


@pytest.mark.parametrize("words", CONDITIONS.values(), ids=CONDITIONS)
def test_what_to_do_is_asked_in_both_languages_or_in_none(words):
    """Half an instruction helps nobody."""
    assert bool(words.todo_th) == bool(words.todo_en)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.UNKNOWN])
def test_every_kind_of_file_has_a_name(kind):
    """As the sender knows it, in both languages."""
    assert THAI[kind.value]
    assert ENGLISH[kind.value]
