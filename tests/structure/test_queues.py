"""A message that fails is kept, and a person hears of it."""

import pytest

from tests.structure.template import FUNCTION, referred, resources, value

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


def test_every_queue_is_encrypted_and_asks_for_tls():
    policies = resources("AWS::SQS::QueuePolicy").values()

    assert set(QUEUES) == {referred(queue) for policy in policies for queue in policy["Queues"]}
    assert [] == [name for name, queue in QUEUES.items() if "KmsMasterKeyId" not in queue]


def test_a_notice_that_cannot_be_delivered_is_kept():
    """Between SES's notice and our queue a letter has nobody else to remember it."""
    for name, subscription in resources("AWS::SNS::Subscription").items():
        if subscription["Protocol"] == "sqs":
            assert "deadLetterTargetArn" in subscription["RedrivePolicy"], name
