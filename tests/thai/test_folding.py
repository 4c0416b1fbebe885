"""However a word was typed, scanned or damaged, it compares as the same word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.thai.folding import fold, key, keys, tidied

WRITINGS = [
    pytest.param("สำนักงาน", "ส ำนักงำน", id="a PDF font put sara am for aa, with a space"),
    pytest.param("สำนักงาน", "ส านักงาน", id="a PDF lost the circle of sara am"),
    pytest.param("สำนักงาน", "ส\u0e4d\u0e32นักงาน", id="sara am in its two parts"),
    pytest.param("คำขอ", "ค ำขอ", id="a space before sara am"),
    pytest.param("การ", "กำร", id="sara am where aa should be"),
    pytest.param("มาตรา 39", "มาตรา ๓๙", id="Thai digits"),
    pytest.param("ม.40", "ม. ๔๐", id="a space after the full stop"),
    pytest.param("สปส. 1-10", "สปส. ๑ – ๑๐", id="spaces and a long dash in a form's code"),
    pytest.param("ประกันสังคม", "ประ กันสัง คม", id="spaces that a scanner saw"),
    pytest.param("ประกันสังคม", "ประกัน\u200bสังคม", id="an invisible space"),
    pytest.param("ประกันสังคม", "ประกัน\u00adสัง\nคม", id="a soft hyphen and a line's end"),
    pytest.param("น้ำท่วม", "นำ้ท่วม", id="tone mark after sara am"),
    pytest.param("ที่อยู่", "ทีอยู", id="tone marks that a scanner lost"),
    pytest.param("แม่สอด", "เเม่สอด", id="two sara e for one sara ae"),
    pytest.param("ด่วนมาก", "ด่วนมากกกกก", id="a stretched letter"),
    pytest.param("สิชล", "สิิชล", id="a vowel above the line that a PDF font wrote twice"),
    pytest.param("ที่อยู่", "ที่ีอยู่่", id="twice, with its tone mark between"),
    pytest.param("ที่", "ที\uf70a", id="a tone mark in an old font's private code"),
    pytest.param("ประจำปี", "ประจ\ufffdาปี", id="a PDF lost the circle to the replacement sign"),
    pytest.param("จำนวน", "จานวน", id="a PDF lost the circle without a trace"),
    pytest.param("สำนักงาน", "สำ\x14นักงาน", id="a control sign after a ligature"),
    pytest.param("กรกฎาคม", "กรกฏาคม", id="ฏ for ฎ"),
    pytest.param("15000 บาท", "๑๕,๐๐๐บาท", id="thousands with a comma"),
    pytest.param("refund my pension", "REFUND  my\tPension", id="capitals and runs of spaces"),
    pytest.param("sso", "ＳＳＯ", id="full-width letters"),
]


@pytest.mark.parametrize(("clean", "noisy"), WRITINGS)
def test_a_noisy_writing_folds_to_the_same(clean, noisy):
    assert key(clean) == key(noisy)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("ม.33", "ม.39", id="another section"),
        pytest.param("บำเหน็จ", "บำนาญ", id="lump sum and pension"),
        pytest.param("ท่าฉาง", "ท่าช้าง", id="two districts"),
        pytest.param("old age", "oldage", id="Latin words keep the space between them"),
    ],
)
def test_different_words_stay_different(one, other):
    assert key(one) != key(other)


ANY_TEXT = st.text(
    alphabet=st.one_of(st.sampled_from("กขคงจสมนยรลวอเแโไใะาำิีึืุูั่้๊๋์็ํๆฯ๐๑๓๙ \u200b\n.,-"), st.characters()),
    max_size=80,
)


@given(ANY_TEXT)
def test_every_folded_letter_knows_where_it_stood(text):
    folded = fold(text)

    assert len(folded.text) == len(folded.places)
    assert folded.places == sorted(set(folded.places))
    for letter, place in zip(folded.text, folded.places, strict=True):
        assert key(text[place]) in (letter, "") or letter == " "


@given(ANY_TEXT, st.integers(0, 80), st.integers(1, 20))
def test_a_slice_points_back_to_words_that_fold_to_it(text, start, size):
    folded = fold(text)
    end = min(start + size, len(folded.text))
    if start >= end:
        return
    opening, closing = folded.span(start, end)

    assert text[opening:closing] == folded.slice(start, end)
    assert opening == folded.places[start]
    assert folded.places[end - 1] < closing <= len(text)


@given(ANY_TEXT)
def test_folding_twice_changes_nothing_more(text):
    once = key(text)

    assert once.replace(" ", "") == key(once).replace(" ", "")


def test_a_slice_takes_the_tone_marks_above_its_last_letter_along():
    folded = fold("ย้ายบ้านที่ แพร่")
    start = folded.text.index("แพร")

    assert "แพร่" == folded.slice(start, len(folded.text))
    assert "แพร่" == folded.written(start, len(folded.text))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (0, 99)])
def test_an_empty_slice_stands_nowhere(start, end):
    with pytest.raises(ValueError, match="no such folded slice"):
        fold("ประกัน").span(start, end)


def test_many_words_fold_at_once_as_they_do_alone():
    words = ["สปส. ๑-๑๐", "ส ำนักงำน", "Old Age", ""]

    assert [key(word) for word in words] == keys(words)
    assert keys([]) == []


def test_a_bar_among_many_words_is_refused():
    with pytest.raises(ValueError, match=r"\|"):
        keys(["ก|ข", "ค"])


def test_tidied_words_keep_their_tone_marks():
    assert "น่าน" == tidied("น่ า\u200bน")
    assert tidied("น่าน") != tidied("นาน")
