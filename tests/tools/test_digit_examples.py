"""What the digit reader learns from survives being kept and reshaped."""

from random import Random

import numpy as np
import pytest

from functions.intake.reading.digits.strip import HEIGHT
from tools.digits.batches import batches, block
from tools.digits.examples import Example
from tools.digits.keeping import kept
from tools.digits.reshaping import reshaped

RANDOM = Random(2568)  # noqa: S311 - pictures, not secrets


def example(width: int, *signs: int) -> Example:
    ink = np.zeros((HEIGHT, width), np.float32)
    ink[10:20, 2 : width - 2] = 1
    return Example(ink, signs)


DRAWN = [example(30, 3, 4), example(12, 7), example(44, 1, 2, 3)]


def test_kept_examples_come_back_without_drawing_again(tmp_path):
    file = tmp_path / "learning0.npz"

    first = kept(file, lambda: DRAWN)
    again = kept(file, pytest.fail)

    for drawn, one, other in zip(DRAWN, first, again, strict=True):
        assert drawn.signs == one.signs == other.signs
        assert np.array_equal(drawn.strip, one.strip)
        assert np.array_equal(one.strip, other.strip)


def test_a_reshaped_strip_keeps_its_rows_and_its_ink():
    for _ in range(50):
        strip = reshaped(DRAWN[2].strip, RANDOM)

        assert HEIGHT == len(strip)
        assert 38 <= strip.shape[1] <= 52
        assert not np.any(strip[:10])
        assert pytest.approx(np.max(strip[10:20]), abs=0.02) == 1
        assert np.min(strip) >= 0


def test_a_strip_too_short_for_its_signs_is_not_taught():
    crowded = example(8, 3, 3, 3)
    source = batches([crowded, *DRAWN], RANDOM)

    taught = [one for _ in range(4) for one in next(source)]

    assert {id(one) for one in DRAWN} == {id(one) for one in taught}


def test_strips_of_a_step_stand_side_by_side():
    found = block(DRAWN, RANDOM)

    assert (3, 1, HEIGHT) == found.shape[:3]
    assert found.shape[3] >= 44
    assert np.min(found) >= 0
    assert np.max(found) <= 1
