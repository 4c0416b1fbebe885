"""What an operator looks at shows what is there, and every alarm says what to do."""

import json
import re

import pytest

from tests.structure.source import PROJECT
from tests.structure.template import FUNCTION, resources

ALARMS = resources("AWS::CloudWatch::Alarm")
[BOARD] = resources("AWS::CloudWatch::Dashboard").values()
PICTURES = json.loads(BOARD["DashboardBody"]["Fn::Sub"])["widgets"]
OURS = "${AWS::StackName}"


def shown(*keys: str) -> set[str]:
    """The names under one of these dimensions in the rows of all pictures."""
    return {
        row[row.index(key) + 1].removeprefix(f"{OURS}-")
        for picture in PICTURES
        for row in picture["properties"]["metrics"]
        for key in keys
        if key in row
    }


def counted() -> set[str]:
    """The numbers that the code counts."""
    rooms = (PROJECT / "functions", PROJECT / "shared")
    code = "".join(path.read_text("utf-8") for room in rooms for path in room.rglob("*.py"))
    return set(re.findall(r'\b(?:count|took)\(\s*"(\w+)"', code))


def asked() -> set[str]:
    """Our own numbers that pictures and alarms ask for."""
    rows = [row for p in PICTURES for row in p["properties"]["metrics"]]
    direct = {row[1] for row in rows if row[0] == OURS}
    searched = set(re.findall(r'MetricName=\\"(\w+)\\"', json.dumps(rows)))
    alarmed = {a["MetricName"] for a in ALARMS.values() if "Ref" in a["Namespace"]}
    return direct | searched | alarmed


def named(kind: str, field: str) -> set[str]:
    return {p[field]["Fn::Sub"].removeprefix(f"{OURS}-") for p in resources(kind).values()}


def test_every_queue_and_its_dead_letters_are_seen():
    assert shown("QueueName") == named("AWS::SQS::Queue", "QueueName")


def test_every_function_is_seen():
    assert shown("FunctionName") == named(FUNCTION, "FunctionName")


def test_what_is_asked_for_is_counted():
    assert set() == asked() - counted()


def test_pictures_do_not_lie_on_each_other():
    places = [(p["x"], p["y"]) for p in PICTURES]

    assert len(places) == len(set(places))
    assert all(p["x"] + p["width"] <= 24 for p in PICTURES)


@pytest.mark.parametrize("alarm", sorted(ALARMS))
def test_an_alarm_says_what_it_means_and_what_to_do(alarm):
    assert f"`{alarm}`" in (PROJECT / "docs" / "running.md").read_text("utf-8")
    assert ALARMS[alarm]["AlarmDescription"].endswith("(docs/running.md)")
