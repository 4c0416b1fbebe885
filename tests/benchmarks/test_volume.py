"""The desk's pages ask for as little with many letters as with few."""

import boto3
import pytest
from boto3.dynamodb.conditions import Attr

from benchmarks.volume_bench.asking import Cost, ask
from benchmarks.volume_bench.house import house

FEW, MANY = 30, 1500
"""Many are more than a page may look at: one that looks at all of them is found out."""
MOST_CALLS, MOST_ITEMS = 12, 1000
"""Of any page. A search may look through more: a list of the words of letters, never of letters."""


@pytest.fixture(scope="module")
def costs() -> dict[str, tuple[Cost, Cost]]:
    """Of each page with few letters and with many."""
    asked = []
    for letters in (FEW, MANY):
        with house(letters) as there:
            asked.append(dict(ask(there.watch, there.laid)))
    few, many = asked
    return {name: (few[name], many[name]) for name in few}


def test_no_page_takes_more_calls_than_it_has_been_allowed(costs):
    assert {} == {name: many for name, (_, many) in costs.items() if many.calls > MOST_CALLS}


def test_pages_of_letters_read_no_more_than_they_show(costs):
    found = {name: many for name, (_, many) in costs.items() if not name.startswith("search")}

    assert {} == {name: cost for name, cost in found.items() if cost.looked_at > MOST_ITEMS}


def test_a_letter_among_many_costs_what_it_costs_among_few(costs):
    for name in ("letter", "search: a reference", "search: a register number", "search: a sender"):
        few, many = costs[name]
        assert few.calls == many.calls


def test_a_scan_reads_what_the_benchmark_says_it_would():
    with house(FEW) as there:
        there.watch.reset()
        table = boto3.resource("dynamodb").Table("register")
        found = table.scan(FilterExpression=Attr("fact").contains(there.laid.reference))

    assert 0 < found["Count"]
    assert (there.scan_calls, there.items) == (there.watch.calls, there.watch.looked_at)
