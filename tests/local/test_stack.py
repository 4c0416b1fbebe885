"""What becomes of template.yaml before the town runs it."""

import boto3
import pytest

from local.blueprint import Function
from local.plan import QUICKER, TEMPLATE
from local.split import for_moto
from local.stack import MOST_WORKERS, deploy
from local.template import NotPlayed, load, translate
from local.wiring import NotAllowed
from shared.directory import offices
from tests.local.conftest import SMALL

PARAMETERS = {"Seconds": "7", "Nobody": "knows me"}


@pytest.fixture
def session(aws):
    return boto3.Session(region_name="ap-southeast-1")


@pytest.fixture
def changed(tmp_path):
    """The small template with one text in place of another."""

    def change(this: str, that: str):
        path = tmp_path / "template.yaml"
        written = SMALL.read_text(encoding="utf-8")
        assert this in written
        path.write_text(written.replace(this, that), encoding="utf-8")
        return path

    return change


def test_a_function_is_what_the_template_says_with_every_reference_resolved(session):
    stack = deploy(session, SMALL, "small", PARAMETERS)
    (function,) = stack.functions

    assert isinstance(function, Function)
    assert ("small-reader", 7) == (function.name, function.timeout)
    assert {"NOTES": stack.outputs["Notes"], "MAILS": "small-mails"} == function.environment
    assert function.role.startswith("arn:aws:iam::123456789012:role/")


def test_a_mapping_is_what_the_template_says(session):
    (feed,) = deploy(session, SMALL, "small", PARAMETERS).feeds

    assert ("small-reader", 5, True) == (feed.function, feed.batch_size, feed.reports_failures)
    assert MOST_WORKERS == feed.most_workers


def test_a_queue_has_no_more_workers_than_the_template_lets_it_have(session, changed):
    limited = changed(
        "BatchSize: 5", "BatchSize: 5\n            ScalingConfig: {MaximumConcurrency: 3}"
    )
    (feed,) = deploy(session, limited, "small", PARAMETERS).feeds

    assert 3 == feed.most_workers


def test_the_receipt_rule_knows_its_mailboxes(session):
    (rule,) = deploy(session, SMALL, "small", PARAMETERS).rules

    assert ("desk@office.example", "second@office.example") == rule.recipients
    assert ("small", "small-mails", "mail/") == (rule.rule_set, rule.bucket, rule.prefix)


def test_the_towns_own_outputs_stay_out_of_sight(session):
    stack = deploy(session, SMALL, "small", PARAMETERS)

    assert {"Notes", "Mails", "Uploads", "QueueUrl", "DeadUrl"} == stack.outputs.keys()


def test_what_moto_skips_is_filled_in(session):
    stack = deploy(session, SMALL, "small", PARAMETERS)
    s3, sqs, sns = (session.client(name) for name in ("s3", "sqs", "sns"))
    queue = sqs.get_queue_attributes(QueueUrl=stack.outputs["QueueUrl"], AttributeNames=["All"])
    told = s3.get_bucket_notification_configuration(Bucket="small-uploads")
    (subscription,) = sns.list_subscriptions()["Subscriptions"]

    assert "Policy" in queue["Attributes"]
    assert "Enabled" == s3.get_bucket_versioning(Bucket="small-uploads")["Status"]
    assert queue["Attributes"]["QueueArn"] == told["QueueConfigurations"][0]["QueueArn"]
    assert queue["Attributes"]["QueueArn"] == subscription["Endpoint"]


def test_a_condition_decides_what_is_filled_in(session):
    deploy(session, SMALL, "small", {"Quiet": "no"})
    subscriptions = session.client("sns").list_subscriptions()["Subscriptions"]

    assert {"sqs", "email"} == {subscription["Protocol"] for subscription in subscriptions}


def test_a_resource_that_the_town_does_not_know_is_an_error(session, changed):
    strange = changed("AWS::SNS::Topic\n", "AWS::Kinesis::Stream\n")

    with pytest.raises(NotPlayed, match="AWS::Kinesis::Stream"):
        translate(load(strange), {}, session)


