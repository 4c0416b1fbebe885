"""The network written down for numpy: functions/intake/reading/digits/network.py reads it."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


def written(taught: Any, file: Path) -> None:
    """The network as numpy reads it: batch normalisation folded in, weights in eight bits."""
    parts = list(taught)
    arrays: dict[str, Any] = {"layers": np.int8(len(parts) // 3 + 1)}
    for number, place in enumerate(range(0, len(parts), 3)):
        weights, bias = _folded(*parts[place : place + 2])
        scale = np.abs(weights).max(axis=(1, 2, 3), keepdims=True) / 127
        arrays[f"weights{number}"] = np.round(weights / scale).astype(np.int8)
        arrays[f"scale{number}"] = scale.astype(np.float16)
        arrays[f"bias{number}"] = bias.astype(np.float16)
        arrays[f"step{number}"] = np.array(parts[place].stride, np.int8)
        arrays[f"padding{number}"] = np.array(parts[place].padding, np.int8)
    np.savez_compressed(file, allow_pickle=False, **arrays)


def _folded(convolution: Any, norm: Any = None) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    weights = convolution.weight.detach().double().numpy()
    if norm is None:
        return weights, convolution.bias.detach().double().numpy()
    grow = (norm.weight / (norm.running_var + norm.eps).sqrt()).detach().double().numpy()
    shift = norm.bias.detach().double().numpy() - norm.running_mean.double().numpy() * grow
    return weights * grow[:, None, None, None], shift
