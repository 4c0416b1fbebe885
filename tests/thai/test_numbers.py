"""A number is the same number in either digit set."""

import pytest

from shared.thai.numbers import arabic, digit_runs, only_digits, thai, whole_number

NUMBERS = [
    pytest.param("๑,๒๓๔", 1234, id="Thai digits, thousands"),
    pytest.param(" 1,234,567 ", 1234567, id="millions"),
    pytest.param("0345", 345, id="noughts before"),
    pytest.param("1,23", None, id="a comma elsewhere"),
    pytest.param("12 34", None, id="two numbers"),
    pytest.param("๑๒ ปี", None, id="with a word"),
    pytest.param("", None, id="nothing"),
    pytest.param("٣", None, id="another script's digit"),
]


@pytest.mark.parametrize(("written", "number"), NUMBERS)
def test_a_whole_number_is_read_or_refused(written, number):
    assert number == whole_number(written)


def test_digit_sets_are_exchanged_letter_by_letter():
    assert ("มาตรา 39", "มาตรา ๓๙") == (arabic("มาตรา ๓๙"), thai("มาตรา 39"))
    assert "25600" == only_digits("ปี ๒๕๖๐-0²")


RUNS = [
    pytest.param("ก ๑๒-34 ข", "", ["12", "34"], id="nothing may part them"),
    pytest.param("ก ๑๒-34 ข", "-", ["1234"], id="a dash may"),
    pytest.param("12--34", "-", ["12", "34"], id="but only one"),
    pytest.param("12\u200b34", "", ["1234"], id="what nobody sees parts nothing"),
]


@pytest.mark.parametrize(("text", "gap", "digits"), RUNS)
def test_runs_of_digits_are_found_with_their_places(text, gap, digits):
    found = list(digit_runs(text, gap))

    assert digits == [run.digits for run in found]
    assert all(run.digits == only_digits(text[run.start : run.end]) for run in found)
