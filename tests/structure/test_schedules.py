"""What runs by the clock is started, is watched, and is known to the function that does it."""

import json

import pytest

from functions.daily.handler import WORKS
from tests.structure.template import referred, resources

SCHEDULES = resources("AWS::Scheduler::Schedule")
ROLES = resources("AWS::IAM::Role")
ALARMS = resources("AWS::CloudWatch::Alarm")


def test_every_work_has_its_hour():
    works = [json.loads(schedule["Target"]["Input"])["work"] for schedule in SCHEDULES.values()]

    assert sorted(WORKS) == sorted(works)


@pytest.mark.parametrize("name", sorted(SCHEDULES))
def test_it_is_done_before_the_offices_open(name):
    """Offices open at 8.30, Thai time."""
    schedule = SCHEDULES[name]
    minute, hour, *every_day = schedule["ScheduleExpression"].removeprefix("cron(").split()

    assert ("30", "6", ["*", "*", "?", "*)"]) == (minute, hour, every_day)
    assert "Asia/Bangkok" == schedule["ScheduleExpressionTimezone"]
    assert "OFF" == schedule["FlexibleTimeWindow"]["Mode"]


@pytest.mark.parametrize("name", sorted(SCHEDULES))
def test_the_clock_may_start_that_function_and_nothing_else(name):
    target = SCHEDULES[name]["Target"]
    [policy] = ROLES[referred(target["RoleArn"])]["Policies"]
    [statement] = policy["PolicyDocument"]["Statement"]

    assert ("lambda:InvokeFunction", target["Arn"]) == (statement["Action"], statement["Resource"])


def test_a_person_hears_of_a_difference_and_of_a_look_that_did_not_happen():
    heard = {
        (alarm["Statistic"], alarm["ComparisonOperator"], alarm["TreatMissingData"])
        for alarm in ALARMS.values()
        if alarm["MetricName"] == "Differences" and alarm["AlarmActions"]
    }

    assert heard == {
        ("Maximum", "GreaterThanThreshold", "ignore"),
        ("SampleCount", "LessThanThreshold", "breaching"),
    }
