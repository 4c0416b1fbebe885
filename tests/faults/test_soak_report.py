"""The figures of a soak say no more than was measured."""

from faults.soak.report import SCANNED, TEXT, told


def test_no_share_of_the_letters_waits_longer_than_the_longest():
    said = told(SCANNED, [2.0, 2.5, 2.8, 3.0, 4.0, 12.0]).split()

    name, count, figures = " ".join(said[:2]), said[2], [float(one) for one in said[3:7]]
    assert (SCANNED, "6") == (name, count)
    assert figures == sorted(figures)


def test_each_kind_of_letter_is_held_against_its_own_aim():
    waited = [1.0, 100.0]

    assert "100.00% in 300 s" in told(SCANNED, waited)
    assert "50.00% in 60 s" in told(TEXT, waited)
