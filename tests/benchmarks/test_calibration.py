"""A confidence can be trusted only if somebody counts how often it was right."""

import pytest

from benchmarks.scoring.calibration import Band, bands, could_be_sure, expected_error
from tests.benchmarks.judgements import judged


def letters(*pairs):
    return [judged(said=None if right else "none", confidence=c) for c, right in pairs]


def test_a_band_has_its_letters_with_their_mean_confidence():
    low, high = bands(letters((0.875, True), (0.8125, False), (0.25, True)))

    assert Band(above=0.0, to=0.3, letters=1, confidence=0.25, right=1.0) == low
    assert Band(above=0.8, to=0.9, letters=2, confidence=0.84375, right=0.5) == high


EDGES = [
    pytest.param(0.0, (0.0, 0.3), id="no confidence at all"),
    pytest.param(0.3, (0.0, 0.3), id="an edge belongs to the band below"),
    pytest.param(0.301, (0.3, 0.5), id="just above an edge"),
    pytest.param(1.0, (0.99, 1.0), id="certain"),
]


@pytest.mark.parametrize(("confidence", "band"), EDGES)
def test_every_confidence_is_in_one_band(confidence, band):
    (found,) = bands(letters((confidence, True)))

    assert band == (found.above, found.to)


ERRORS = [
    pytest.param([(1.0, True), (1.0, True)], 0.0, id="as sure as right"),
    pytest.param([(1.0, False)], 1.0, id="certain and wrong"),
    pytest.param(
        [(0.75, True), (0.75, True), (0.75, True), (0.75, False)], 0.0, id="three of four"
    ),
    pytest.param([(0.6, True), (1.0, True)], 0.2, id="too modest in half of them"),
    pytest.param([], None, id="no letters"),
]


@pytest.mark.parametrize(("pairs", "error"), ERRORS)
def test_expected_error(pairs, error):
    found = expected_error(letters(*pairs))

    assert error == (None if found is None else pytest.approx(found))


SURE = [
    pytest.param(
        [(0.9, True), (0.8, True), (0.7, False), (0.6, True)], 0.5, id="until the first wrong"
    ),
    pytest.param([(0.9, False), (0.8, True)], 0.0, id="the surest is wrong"),
    pytest.param([(0.9, True), (0.9, False)], 0.0, id="a limit cannot part equal confidences"),
    pytest.param([(0.9, True)] * 99 + [(0.8, False)], 1.0, id="one wrong in a hundred is allowed"),
    pytest.param([], None, id="no letters"),
]


@pytest.mark.parametrize(("pairs", "share"), SURE)
def test_how_many_could_be_sure(pairs, share):
    assert share == could_be_sure(letters(*pairs), 0.99)
