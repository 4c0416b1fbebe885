"""Which of the reader's signs stands for which of the engine's.

Both saw the same line, but the engine leaves signs out, sees one twice, takes digits for
letters and knows only roughly where they stand. The cheapest way of matching both rows of
signs is found by dynamic programming, as an edit distance is.
"""

from collections.abc import Sequence

import numpy as np

from functions.intake.reading.digits.signs import DIGITS, LETTER, SEPARATORS
from functions.intake.reading.digits.strip import BODY

_ALONE = 0.8
"""What a sign costs that the other did not see."""
_ALIKE = {
    ("digit", "digit"): 0.2,
    ("digit", "separator"): 0.9,
    ("digit", "letter"): 1.4,
    ("separator", "digit"): 0.9,
    ("separator", "separator"): 0.3,
    ("separator", "letter"): 0.9,
    ("thai", "digit"): 0.7,
    ("thai", "separator"): 1.2,
    ("thai", "letter"): 0.0,
    ("other", "digit"): 0.4,
    ("other", "separator"): 0.6,
    ("other", "letter"): 0.1,
}
"""What it costs that the engine's sign is the reader's; nothing when they are the same."""
_FAR = 1.5
"""The most that their distance costs."""

Placed = tuple[str, float]
"""A sign and its column."""


def aligned(engine: Sequence[Placed], reader: Sequence[Placed]) -> list[int | None]:
    """For each of the reader's signs the place of the engine's that stands for it, or None."""
    rows, columns = len(reader) + 1, len(engine) + 1
    cost = np.zeros((rows, columns))
    cost[:, 0], cost[0] = np.arange(rows) * _ALONE, np.arange(columns) * _ALONE
    match = np.array([[_cost(one, other) for other in engine] for one in reader])
    for row in range(1, rows):
        for column in range(1, columns):
            cost[row, column] = min(
                cost[row - 1, column - 1] + match[row - 1, column - 1],
                cost[row - 1, column] + _ALONE,
                cost[row, column - 1] + _ALONE,
            )
    return _way_back(cost, match)


def _way_back(cost: np.ndarray, match: np.ndarray) -> list[int | None]:
    found: list[int | None] = []
    row, column = cost.shape[0] - 1, cost.shape[1] - 1
    while row:
        if column and cost[row, column] == cost[row - 1, column - 1] + match[row - 1, column - 1]:
            row, column = row - 1, column - 1
            found.append(column)
        elif column and cost[row, column] == cost[row, column - 1] + _ALONE:
            column -= 1
        else:
            row -= 1
            found.append(None)
    return found[::-1]


def _cost(reader: Placed, engine: Placed) -> float:
    apart = abs(reader[1] - engine[1]) / BODY
    same = 0.0 if reader[0] == engine[0] else _ALIKE[_kind(engine[0], "other"), _kind(reader[0])]
    return same + min(apart * apart / 2, _FAR)


def _kind(sign: str, latin: str = "letter") -> str:
    if sign in DIGITS:
        return "digit"
    if sign in SEPARATORS:
        return "separator"
    if sign == LETTER and latin == "letter":
        return "letter"
    return "thai" if "\u0e00" <= sign <= "\u0e7f" else latin
