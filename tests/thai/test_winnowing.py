"""Words are found wherever they stand in a text, without a dictionary."""

from hypothesis import given
from hypothesis import strategies as st

from shared.thai.folding import key
from shared.thai.winnowing import GUARANTEED, terms_asked, terms_in

ANY = 10_000
TEXT = "ขอเบิกค่าคลอดบุตรของนางสาวปิยะดา ใจดี โทร 0812345678 form SPS-2"
LETTERS = st.text("กขคงจชซญดตทนบปผพมยรลวสหอฮะาเแโใไ", max_size=30)


@given(LETTERS, LETTERS.filter(lambda word: len(key(word)) >= GUARANTEED), LETTERS)
def test_a_long_enough_word_is_found_whatever_stands_around_it(before, word, after):
    assert set(terms_asked(word)) <= terms_in([before + word + after], ANY)


def test_words_are_found_in_any_writing():
    known = terms_in([TEXT], ANY)

    for asked in ("ปิยะดา", "คลอดบุตร ปิยะดา", "0812345678", "๐๘๑๒๓๔๕๖๗๘", "sps", "Form"):
        assert terms_asked(asked)
        assert set(terms_asked(asked)) <= known, asked


def test_other_words_are_not_found():
    known = terms_in([TEXT], ANY)

    for asked in ("สมหญิง", "0899999999", "xyz"):
        assert not set(terms_asked(asked)) <= known, asked


def test_a_word_that_is_too_short_is_no_question():
    assert () == terms_asked("กข")
    assert () == terms_asked("  ")


def test_a_long_text_is_cut_and_the_first_words_stay():
    assert terms_in(["คำแรกของหนังสือ"], ANY) <= terms_in(["คำแรกของหนังสือ", TEXT], 20)
    assert 20 == len(terms_in([TEXT], 20))


def test_no_word_can_be_read_from_its_term():
    assert all(set(term) <= set("0123456789abcdef") for term in terms_in([TEXT], ANY))
