"""A message that fails is kept, and a person hears of it."""

from typing import Any

import pytest

from tests.structure.template import FUNCTION, many, referred, resources, statements, value

QUEUES = resources("AWS::SQS::Queue")
WORKING = {name: queue for name, queue in QUEUES.items() if "RedrivePolicy" in queue}
ALARMS = resources("AWS::CloudWatch::Alarm")


def dead_letters(name):
    return referred(WORKING[name]["RedrivePolicy"]["deadLetterTargetArn"])


def watched(metric):
    """The resource that each alarm on a metric watches."""
    return {
        referred(alarm["Dimensions"][0]["Value"])
        for alarm in ALARMS.values()
        if alarm["MetricName"] == metric and alarm["AlarmActions"]
    }


def test_every_queue_feeds_a_function_or_keeps_dead_letters():
    fed = {
        referred(event["Properties"]["Queue"])
        for function in resources(FUNCTION).values()
        for event in function.get("Events", {}).values()
    }

    assert set(WORKING) == fed
    assert set(QUEUES) - fed == {dead_letters(name) for name in WORKING}


def test_every_queue_has_dead_letters_of_its_own():
    assert len(WORKING) == len({dead_letters(name) for name in WORKING})


@pytest.mark.parametrize("name", sorted(WORKING))
def test_dead_letters_outlive_the_queue_they_came_from(name):
    """The clock of a message starts when it was sent, not when it was given up."""
    dead = QUEUES[dead_letters(name)]

    assert value(dead["MessageRetentionPeriod"]) > value(WORKING[name]["MessageRetentionPeriod"])


def test_a_person_hears_of_every_dead_letter():
    dead = {dead_letters(name) for name in WORKING}

    assert dead == watched("ApproximateNumberOfMessagesVisible")


def test_a_person_hears_of_every_queue_that_stands_still():
    assert set(WORKING) == watched("ApproximateAgeOfOldestMessage")


def test_a_person_hears_of_every_function_that_breaks():
    assert set(resources(FUNCTION)) == watched("Errors")


def test_what_a_new_version_fails_at_gives_the_traffic_back():
    """Lambda's own errors are crashes alone: stations report failures one by one, pages say 500."""
    functions = resources(FUNCTION)
    for name, function in functions.items():
        alarms = [ALARMS[referred(one)] for one in function["DeploymentPreference"]["Alarms"]]
        told = {
            (alarm["MetricName"], str(alarm["Dimensions"][0]["Value"]))
            for alarm in alarms
            if alarm["MetricName"] != "Errors"
        }
        reads_a_queue = bool(function.get("Events"))

        assert name in watched("Errors")
        assert len(alarms) == len(told) + 1
        if reads_a_queue:
            assert told == {("Failed", name.removesuffix("Function").lower())}
        else:
            assert {metric for metric, _ in told} == ({"5xx"} if name != "DailyFunction" else set())


def test_every_queue_is_encrypted_and_asks_for_tls():
    policies = resources("AWS::SQS::QueuePolicy").values()

    assert set(QUEUES) == {referred(queue) for policy in policies for queue in policy["Queues"]}
    assert [] == [name for name, queue in QUEUES.items() if "KmsMasterKeyId" not in queue]


def test_a_notice_that_cannot_be_delivered_is_kept():
    """Between SES's notice and our queue a letter has nobody else to remember it."""
    for name, subscription in resources("AWS::SNS::Subscription").items():
        if subscription["Protocol"] == "sqs":
            assert "deadLetterTargetArn" in subscription["RedrivePolicy"], name


FILLED_BY = {
    "MailQueue": ("sns.amazonaws.com", {"Ref": "MailTopic"}),
    "FeedbackQueue": ("sns.amazonaws.com", {"Ref": "FeedbackTopic"}),
    "UploadQueue": ("s3.amazonaws.com", "arn:${AWS::Partition}:s3:::${AWS::StackName}-upload-"),
    "MailTopic": (
        "ses.amazonaws.com",
        ":receipt-rule-set/${AWS::StackName}:receipt-rule/mailboxes",
    ),
    "FeedbackTopic": ("ses.amazonaws.com", ":configuration-set/${AWS::StackName}-receipts"),
}
"""From outside: the service, and which one resource of ours it must speak for. Signatures of SNS
are not checked because of this (docs/security.md)."""


def open_to_others() -> dict[str, list[dict[str, Any]]]:
    """What the policies at queues and topics allow, by the first that they are for."""
    kinds = (("AWS::SQS::QueuePolicy", "Queues"), ("AWS::SNS::TopicPolicy", "Topics"))
    found = {
        referred(policy[field][0]): [s for s in statements(policy) if s["Effect"] == "Allow"]
        for kind, field in kinds
        for policy in resources(kind).values()
    }
    return {name: allowed for name, allowed in found.items() if allowed and name != "AlarmTopic"}


def test_nobody_but_stations_and_those_named_here_fills_a_queue():
    assert set(FILLED_BY) == set(open_to_others())


@pytest.mark.parametrize("name", sorted(FILLED_BY))
def test_a_queue_believes_one_resource_of_ours(name):
    service, source = FILLED_BY[name]
    [allowed] = open_to_others()[name]
    given = allowed["Condition"]["ArnEquals"]["aws:SourceArn"]

    assert {"Service": service} == allowed["Principal"]
    assert many(allowed["Action"]) in (["sqs:SendMessage"], ["sns:Publish"])
    assert given == source or str(source) in given["Fn::Sub"]
    assert "AWS::AccountId" in str(allowed["Condition"]) or isinstance(source, dict)
