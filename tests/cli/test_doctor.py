"""An operator asks at three in the morning whether anything is ill, and is told what to do."""

import json
from types import SimpleNamespace
from typing import Any

import boto3
import pytest

from cli.doctor import queues
from cli.doctor.finding import Health, looked
from cli.doctor.mail import account, way_in
from cli.doctor.queues import dead_letters, drained, fed
from cli.doctor.stores import WALLS, buckets, receipt_key, table
from cli.doctor.watch import alarms
from cli.main import main
from cli.place import Place
from shared.directory import offices

QUEUES = ("Mail", "Upload", "Router", "Notify", "Feedback")


@pytest.fixture
def place(register_table, monkeypatch) -> Place:
    """What a healthy deployment has, as far as moto can make it."""
    session = boto3.Session()
    sqs, s3 = session.client("sqs"), session.client("s3")
    names = {"RegisterTable": "register", "MailRuleSet": "saraban", "MailDomain": "sso.go.th"}
    for queue in QUEUES:
        for kind in ("Queue", "DeadLetters"):
            names[f"{queue}{kind}Url"] = sqs.create_queue(QueueName=queue + kind)["QueueUrl"]
    for output in ("MailBucket", "UploadBucket", "LettersBucket"):
        names[output] = bucket = output.lower()
        here = {"LocationConstraint": "ap-southeast-1"}
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration=here)
        s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
        closed: Any = dict.fromkeys(WALLS, True)
        s3.put_public_access_block(Bucket=bucket, PublicAccessBlockConfiguration=closed)
    key = session.client("kms").create_key(KeySpec="ECC_NIST_P256", KeyUsage="SIGN_VERIFY")
    names["ReceiptKey"] = key["KeyMetadata"]["KeyId"]
    names["AlarmTopic"] = session.client("sns").create_topic(Name="alarms")["TopicArn"]
    session.client("dynamodb").update_continuous_backups(
        TableName="register",
        PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True},
    )
    return Place(session, names)


GOOD_ACCOUNT = {
    "ProductionAccessEnabled": True,
    "SendingEnabled": True,
    "SendQuota": {"Max24HourSend": 50000, "SentLast24Hours": 100},
}


@pytest.fixture
def ses_says(place):
    """Puts an answer into SES's mouth: moto knows nothing of accounts."""

    def say(status: int, answer: dict):
        reply = (SimpleNamespace(status_code=status), answer)
        place.session.events.register("before-call.sesv2.GetAccount", lambda **_: reply)

    return say


def ill(place: Place, look) -> dict[str, str]:
    """What is ill by this look, and what to do."""
    return {one.thing: one.do for one in looked([("it", look)], place) if one.health is Health.ILL}


def rule_set(place: Place, *, active: bool = True, without: str = "", enabled: bool = True):
    ses = place.session.client("ses")
    ours = sorted(offices.load().mailboxes - {without})
    ses.create_receipt_rule_set(RuleSetName="saraban")
    rule = {"Name": "mailboxes", "Enabled": enabled, "Recipients": ours, "Actions": []}
    ses.create_receipt_rule(RuleSetName="saraban", Rule=rule)
    if active:
        ses.set_active_receipt_rule_set(RuleSetName="saraban")


def test_mail_is_taken_in_for_every_mailbox(place):
    rule_set(place)

    assert {} == ill(place, way_in)


def test_a_rule_set_that_nobody_made_active_is_told_with_the_command(place):
    rule_set(place, active=False)

    assert "set-active-receipt-rule-set" in ill(place, way_in)["receipt rule set"]


def test_a_mailbox_that_ses_would_refuse_is_named(place):
    rule_set(place, without="saraban_nan@sso.go.th")

    assert "saraban_nan@sso.go.th" in ill(place, way_in)["mailboxes"]


def test_a_rule_that_is_switched_off_is_noticed(place):
    rule_set(place, enabled=False)

    assert "receipt rules" in ill(place, way_in)


def test_a_dead_letter_leads_to_its_chapter(place):
    sqs = place.session.client("sqs")
    sqs.send_message(QueueUrl=place.name("RouterDeadLettersUrl"), MessageBody="{}")

    assert ["router dead letters"] == list(ill(place, dead_letters))
    assert "docs/running.md" in ill(place, dead_letters)["router dead letters"]


