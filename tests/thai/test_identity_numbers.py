"""Whose number it is is found through noise, and never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.thai.identity_numbers import account_numbers, check_digit_holds, id_numbers
from shared.thai.numbers import thai
from shared.thai.phone_numbers import phone_numbers

VALID = "1234567890121"
IDS = [
    pytest.param(VALID, id="run together"),
    pytest.param("1-2345-67890-12-1", id="as it is printed"),
    pytest.param("1 2345 67890 12 1", id="with spaces"),
    pytest.param("๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑", id="Thai digits"),
    pytest.param("1 - 2345 – 67890 - 12 - 1", id="spaces and dashes"),
    pytest.param("1 23 45-67890 12 1", id="spaces that a scanner saw"),
    pytest.param("[1] [2][3][4][5] [6][7][8][9][0] [1][2] [1]", id="boxes of a form"),
    pytest.param("1|2|3|4|5|6|7|8|9|0|1|2|1", id="lines of a form"),
    pytest.param("สปส. 2-01 1-2345-67890-12-1", id="behind a form's code"),
    pytest.param("123456\u200b7890121", id="an invisible sign"),
]


@pytest.mark.parametrize("text", IDS)
def test_an_id_number_is_found(text):
    (found,) = id_numbers(text)

    assert (VALID, True) == (found.digits, found.holds)


def test_a_wrong_check_digit_is_found_and_said():
    (found,) = id_numbers("เลขประจำตัวประชาชน 1-2345-67890-12-2")

    assert not found.holds


@pytest.mark.parametrize("text", ["", "123456789012", "12345678901234", "12345", "5/12/2560"])
def test_other_numbers_are_no_id_numbers(text):
    assert () == id_numbers(text)


@given(st.text(alphabet="0123456789", min_size=12, max_size=12))
def test_one_wrong_digit_never_passes(twelve):
    (check,) = [digit for digit in "0123456789" if check_digit_holds(twelve + digit)]
    other = str((int(twelve[4]) + 1) % 10)

    assert not check_digit_holds(twelve[:4] + other + twelve[5:] + check)
    assert id_numbers(thai(twelve + check))[0].holds


ACCOUNTS = [
    pytest.param("เลขที่บัญชีนายจ้าง 10-0123456-7", id="as it is printed"),
    pytest.param("เลขที่บัญชี ๑๐-๐๑๒๓๔๕๖-๗", id="Thai digits"),
    pytest.param("10 - 0123456 - 7", id="spaces"),
    pytest.param("เลขที่บัญชีนายจ้าง: 1001234567", id="run together, but named"),
    pytest.param("บัญชีประกันสังคมเลขที่ 1001234567", id="named otherwise"),
    pytest.param("Employer account no. 1001234567", id="in English"),
]


@pytest.mark.parametrize("text", ACCOUNTS)
def test_an_employers_account_is_found(text):
    assert ["10-0123456-7"] == [str(number) for number in account_numbers(text)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1001234567", id="ten digits alone"),
        pytest.param("เลขที่บัญชี 000-0-00001-0", id="a bank account"),
        pytest.param("1-2345-67890-12-1", id="an ID number"),
        pytest.param("10-01234567-8", id="eleven digits"),
    ],
)
def test_other_numbers_are_no_employers_accounts(text):
    assert () == account_numbers(text)


PHONES = [
    pytest.param("โทร. 0 2956 2345", ["029562345"], id="as an office prints it"),
    pytest.param("(02) 956-2345", ["029562345"], id="brackets"),
    pytest.param("0 2956 2345-9", ["029562345"], id="a range"),
    pytest.param("053-112630 ต่อ 12", ["053112630"], id="a province, with an extension"),
    pytest.param("โทร ๐๒ ๙๕๖ ๒๓๔๕", ["029562345"], id="Thai digits"),
    pytest.param("โทร. 029562345", ["029562345"], id="run together, but named"),
    pytest.param("081-234-5678, 08 1234 5678", ["0812345678"] * 2, id="mobile"),
    pytest.param("+66 81 234 5678", ["0812345678"], id="from abroad"),
    pytest.param("0812345678", ["0812345678"], id="mobile run together"),
    pytest.param("029562345", [], id="nine digits alone"),
    pytest.param("เลขที่บัญชี 0812345678", [], id="a bank account"),
    pytest.param("1234567890", [], id="no nought"),
    pytest.param("5/12/2560 02-12-60", [], id="dates"),
    pytest.param("สายด่วน 1506", [], id="a hotline"),
]


@pytest.mark.parametrize(("text", "digits"), PHONES)
def test_a_telephone_number_is_found(text, digits):
    assert digits == [number.digits for number in phone_numbers(text)]
