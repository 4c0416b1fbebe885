"""A form is known by its code, however the code was typed or scanned."""

import pytest

from shared.thai.folding import fold
from shared.thai.form_codes import form_codes

CODES = [
    pytest.param("สปส. 2-01", "สปส. 2-01", id="as it is printed"),
    pytest.param("สปส.๒-๐๑", "สปส. 2-01", id="Thai digits, no space"),
    pytest.param("สปส 2 - 01", "สปส. 2-01", id="spaces around the dash"),
    pytest.param("สปส. 2–01", "สปส. 2-01", id="a long dash"),
    pytest.param("สปส. 2-0l", "สปส. 2-01", id="l for 1"),
    pytest.param("สปส. 2-O1", "สปส. 2-01", id="O for 0"),
    pytest.param("สปส. l-l0", "สปส. 1-10", id="both"),
    pytest.param("สบส. 2-01", "สปส. 2-01", id="บ for ป"),
    pytest.param("ส.ป.ส. 1-10", "สปส. 1-10", id="full stops"),
    pytest.param("SSO 2-01", "สปส. 2-01", id="in English"),
    pytest.param("สปส. 2-01/7", "สปส. 2-01/7", id="with its part"),
    pytest.param("สปส2-01-7", "สปส. 2-01/7", id="in a file name"),
    pytest.param("สปส. 1-23/1-2", "สปส. 1-23/1-2", id="with two parts"),
    pytest.param("สปส. ๑-๐๓/๑", "สปส. 1-03/1", id="part in Thai digits"),
    pytest.param("กท. 16", "กท. 16", id="the other fund"),
    pytest.param("กท.๑๖/๑", "กท. 16/1", id="the other fund's part"),
    pytest.param("กท 20ก", "กท. 20ก", id="a letter behind the number"),
]


@pytest.mark.parametrize(("text", "code"), CODES)
def test_a_form_code_is_found(text, code):
    (found,) = form_codes(fold(f"ยื่นแบบ {text} แล้ว"))

    assert (code, False) == (found.code, found.bare)


def test_a_code_knows_where_its_part_begins():
    text = "แบบ สปส. 2-01/7"
    folded = fold(text)
    (found,) = form_codes(folded)

    assert "สปส. 2-01/7" == folded.slice(found.start, found.end)
    assert "สปส. 2-01" == folded.slice(found.start, found.main_end) == found.main


def test_a_code_without_its_series_is_said_to_be_bare():
    (found,) = form_codes(fold("แบบ 2-01"))

    assert ("สปส. 2-01", True) == (found.code, found.bare)


NO_CODES = ["", "2-01-60", "กท. 2-01", "มาตรา 40", "02-956-2345", "1-2345-67890-12-1", "สปส."]


@pytest.mark.parametrize("text", NO_CODES)
def test_other_numbers_are_no_form_codes(text):
    assert [] == list(form_codes(fold(text)))
