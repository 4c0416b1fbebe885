"""What usage costs. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from benchmarks.costing.prices import PriceFile
from benchmarks.costing.usage import Usage

STORED = ("s3.gb_month", "dynamodb.gb_month")
"""Paid for every month in which a letter is kept; the rest once."""
_SIZES = (1_000, 100_000, 10_000_000)


@dataclass(frozen=True)
class Line:
    """One line of a bill; ``usd`` is None where its price has no source."""

    name: str
    what: str
    many: float
    usd: float | None
    elsewhere: str
    """The region of the price, if it is not ours."""


def lines(usage: Usage, file: PriceFile) -> tuple[Line, ...]:
    """A bill, in the price file's order; what is used and has no line raises KeyError."""
    for name in usage:
        file.prices[name]
    return tuple(_line(name, usage[name], file) for name in file.prices if usage.get(name))


def total(bill: tuple[Line, ...]) -> float:
    """Dollars, without the lines that have no price."""
    return sum(line.usd or 0.0 for line in bill)


def once(usage: Usage) -> Usage:
    """What a letter costs when it comes, without its keep."""
    return {name: many for name, many in usage.items() if name not in STORED}


def kept(usage: Usage) -> Usage:
    """What a letter costs for each month that it is kept."""
    return {name: many for name, many in usage.items() if name in STORED}


def months(
    text: Usage, scanned: Usage, fixed: Usage, file: PriceFile, share: float
) -> Iterator[Mapping[str, float]]:
    """Dollars of a month with so many letters, of which ``share`` are scans.

    The twelfth month of a year in which nothing was deleted; letters of many months are stored.
    """
    for many in _SIZES:
        of = {text_or_scan: many * part for text_or_scan, part in (("t", 1 - share), ("s", share))}
        new = of["t"] * _dollars(once(text), file) + of["s"] * _dollars(once(scanned), file)
        month = of["t"] * _dollars(kept(text), file) + of["s"] * _dollars(kept(scanned), file)
        standing = _dollars(fixed, file)
        yield {"letters": many, "new": new, "stored": month * 12, "fixed": standing}


def _dollars(usage: Usage, file: PriceFile) -> float:
    return total(lines(usage, file))


def _line(name: str, many: float, file: PriceFile) -> Line:
    price = file.prices[name]
    usd = None if price.usd is None else price.usd * many
    elsewhere = price.region if price.region != file.region else ""
    return Line(name, price.what, many, usd, elsewhere)
