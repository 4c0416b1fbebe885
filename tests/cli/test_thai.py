"""What the operator's tables say of a letter."""

import pytest

from cli.thai import share

SHARES = [
    pytest.param(1.0, ">99%", id="never all"),
    pytest.param(0.994, ">99%", id="nearly all"),
    pytest.param(0.99, "99%", id="ninety-nine"),
    pytest.param(0.774, "77%", id="some"),
    pytest.param(0.004, "<1%", id="hardly any"),
    pytest.param(0.0, "<1%", id="never nothing"),
]


@pytest.mark.parametrize(("confidence", "shown"), SHARES)
def test_an_estimate_is_never_shown_as_certain(confidence, shown):
    assert shown == share(confidence)
