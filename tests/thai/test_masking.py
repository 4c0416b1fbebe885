"""Words leave the letter without the numbers that belong to a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.thai.identity_numbers import id_numbers
from shared.thai.masking import masked

IDS = [
    pytest.param("1234567890121", "xxxxxxxxxx121", id="run together"),
    pytest.param("1-2345-67890-12-1", "x-xxxx-xxxxx-12-1", id="grouped by hyphens"),
    pytest.param("1 2345 67890 12 1", "x xxxx xxxxx 12 1", id="grouped by spaces"),
    pytest.param("๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑", "x-xxxx-xxxxx-๑๒-๑", id="Thai digits"),
    pytest.param("๑๒๓๔๕๖๗๘๙๐๑๒๑", "xxxxxxxxxx๑๒๑", id="Thai digits run together"),
    pytest.param("สำเนาบัตร1234567890121.pdf", "สำเนาบัตรxxxxxxxxxx121.pdf", id="in a file name"),
    pytest.param("สปส. 2-01 1-2345-67890-12-1", "สปส. 2-01 x-xxxx-xxxxx-12-1", id="after a form"),
    pytest.param("1234 5678 9012 1", "xxxx xxxx xx12 1", id="grouped otherwise"),
    pytest.param("12345-67890-12-1.jpg", "xxxxx-xxxxx-12-1.jpg", id="first hyphen missing"),
    pytest.param("1234567890", "1234567890", id="ten digits: an employer's account"),
    pytest.param("12345678901234", "12345678901234", id="fourteen digits"),
    pytest.param("0 5311 2630, 0 2956 2494", "0 5311 2630, 0 2956 2494", id="two telephones"),
    pytest.param("20 พ.ย. 2569", "20 พ.ย. 2569", id="a date"),
    pytest.param(
        "[1][2][3][4][5][6][7][8][9][0][1][2][1]",
        "[x][x][x][x][x][x][x][x][x][x][1][2][1]",
        id="boxes of a form",
    ),
    pytest.param(
        "1-2345-67890-12-2", "x-xxxx-xxxxx-12-2", id="a wrong check digit is a secret too"
    ),
    pytest.param("081-234-5678", "xxx-xxx-x678", id="a mobile number"),
    pytest.param("+66 81 234 5678", "+xx xx xxx x678", id="a mobile number from abroad"),
    pytest.param("เลขที่บัญชี 000-0-00001-0", "เลขที่บัญชี xxx-x-xxx01-0", id="a bank account"),
    pytest.param("บัญชีออมทรัพย์เลขที่ 1234567890", "บัญชีออมทรัพย์เลขที่ xxxxxxx890", id="named as one"),
    pytest.param(
        "เลขที่บัญชีนายจ้าง 10-0123456-7", "เลขที่บัญชีนายจ้าง 10-0123456-7", id="an employer's account"
    ),
    pytest.param("Passport No. AB1234567", "Passport No. ABxxxx567", id="a passport"),
]


@pytest.mark.parametrize(("written", "shown"), IDS)
def test_personal_numbers_are_masked(written, shown):
    """All but the last three digits, enough for the owner to know which it was."""
    assert shown == masked(written)


@given(st.text(alphabet="0123456789๐๑๒- ./[]|กx", max_size=60))
def test_nothing_is_left_to_find_and_nothing_else_changes(text):
    shown = masked(text)

    assert () == id_numbers(shown)
    assert len(text) == len(shown)
    assert all(a == b or (b == "x" and a.isdigit()) for a, b in zip(text, shown, strict=True))
