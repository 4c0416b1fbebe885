"""Texts as TF-IDF weights of their character n-grams, and how alike they are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

LENGTHS = (2, 3, 4, 5)
_BLOCK = 4096
"""Columns made dense at a time."""

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Counted:
    """The n-grams of texts: for each n-gram in each text its row, column and 1 + log(count).

    Ordered by column; ``texts`` and ``width`` are the numbers of rows and columns.
    """

    rows: Places
    columns: Places
    values: Floats
    texts: int
    width: int


def count(texts: Sequence[str]) -> Counted:
    """The n-grams of every text, capitals as small letters."""
    numbers: dict[str, int] = {}
    rows: list[int] = []
    columns: list[int] = []
    counts: list[int] = []
    for row, text in enumerate(texts):
        found = _ngrams(text.lower())
        rows += [row] * len(found)
        columns += [numbers.setdefault(ngram, len(numbers)) for ngram in found]
        counts += found.values()
    order = np.argsort(np.array(columns, np.intp), kind="stable")
    values = 1.0 + np.log(np.array(counts, np.float32))
    return Counted(
        np.array(rows, np.intp)[order],
        np.array(columns, np.intp)[order],
        values[order].astype(np.float32),
        len(texts),
        len(numbers),
    )


def likeness(counted: Counted, taught: Places) -> Floats:
    """The cosine of every text with every other; only the ``taught`` weigh the n-grams.

    An n-gram in none of them has no weight.
    """
    values = _weighed(counted, taught)
    alike = np.zeros((counted.texts, counted.texts), np.float32)
    for start in range(0, counted.width, _BLOCK):
        first, last = np.searchsorted(counted.columns, (start, start + _BLOCK))
        block = np.zeros((counted.texts, _BLOCK), np.float32)
        block[counted.rows[first:last], counted.columns[first:last] - start] = values[first:last]
        alike += block @ block.T
    return alike


def _weighed(counted: Counted, taught: Places) -> Floats:
    known = np.isin(counted.rows, taught)
    texts_with = np.bincount(counted.columns[known], minlength=counted.width)
    rarity = np.log((1 + len(taught)) / (1 + texts_with)) + 1
    rarity[texts_with == 0] = 0
    values = counted.values * rarity[counted.columns]
    lengths = np.sqrt(np.bincount(counted.rows, values**2, minlength=counted.texts))
    lengths[lengths == 0] = 1
    weighed: Floats = (values / lengths[counted.rows]).astype(np.float32)
    return weighed


def _ngrams(text: str) -> Counter[str]:
    return Counter(
        text[start : start + length]
        for length in LENGTHS
        for start in range(len(text) - length + 1)
    )
