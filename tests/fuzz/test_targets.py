"""Every kept seed goes through its target; what was once found never comes back."""

import pytest

from fuzz.targets import SEEDS, TARGETS

KEPT = [
    pytest.param(name, path, id=f"{name} {path.name}")
    for name, places in SEEDS.items()
    if name != "mail"  # tests/intake/test_mails.py opens the whole drawer
    for place in places
    for path in sorted(place.iterdir())
    if path.is_file() and path.stat().st_size < 100_000
]


@pytest.mark.parametrize(("name", "path"), KEPT)
def test_a_seed_does_no_harm(name, path):
    TARGETS[name](path.read_bytes())


def test_every_target_has_seeds():
    assert set(TARGETS) == set(SEEDS)
    assert all(any(place.iterdir()) for places in SEEDS.values() for place in places)
