"""What single crops say: numbers in fonts that the reader never learnt from."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from functions.intake.reading.digits.reading import DigitRun, read_run
from functions.intake.reading.digits.signs import LETTER, Script

CROPS = Path(__file__).with_name("crops")

NUMBERS = [
    pytest.param("year_bold", "๒๕๖๙", id="a year in bold print"),
    pytest.param("money_coarse", "๑๒,๔๘๗.๖๙", id="an amount scanned coarsely"),
    pytest.param("telephone", "๐ ๕๓๑๑ ๒๖๒๙", id="a telephone number set with spaces"),
    pytest.param("arabic", "053-112629", id="Arabic digits"),
]

BETWEEN_LETTERS = [
    pytest.param("reference", f"{LETTER} {LETTER * 2} ๐๖๒๖/๑๕๘๘๕", id="a reference number"),
    pytest.param("date", f"๕ {LETTER * 6} ๒๕๖๐", id="a date"),
    pytest.param("section_fax", f"{LETTER * 5} ๗๗", id="a section of the law, by fax"),
]

WORDS = [
    pytest.param("word", id="a word"),
    pytest.param("lookalikes", id="letters that look like digits"),
]


def crop(name):
    return np.asarray(Image.open(CROPS / f"{name}.png").convert("L"))


@pytest.mark.parametrize(("name", "says"), NUMBERS)
def test_a_number_is_read(name, says):
    read = read_run(crop(name))

    assert (says, True) == (read.text, read.sure)


@pytest.mark.parametrize(("name", "says"), BETWEEN_LETTERS)
def test_letters_beside_a_number_do_not_disturb_it(name, says):
    assert says == read_run(crop(name)).text


@pytest.mark.parametrize("name", WORDS)
def test_a_word_is_not_taken_for_a_number(name):
    read = read_run(crop(name))

    assert (Script.NONE, False) == (read.script, read.sure)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("smudge", id="nobody can read it"),
        pytest.param("citizen_blurred", id="out of focus: its ๕ may be a ๔"),
        pytest.param("account_phone", id="a telephone's picture in poor light"),
    ],
)
def test_what_is_hard_to_read_is_not_called_sure(name):
    assert not read_run(crop(name)).sure


@pytest.mark.parametrize(
    ("text", "script"),
    [
        pytest.param("๕๐-๑๒๓", Script.THAI, id="Thai"),
        pytest.param("053", Script.ARABIC, id="Arabic"),
        pytest.param("๐53", Script.MIXED, id="both, which nobody writes"),
        pytest.param("-/", Script.NONE, id="neither"),
    ],
)
def test_script_of_a_run(text, script):
    assert script == DigitRun(text, 1.0).script


@pytest.mark.parametrize(
    ("run", "sure"),
    [
        pytest.param(DigitRun("๕๐", 1.0), True, id="plain"),
        pytest.param(DigitRun("๕๐", 0.5), False, id="half certain"),
        pytest.param(DigitRun("๐53", 1.0), False, id="two scripts in one number"),
        pytest.param(DigitRun(f"๕{LETTER}", 1.0), False, id="a letter in it"),
        pytest.param(DigitRun("๕๐", 1.0).doubted(), False, id="doubted"),
        pytest.param(DigitRun("", 1.0), False, id="nothing"),
    ],
)
def test_only_a_plain_number_is_sure(run, sure):
    assert sure == run.sure