@pytest.mark.parametrize(
    ("this", "that", "refused"),
    [
        pytest.param(
            "[sns.amazonaws.com, s3.amazonaws.com]",
            "[s3.amazonaws.com]",
            "sns.amazonaws.com may not sqs:SendMessage",
            id="the queue does not let the topic in",
        ),
        pytest.param(
            "[sns.amazonaws.com, s3.amazonaws.com]",
            "[sns.amazonaws.com]",
            "s3.amazonaws.com may not sqs:SendMessage",
            id="the queue does not let the bucket in",
        ),
        pytest.param(
            "${Mails.Arn}/mail/*",
            "${Mails.Arn}/post/*",
            "ses.amazonaws.com may not s3:PutObject",
            id="the bucket does not let SES write where the rule wants it",
        ),
        pytest.param(
            "Action: sns:Publish",
            "Action: sns:Subscribe",
            "ses.amazonaws.com may not sns:Publish",
            id="the topic does not let SES publish",
        ),
    ],
)
def test_a_policy_in_the_way_is_found_before_a_letter_is_lost(
    session, changed, this, that, refused
):
    template = (
        changed(this, that)
        if that != "${Mails.Arn}/post/*"
        else changed(
            "Resource: !Sub ${Mails.Arn}/mail/*\n          - Effect: Deny",
            "Resource: !Sub ${Mails.Arn}/post/*\n          - Effect: Deny",
        )
    )
    with pytest.raises(NotAllowed, match=refused):
        deploy(session, template, "small", PARAMETERS)


def test_references_to_what_moto_does_not_make_still_stand_for_something():
    plain = {
        "Resources": {
            "Mailbox": {
                "Type": "AWS::SES::EmailIdentity",
                "Properties": {"EmailIdentity": "office.example"},
            },
            "Topic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": {"Ref": "Mailbox"}}},
            "Other": {
                "Type": "AWS::SNS::Topic",
                "Properties": {"TopicName": {"Fn::Sub": "about-${Mailbox}-${AWS::Region}"}},
            },
        },
        "Outputs": {"Dkim": {"Value": {"Fn::GetAtt": ["Mailbox", "DkimDNSTokenName1"]}}},
    }
    made = for_moto(plain)

    assert {"Topic", "Other"} == made["Resources"].keys()
    assert "office.example" == made["Resources"]["Topic"]["Properties"]["TopicName"]
    assert ["about-${Mailbox}-${AWS::Region}", {"Mailbox": "office.example"}] == made["Resources"][
        "Other"
    ]["Properties"]["TopicName"]["Fn::Sub"]
    assert "only AWS knows" in made["Outputs"]["Dkim"]["Value"]


def test_the_town_can_play_the_whole_of_template_yaml(session):
    stack = deploy(session, TEMPLATE, "saraban", QUICKER)
    queues = [feed.queue_arn.rpartition(":")[2] for feed in stack.feeds]
    (rule,) = stack.rules

    stations = ("mail", "upload", "router", "notify", "feedback")
    assert [f"saraban-{name}" for name in stations] == queues
    assert offices.load().mailboxes == set(rule.recipients)
    for function in stack.functions:
        assert not [value for value in function.environment.values() if "${" in value]


AGENCIES = [
    pytest.param({}, [], id="none but our own"),
    pytest.param({"AgencyClients": "ministry,bank"}, ["ministry", "bank"], id="two more"),
]


@pytest.mark.parametrize(("parameters", "more"), AGENCIES)
def test_the_gate_of_the_api_lets_in_whom_the_operator_names(session, parameters, more):
    stack = deploy(session, TEMPLATE, "saraban", {**QUICKER, **parameters})
    [door] = [door for door in stack.doors if door.api == "AgencyApi"]

    assert (stack.outputs["AgencyTrial"], *more) == door.audience
