"""A number that was not read with certainty is nobody's fact: not its digits, nor half of it."""

from datetime import date

import pytest

from functions.intake.reading.digits.marking import PlacedRun, Reread, unbroken
from functions.intake.reading.digits.reading import DigitRun
from functions.intake.reading.digits.signs import DIGITS, UNSURE
from shared.classification.boxes import boxes
from shared.thai.dates import written_dates
from shared.thai.folding import fold
from shared.thai.form_codes import form_codes
from shared.thai.identity_numbers import account_numbers, id_numbers
from shared.thai.numbers import digit_runs, only_digits, whole_number
from shared.thai.phone_numbers import phone_numbers

TODAY = date(2026, 11, 22)
SURE = DigitRun("๑๒", 1.0)

HALVES = [
    pytest.param("ที่ ๑๒▯", "ที่ ▯▯▯", id="a digit of the engine's beside the reader's"),
    pytest.param("▯๑๒", "▯▯▯", id="before it"),
    pytest.param("▯-๑๒/๒๕๖๐", "▯-▯▯/▯▯▯▯", id="over separators"),
    pytest.param("12▯", "▯▯▯", id="Arabic digits"),
    pytest.param("๑๒ ▯▯▯▯", "๑๒ ▯▯▯▯", id="a number beside an unsure one stands"),
    pytest.param("๑๒/ว ▯▯", "๑๒/ว ▯▯", id="a letter parts two numbers"),
]


@pytest.mark.parametrize(("text", "stands"), HALVES)
def test_no_number_is_half_sure(text, stands):
    assert stands == unbroken(Reread(text)).text


def test_the_run_of_a_half_sure_number_is_doubted_as_a_whole():
    box = (0, 0, 1, 1)
    read = Reread("▯๕๐ ๑๒", (PlacedRun(DigitRun("๕๐ ๑๒", 1.0), 1, 6, box),))

    (placed,) = unbroken(read).runs

    assert ("▯▯▯ ▯▯", False) == (unbroken(read).text, placed.run.sure)
    assert "๕๐ ๑๒" == placed.run.text


def test_what_is_sure_stands():
    read = Reread("ภายใน ๑๒ วัน", (PlacedRun(SURE, 6, 8, (0, 0, 1, 1)),))

    assert read == unbroken(read)


WRITTEN = [
    pytest.param("วันที่ ๕ ธันวาคม ๒๕๖๐", id="a date"),
    pytest.param("๕/๑๒/๒๕๖๐", id="a date in figures"),
    pytest.param("๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑", id="a citizen's number"),
    pytest.param("เลขที่บัญชีนายจ้าง ๕๐-๑๒๓๔๕๖๗-๘", id="an employer's account"),
    pytest.param("โทร. ๐ ๕๓๑๑ ๒๖๒๙", id="a telephone number"),
    pytest.param("สปส. ๒-๐๑/๗", id="a form's code"),
    pytest.param("๑๒", id="a bare number"),
]


def numbers_of(text):
    """What all who look for numbers in a text find."""
    return [
        *(found.possible for found in written_dates(text, TODAY)),
        *id_numbers(text),
        *account_numbers(text),
        *phone_numbers(text),
        *form_codes(fold(text)),
        *digit_runs(text, gap=" ", most_gap=3),
        *boxes(text),
        *filter(None, [only_digits(text), whole_number(text)]),
    ]


@pytest.mark.parametrize("text", WRITTEN)
def test_nobody_finds_a_number_in_marks(text):
    marked = "".join(UNSURE if sign in DIGITS else sign for sign in text)

    assert numbers_of(text)
    assert [] == numbers_of(marked)
