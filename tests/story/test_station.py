"""A station reports a failed message alone, and its log quotes nobody."""

import json

import pytest

from shared.errors import TryLater
from shared.station import station
from shared.telemetry import logger
from tests.fakes.watching import FakeFailures
from tests.story.line import Context, Line, as_event, as_logged
from tests.story.numbers import numbers
from tests.story.test_mail import MATERNITY, receive


@pytest.fixture(autouse=True)
def _deployed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POWERTOOLS_METRICS_NAMESPACE", "saraban")


def handle(body: str) -> None:
    if body == "busy":
        raise TryLater("dynamodb: Throttling")
    if body != "fine":
        raise ValueError(f"cannot read {body}")


def batch(*bodies: str) -> dict:
    records = [
        as_event("q", {"MessageId": f"m{n}", "ReceiptHandle": "r", "Body": b, "MD5OfBody": ""})
        for n, b in enumerate(bodies)
    ]
    return {"Records": [record["Records"][0] for record in records]}


@pytest.mark.parametrize(
    ("bodies", "failed"),
    [
        pytest.param(("fine", "somchai", "fine"), ["m1"], id="one of three"),
        pytest.param(("somchai", "busy"), ["m0", "m1"], id="all of them"),
        pytest.param(("fine",), [], id="none"),
    ],
)
def test_only_what_failed_comes_again(bodies: tuple[str, ...], failed: list[str]):
    answer = station(logger("test"), handle, FakeFailures)(batch(*bodies), Context())

    assert failed == [item["itemIdentifier"] for item in answer["batchItemFailures"]]


def test_a_failure_is_logged_by_place_and_not_by_text(caplog: pytest.LogCaptureFixture):
    station(logger("test"), handle, FakeFailures)(batch("somchai", "busy"), Context())
    lines = [json.loads(line) for line in as_logged(caplog)]
    unknown, busy = [line for line in lines if line["message"] == "message_failed"]

    assert ("ValueError", None) == (unknown["error"], unknown.get("why"))
    assert any("handle" in place for place in unknown["where"])
    assert ("TryLater", "dynamodb: Throttling") == (busy["error"], busy["why"])
    assert "somchai" not in json.dumps(lines)


def test_what_fails_is_counted_unless_a_neighbour_was_busy(capsys: pytest.CaptureFixture[str]):
    """An alarm on it gives a new version's traffic back to the version before."""
    station(logger("test"), handle, FakeFailures)(batch("somchai", "busy", "fine"), Context())

    assert [("Failed", 1, {"service": "test"})] == numbers(capsys.readouterr().out)


def test_the_reason_is_kept_for_the_desk_and_quotes_nobody():
    kept = FakeFailures()
    station(logger("test"), handle, lambda: kept)(batch("somchai", "busy"), Context())
    unknown, busy = kept.several(["m0", "m1"])

    assert ("test", "ValueError", None) == (unknown.station, unknown.error, unknown.why)
    assert ("TryLater", "dynamodb: Throttling") == (busy.error, busy.why)
    assert "handle" in unknown.where
    assert "somchai" not in unknown.model_dump_json()


def test_a_register_that_is_away_does_not_keep_a_failure_from_the_queue():
    def away() -> FakeFailures:
        raise TryLater("dynamodb: ProvisionedThroughputExceededException")

    answer = station(logger("test"), handle, away)(batch("busy"), Context())

    assert ["m0"] == [item["itemIdentifier"] for item in answer["batchItemFailures"]]


def test_a_reference_leads_through_the_logs_of_all_stations_and_to_their_traces(
    line: Line, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("_X_AMZN_TRACE_ID", "Root=1-6a-b;Parent=c;Sampled=1")
    receive(line, MATERNITY)
    line.carry()
    [arrival] = line.ledger()
    assert arrival.submission_id
    letter = line.register.letters.get(arrival.submission_id)
    assert letter
    told = [json.loads(row) for row in as_logged(caplog)]
    [dispatched] = [one for one in told if one.get("reference") == letter.reference]

    assert {"intake", "router", "notify"} == {
        one["service"] for one in told if one.get("submission_id") == dispatched["submission_id"]
    }
    assert {"1-6a-b"} == {one.get("xray_trace_id") for one in told}
