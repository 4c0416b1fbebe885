"""Which signs of a strip are one number, and what casts doubt on it."""

import numpy as np
import pytest

from functions.intake.reading.digits.decoding import placed_signs
from functions.intake.reading.digits.network import COLUMNS, MARGIN
from functions.intake.reading.digits.numbers import numbers
from functions.intake.reading.digits.reading import Seen
from functions.intake.reading.digits.signs import LETTER, NOTHING, SIGNS
from functions.intake.reading.digits.strip import HEIGHT

PITCH = 12
"""Columns from one sign to the next."""
LITTLE = "\N{THIN SPACE}"
GAPS = {" ": 10, LITTLE: 4}
"""Columns of paper."""


def seen(print_, seems=None):
    """A strip that shows the signs clearly; ``seems``: what its third may be instead."""
    columns, at = [], PITCH
    for sign in print_:
        columns += [] if sign in GAPS else [(sign, at)]
        at += GAPS.get(sign, PITCH)
    strip = np.zeros((HEIGHT, at + PITCH), np.float32)
    likely = np.full(((strip.shape[1] + 2 * MARGIN) // COLUMNS, len(SIGNS)), 1e-6)
    likely[:, NOTHING] = 1
    for place, (sign, column) in enumerate(columns):
        strip[:, column - 5 : column + 5] = 1
        step = likely[(column + MARGIN) // COLUMNS]
        step[NOTHING], step[SIGNS.index(sign)] = 1e-6, 1
        if seems and place == 2:
            step[SIGNS.index(sign)], step[SIGNS.index(seems)] = 0.6, 0.4
    logarithms = np.log(likely / likely.sum(axis=1, keepdims=True)).astype(np.float32)
    return Seen(strip, logarithms, placed_signs(logarithms))


def found(strip):
    return [(number.run.text, number.run.sure) for number in numbers(strip)]


FOUND = [
    pytest.param(" ๕๐-๑๒๓ ", [("๕๐-๑๒๓", True)], id="separators within"),
    pytest.param(" ๐ ๕๓๑๑ ", [("๐ ๕๓๑๑", True)], id="groups"),
    pytest.param(" ๓๓, ๓๙ ", [("๓๓", True), ("๓๙", True)], id="two, parted by a comma and a space"),
    pytest.param(" ๒๗/ก ๔๙ ", [("๒๗", True), ("๔๙", True)], id="a letter parts two numbers"),
    pytest.param(" กก.๖๙ ", [("๖๙", True)], id="a letter's full stop before it"),
    pytest.param(" ก๔๙ ", [("๔๙", True)], id="a letter before it"),
    pytest.param(" 0๑๒ ", [("๐๑๒", True)], id="a nought of the other script"),
    pytest.param(" 5๑๒ ", [("5๑๒", False)], id="two scripts"),
]


@pytest.mark.parametrize(("text", "says"), FOUND)
def test_numbers_are_told_apart(text, says):
    assert says == found(seen(text))


DOUBTED = [
    pytest.param(" ๔๙ก ", id="a letter touches it: a ๗, or a slash that was swallowed"),
    pytest.param(" กก-๗๑ ", id="a letter before its dash: the number's beginning was lost"),
    pytest.param(" ๗๑-ก ", id="a letter behind its dash"),
    pytest.param(f" ๖๙๗{LITTLE}๗๖๗๘ ", id="a gap in it, where a slash was lost"),
]


@pytest.mark.parametrize("text", DOUBTED)
def test_half_a_number_is_not_sure(text):
    assert [False] == [sure for _, sure in found(seen(text))]


def test_a_letter_that_may_be_a_digit_makes_its_neighbours_unsure():
    assert [("๔๙", True)] == found(seen(f" {LETTER * 3}๔๙ "))
    assert [("๔๙", False)] == found(seen(f" {LETTER * 3}๔๙ ", seems="๗"))
