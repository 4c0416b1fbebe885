"""How many letters a second each limit lets through, from what was counted and measured. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from local.stack import MOST_WORKERS

PARTITION = 1000
"""Write units a second of one partition (DynamoDB Developer Guide, "Understanding DynamoDB warm
throughput in different scenarios"); a single item lies in one."""
TABLE = 40_000
"""Write units a second of a table on demand, until more is asked for (quotas in DynamoDB)."""
FIGURES = 5
"""KB of the item in which an office's month is counted, when it is large."""
_TWICE, _IN_A_TRANSACTION = 2, 2
"""It is written when a letter is registered and when its receipt went out, two units for one."""
ECC = 1000
"""Signatures a second of an account (AWS KMS request quotas); can be raised."""
SES_FIRST = 14
"""Mails a second of an account that has left the sandbox, until more is asked for: an example.
SES sets it for each account."""


@dataclass(frozen=True)
class Bound:
    """One limit: ``a_second`` letters; ``office``: of each office, not of all together."""

    what: str
    a_second: float
    office: bool
    way_out: str


def bounds(
    seconds: Mapping[str, float], workers: Mapping[str, int], writes: float, transaction: float
) -> Iterator[Bound]:
    """Every limit on the way of a letter. ``writes`` are its write units in the register."""
    for name, many in workers.items():
        way = f"raise MaximumConcurrency: {MOST_WORKERS} carry {MOST_WORKERS / seconds[name]:,.0f}"
        yield Bound(f"{many} workers of {name}", many / seconds[name], office=False, way_out=way)
    yield Bound("mails that SES lets out", SES_FIRST, office=False, way_out="ask for more")
    yield Bound("signatures of the key", ECC, office=False, way_out="ask for more")
    yield Bound("writes of the register's table", TABLE / writes, office=False,
                way_out="ask for more, and warm the table up the day before")  # fmt: skip
    yield Bound("one partition of the index for a day's arrivals", PARTITION / 2, office=False,
                way_out="split ARRIVALS#day and EVENTS#day into shards")  # fmt: skip
    yield Bound("an office's counter, one letter a transaction", 1 / transaction, office=True,
                way_out="numbers in blocks")  # fmt: skip
    yield Bound("the same, eight letters a transaction", 8 / transaction, office=True,
                way_out="an office's letters by several mailboxes")  # fmt: skip
    yield Bound(f"an office's figures of the month, of {FIGURES} KB",
                PARTITION / (FIGURES * _TWICE * _IN_A_TRANSACTION), office=True,
                way_out="count in shards")  # fmt: skip