def test_a_queue_that_is_not_worked_off_leads_to_its_chapter(place, monkeypatch):
    monkeypatch.setattr(queues, "MOST_WAITING", 2)
    sqs, url = place.session.client("sqs"), place.name("MailQueueUrl")
    for _ in range(2):
        sqs.send_message(QueueUrl=url, MessageBody="x")
    assert {} == ill(place, drained)

    sqs.send_message(QueueUrl=url, MessageBody="x")
    assert ["mail waiting"] == list(ill(place, drained))
    assert "docs/running.md" in ill(place, drained)["mail waiting"]


def test_a_queue_without_its_function_is_noticed(place):
    assert {f"{queue.lower()} queue" for queue in QUEUES} == set(ill(place, fed))


def test_what_keeps_letters_is_well(place):
    assert {} == ill(place, table) | ill(place, buckets) | ill(place, receipt_key)


def test_a_bucket_that_somebody_opened_is_noticed(place):
    place.session.client("s3").delete_public_access_block(Bucket="mailbucket")

    assert ["MailBucket: public"] == list(ill(place, buckets))


def test_a_register_without_backup_is_noticed(place):
    place.session.client("dynamodb").update_continuous_backups(
        TableName="register",
        PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": False},
    )

    assert ["register's backup"] == list(ill(place, table))


def test_a_key_that_was_switched_off_is_noticed(place):
    place.session.client("kms").disable_key(KeyId=place.name("ReceiptKey"))

    assert ["key of receipts"] == list(ill(place, receipt_key))


def test_an_alarm_that_rings_and_an_empty_room_are_told(place):
    watch = place.session.client("cloudwatch")
    watch.put_metric_alarm(
        AlarmName="saraban-DifferencesAlarm-1", ComparisonOperator="GreaterThanThreshold",
        EvaluationPeriods=1, MetricName="Differences", Namespace="saraban", Period=300,
        Statistic="Maximum", Threshold=0,
    )  # fmt: skip
    watch.set_alarm_state(
        AlarmName="saraban-DifferencesAlarm-1", StateValue="ALARM", StateReason="a test"
    )
    [ringing] = [one for one in alarms(place) if one.thing == "alarms"]

    assert "DifferencesAlarm" == ringing.said
    assert {"alarms", "who hears alarms"} == set(ill(place, alarms))


ACCOUNTS = [
    pytest.param({}, set(), id="as it should be"),
    pytest.param({"ProductionAccessEnabled": False}, {"SES account"}, id="in the sandbox"),
    pytest.param({"SendingEnabled": False}, {"SES sending"}, id="stopped by SES"),
    pytest.param(
        {"SendQuota": {"Max24HourSend": 200, "SentLast24Hours": 199}}, {"SES quota"}, id="full"
    ),
]


@pytest.mark.parametrize(("said", "wanted"), ACCOUNTS)
def test_what_ses_says_of_the_account_is_judged(place, ses_says, said, wanted):
    ses_says(200, GOOD_ACCOUNT | said)

    assert wanted == set(ill(place, account))


def test_what_may_not_be_asked_is_not_called_well(place, ses_says):
    ses_says(403, {"Error": {"Code": "AccessDeniedException", "Message": "not you"}})
    [unseen] = looked([("SES account", account)], place)

    assert (Health.UNSEEN, "SES account") == (unseen.health, unseen.thing)


def test_what_is_not_there_is_ill(place):
    place.session.client("dynamodb").delete_table(TableName="register")

    assert ["it"] == list(ill(place, table))


def test_the_stacks_name_is_all_that_the_doctor_needs(
    place, ses_says, monkeypatch, tmp_path, capsys
):
    ses_says(200, GOOD_ACCOUNT)
    outputs = {name: {"Value": value} for name, value in place.names.items()}
    body = {"Resources": {"Any": {"Type": "AWS::SNS::Topic"}}, "Outputs": outputs}
    place.session.client("cloudformation").create_stack(
        StackName="saraban", TemplateBody=json.dumps(body)
    )
    rule_set(place, active=False)
    monkeypatch.setattr(boto3, "Session", lambda **_: place.session)
    monkeypatch.setenv("SARABAN_STACK", "saraban")
    monkeypatch.setenv("SARABAN_TOWN", str(tmp_path / "town"))
    monkeypatch.setenv("COLUMNS", "200")

    assert 1 == main(["doctor"])
    seen = capsys.readouterr().out
    assert "set-active-receipt-rule-set" in seen
    assert "144 rows" in seen
