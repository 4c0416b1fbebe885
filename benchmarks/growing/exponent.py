"""By which power one thing grows with another. Pure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Growth:
    """One axis: what is varied, what is measured, and the points."""

    axis: str
    what: str
    xs: tuple[float, ...]
    ys: tuple[float, ...]

    @property
    def exponent(self) -> float:
        """0: it does not grow; 1: in proportion.

        Of the upper half of the points, where the fixed part of the cost no longer hides it.
        """
        upper = max(2, (len(self.xs) + 1) // 2)
        return exponent(self.xs[-upper:], self.ys[-upper:])


def exponent(xs: Sequence[float], ys: Sequence[float]) -> float:
    """The slope of the straight line, by least squares, through the logarithms.

    Raises ValueError for fewer than two different ``xs``, or for what has no logarithm.
    """
    if len(set(xs)) < len("xy") or min(*xs, *ys) <= 0:
        raise ValueError("a power needs two points, and nothing below nought")
    across, up = [math.log(x) for x in xs], [math.log(y) for y in ys]
    middle, height = sum(across) / len(across), sum(up) / len(up)
    rise = sum((x - middle) * (y - height) for x, y in zip(across, up, strict=True))
    return rise / sum((x - middle) ** 2 for x in across)
