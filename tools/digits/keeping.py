"""Drawn examples kept in files, so that a broken-off training does not draw them again."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import Path

import numpy as np

from tools.digits.examples import Example

_BLACK = 255
"""Ink is kept in eight bits."""

Draw = Callable[[], Iterable[Example]]


def kept(file: Path, draw: Draw) -> list[Example]:
    """The examples of a file; they are drawn when it is not there."""
    if not file.exists():
        _write(file, list(draw()))
    return list(_read(file))


def _write(file: Path, drawn: Sequence[Example]) -> None:
    unfinished = file.with_suffix(".part.npz")
    np.savez(
        unfinished,
        strips=np.concatenate([np.rint(one.strip * _BLACK).astype(np.uint8) for one in drawn], 1),
        widths=[one.strip.shape[1] for one in drawn],
        labels=np.array([sign for one in drawn for sign in one.signs], np.uint8),
        lengths=[len(one.signs) for one in drawn],
    )
    unfinished.rename(file)


def _read(file: Path) -> Iterator[Example]:
    with np.load(file, allow_pickle=False) as stored:
        strips, labels = stored["strips"], stored["labels"]
        columns, signs = (
            pairwise(accumulate(stored[name].tolist(), initial=0)) for name in ("widths", "lengths")
        )
    for (left, right), (first, end) in zip(columns, signs, strict=True):
        # Half the memory of the reader's own strips: all examples are kept until the end.
        ink = (strips[:, left:right] / np.float32(_BLACK)).astype(np.float16)
        yield Example(ink, tuple(labels[first:end].tolist()))
