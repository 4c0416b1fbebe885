"""All scenarios, each with a name of its own."""

from collections.abc import Iterator

from faults.arriving import arriving
from faults.at_work import at_work
from faults.hasty import hasty
from faults.hopeless import hopeless
from faults.stage import Scenario

TELLING = frozenset({"take and finish", "ask for documents", "pass on", "release a receipt"})
"""What a sender must be told of, though the clerk never sends the form again."""


def scenarios() -> Iterator[Scenario]:
    """Of letters that arrive, of hopeless messages, at the desk, and of hasty clerks."""
    yield from arriving()
    yield from hopeless()
    for one in at_work():
        yield one
        if one.name in TELLING:
            yield hasty(one)
