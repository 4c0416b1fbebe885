"""What a letter costs is counted, not guessed; and no change makes letters dearer unseen."""

import json
import subprocess
import sys

import pytest

from benchmarks.costing import bill
from benchmarks.costing.page import MOST_CALLS
from benchmarks.costing.prices import Price, load
from benchmarks.costing.usage import mean
from benchmarks.line.capacity import Capacity, capacity, size
from tests.structure.source import PROJECT


def test_a_text_letter_takes_no_more_calls_than_it_may():
    """In a process of its own: the pretend account is changed for good."""
    command = [sys.executable, "-m", "benchmarks.cost", "--text", "1", "--calls"]
    done = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True)  # noqa: S603 - our own
    calls = json.loads(done.stdout)

    assert ["saraban-intake", "saraban-router", "saraban-notify"] == list(calls)
    assert sum(calls.values()) <= MOST_CALLS, calls


KB = "x" * 1024

SIZES = [
    pytest.param({"pk": {"S": "abc"}}, 5, id="name and value"),
    pytest.param({"a": {"S": "ก"}}, 4, id="Thai takes three bytes a sign"),
    pytest.param({"a": {"SS": ["one", "two"]}}, 7, id="a set"),
    pytest.param({"a": {"L": [{"S": "x"}]}}, 6, id="a list has three bytes and one for each"),
]


@pytest.mark.parametrize(("item", "expected"), SIZES)
def test_an_item_is_as_large_as_dynamodb_says(item, expected):
    assert expected == size(item)


def nothing(**_: object):
    return {}


def put(**values: str):
    return {"Put": {"TableName": "t", "Item": {k: {"S": v} for k, v in values.items()}}}


REQUESTS = [
    pytest.param("PutItem", {"Item": {"pk": {"S": "a"}}}, {}, Capacity(writes=1, written=3),
                 id="a small item is a unit"),
    pytest.param("PutItem", {"Item": {"a": {"S": KB}}}, {}, Capacity(writes=2, written=1025),
                 id="a byte above a kilobyte is another"),
    pytest.param("PutItem", {"Item": {"gsi1pk": {"S": "a"}}}, {}, Capacity(writes=2, written=14),
                 id="the index has a copy"),
    pytest.param("TransactWriteItems", {"TransactItems": [put(a="x"), put(a="y")]}, {},
                 Capacity(writes=4, written=4), id="a transaction takes two for one"),
    pytest.param("TransactWriteItems",
                 {"TransactItems": [{"ConditionCheck": {"TableName": "t", "Key": {}}}]},
                 {}, Capacity(writes=2), id="a check costs and writes nothing"),
    pytest.param("GetItem", {"ConsistentRead": True}, {}, Capacity(reads=1),
                 id="looking for what is not there"),
    pytest.param("Query", {}, {"Items": [{"a": {"S": KB * 5}}], "ScannedCount": 9},
                 Capacity(reads=1, examined=9), id="half a unit for each 4 KB, if it may be late"),
]  # fmt: skip


@pytest.mark.parametrize(("operation", "asked", "answered", "expected"), REQUESTS)
def test_requests_cost_what_dynamodb_bills(operation, asked, answered, expected):
    assert expected == capacity(operation, asked, answered, nothing)


@pytest.mark.parametrize("price", load().prices.values(), ids=load().prices)
def test_a_price_has_a_source_and_a_day_or_is_none(price: Price):
    assert (price.usd is not None) == bool(price.source) == bool(price.read) == bool(price.region)


def test_what_has_no_price_is_shown_and_not_added():
    file = load()
    found = bill.lines({"xray.trace": 7, "s3.put": 1000, "ses.sent": 1}, file)

    assert {"s3.put": 0.005, "ses.sent": 0.0001, "xray.trace": None} == {
        line.name: line.usd for line in found
    }
    assert 0.0051 == pytest.approx(bill.total(found))
    assert ["", "us-east-1"] == sorted({one.elsewhere for one in found if one.usd})


def test_a_line_that_nobody_priced_is_no_small_matter():
    with pytest.raises(KeyError):
        bill.lines({"a new service": 1}, load())


def test_the_mean_of_letters_counts_what_only_one_of_them_used():
    assert {"a": 2.0, "b": 0.5} == mean([{"a": 1.0, "b": 1.0}, {"a": 3.0}])


def test_keeping_letters_costs_every_month():
    file = load()
    usage = {"s3.put": 1.0, "s3.gb_month": 1.0}
    rows = list(bill.months(usage, usage, {}, file, share=0.5))

    assert [1_000, 100_000, 10_000_000] == [row["letters"] for row in rows]
    assert pytest.approx(0.005) == rows[0]["new"]
    assert pytest.approx(300.0) == rows[0]["stored"]
