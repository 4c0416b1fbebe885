"""Examples put together for one step of learning, no two times quite the same."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

import numpy as np
from numpy.typing import NDArray

from functions.intake.reading.digits.network import COLUMNS, MARGIN
from functions.intake.reading.digits.strip import HEIGHT
from tools.digits.examples import Example
from tools.digits.reshaping import reshaped

TOGETHER = 64
_SORTED = 32
"""Batches' worth of examples that are sorted by width at once, so that little is filled up."""


def varied(one: Example, random: Random, *, reshaping: bool) -> Example:
    """An example a little darker or lighter, perhaps reshaped."""
    ink = reshaped(one.strip, random) if reshaping else one.strip
    return replace(one, strip=ink * random.uniform(0.85, 1.2) + random.uniform(-0.08, 0.04))


def block(batch: Sequence[Example], random: Random) -> NDArray[np.float32]:
    """The strips side by side, each a little moved and grainy."""
    width = max(one.strip.shape[1] for one in batch) + 2 * MARGIN
    found = np.zeros((len(batch), 1, HEIGHT, width + width % COLUMNS), np.float32)
    source = np.random.default_rng(random.getrandbits(32))
    for place, one in enumerate(batch):
        grain = source.standard_normal(one.strip.shape, np.float32)
        ink = one.strip + grain * random.choice((0, 0, 0.03, 0.08))
        left = random.randint(1, 2 * MARGIN - 1)
        found[place, 0, :, left : left + ink.shape[1]] = np.roll(ink, random.randint(-1, 1), 0)
    return np.clip(found, 0, 1)


def batches(examples: Sequence[Example], random: Random) -> Iterator[Sequence[Example]]:
    """Without end; strips of like width together, without those too short for their signs."""
    fitting = [one for one in examples if _fits(one)]
    while True:
        order = random.sample(fitting, len(fitting))
        for start in range(0, len(order), TOGETHER * _SORTED):
            alike = sorted(
                order[start : start + TOGETHER * _SORTED], key=lambda one: one.strip.shape[1]
            )
            found = [alike[n : n + TOGETHER] for n in range(0, len(alike), TOGETHER)]
            yield from random.sample(found, len(found))


def _fits(one: Example) -> bool:
    """Whether the strip has room for its signs: equal neighbours need a step between them."""
    twins = sum(a == b for a, b in zip(one.signs, one.signs[1:], strict=False))
    return bool(one.strip.shape[1] // COLUMNS > len(one.signs) + twins)
