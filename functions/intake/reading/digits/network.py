"""The reader's network: seven layers of numpy over strips, a sign's likelihood per column pair.

Weights are eight-bit numbers with a scale for each output (``network.npz``, written by
``tools/train_digits.py``); the last layer's outputs are the signs of ``signs.SIGNS``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from functions.intake.reading.digits.strip import HEIGHT, Strip

Floats = NDArray[np.float32]

WEIGHTS = Path(__file__).with_name("network.npz")
MARGIN = 4
"""Columns of paper on both sides of a strip: the network looks at a sign's surroundings."""
COLUMNS = 2
"""Columns of a strip for each step of the network's output."""
_MOST_TOGETHER = 16
"""Strips computed at once: more need memory and are no faster."""


@dataclass(frozen=True)
class Layer:
    """A convolution: its weights (outputs, inputs, rows, columns), bias, steps and padding."""

    weights: Floats
    bias: Floats
    step: tuple[int, int]
    padding: tuple[int, int]


@cache
def layers() -> tuple[Layer, ...]:
    """The network, loaded once per process."""
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        return tuple(
            Layer(
                weights=stored[f"weights{n}"] * stored[f"scale{n}"].astype(np.float32),
                bias=stored[f"bias{n}"].astype(np.float32),
                step=_pair(stored[f"step{n}"]),
                padding=_pair(stored[f"padding{n}"]),
            )
            for n in range(int(stored["layers"]))
        )


def likelihoods(strips: Sequence[Strip]) -> list[Floats]:
    """For each strip the logarithms of the signs' likelihoods: one row for two columns."""
    found: dict[int, Floats] = {}
    # Strips of like width together: the shorter are filled up with paper.
    order = sorted(range(len(strips)), key=lambda place: strips[place].shape[1])
    for start in range(0, len(order), _MOST_TOGETHER):
        places = order[start : start + _MOST_TOGETHER]
        outputs = _computed(_together([strips[place] for place in places]))
        for place, output in zip(places, outputs, strict=True):
            steps = (strips[place].shape[1] + 2 * MARGIN) // COLUMNS
            found[place] = output[:steps]
    return [found[place] for place in range(len(strips))]


def _together(strips: Sequence[Strip]) -> Floats:
    """Strips as one block of (strip, row, column, 1)."""
    width = max(strip.shape[1] for strip in strips) + 2 * MARGIN
    block = np.zeros((len(strips), HEIGHT, width + width % COLUMNS, 1), np.float32)
    for place, strip in enumerate(strips):
        block[place, :, MARGIN : MARGIN + strip.shape[1], 0] = strip
    return block


def _computed(block: Floats) -> Floats:
    *hidden, last = layers()
    for layer in hidden:
        block = np.maximum(_convolved(block, layer), 0)
    values = _convolved(block, last)[:, 0]
    values = values - values.max(axis=2, keepdims=True)
    likely: Floats = values - np.log(np.exp(values).sum(axis=2, keepdims=True))
    return likely


def _convolved(block: Floats, layer: Layer) -> Floats:
    (down, across), (rows, columns) = layer.step, layer.weights.shape[2:]
    above, beside = layer.padding
    padded = np.pad(block, ((0, 0), (above, above), (beside, beside), (0, 0)))
    seen = sliding_window_view(padded, (rows, columns), axis=(1, 2))[:, ::down, ::across]
    flat = seen.reshape(-1, layer.weights[0].size) @ layer.weights.reshape(len(layer.bias), -1).T
    result: Floats = (flat + layer.bias).reshape(*seen.shape[:3], -1)
    return result


def _pair(stored: NDArray[np.int8]) -> tuple[int, int]:
    return int(stored[0]), int(stored[1])
