"""The mail door takes letters for exactly the offices of the directory."""

import pytest

from shared.directory import offices
from tests.structure.template import default, referred, resources, template

RULES = resources("AWS::SES::ReceiptRule")
RECIPIENTS = [
    given["Fn::Sub"].replace("${MailDomain}", default("MailDomain"))
    for rule in RULES.values()
    for given in rule["Rule"]["Recipients"]
]
MOST_RECIPIENTS = 500
"""Of one receipt rule (Amazon SES, service quotas)."""


def test_the_door_is_open_for_every_office_and_nobody_else():
    assert sorted(offices.load().mailboxes) == sorted(RECIPIENTS)


def test_a_mail_to_two_offices_is_stored_and_announced_once():
    """SES runs every rule that matches: with two rules it would do both twice."""
    assert 1 == len(RULES)
    assert len(RECIPIENTS) <= MOST_RECIPIENTS


def test_a_mail_is_stored_and_announced_in_one_action():
    """Only the notice of the S3 action knows the envelope recipients and the verdicts."""
    for rule in RULES.values():
        (action,) = rule["Rule"]["Actions"]

        assert {"BucketName", "ObjectKeyPrefix", "TopicArn"} == set(action["S3Action"])
        assert rule["Rule"]["ScanEnabled"] is True


def test_receipts_come_from_our_own_domain():
    assert default("ReceiptFrom").endswith(f"@{default('MailDomain')}")


def test_an_upload_is_announced_when_it_is_complete():
    upload = resources("AWS::S3::Bucket")["UploadBucket"]["NotificationConfiguration"]
    rules = [
        {rule["Name"]: rule["Value"] for rule in queue["Filter"]["S3Key"]["Rules"]}
        for queue in upload["QueueConfigurations"]
    ]

    assert [{"prefix": "uploads/", "suffix": "/manifest.json"}, {"prefix": "dropbox/"}] == rules


@pytest.mark.parametrize("name", sorted(resources("AWS::S3::Bucket")))
def test_a_bucket_is_private_versioned_encrypted_and_kept(name):
    bucket = resources("AWS::S3::Bucket")[name]
    policies = resources("AWS::S3::BucketPolicy").values()
    encryption = bucket["BucketEncryption"]["ServerSideEncryptionConfiguration"]

    assert {True} == set(bucket["PublicAccessBlockConfiguration"].values())
    assert "Enabled" == bucket["VersioningConfiguration"]["Status"]
    assert "aws:kms" == encryption[0]["ServerSideEncryptionByDefault"]["SSEAlgorithm"]
    assert "Retain" == template()["Resources"][name]["DeletionPolicy"]
    assert any(referred(policy["Bucket"]) == name for policy in policies)


WITH_POLICY = [
    *resources("AWS::S3::BucketPolicy").items(),
    *resources("AWS::SQS::QueuePolicy").items(),
    *resources("AWS::SNS::TopicPolicy").items(),
]


@pytest.mark.parametrize(("name", "policy"), WITH_POLICY, ids=[name for name, _ in WITH_POLICY])
def test_nothing_is_said_in_the_clear(name, policy):
    denied = [
        statement["Condition"]
        for statement in policy["PolicyDocument"]["Statement"]
        if statement["Effect"] == "Deny" and statement["Principal"] == "*"
    ]

    assert {"Bool": {"aws:SecureTransport": "false"}} in denied


def test_the_register_can_be_brought_back():
    for name, table in resources("AWS::DynamoDB::Table").items():
        if name == "VisitsTable":  # Counters, forgotten within the hour on purpose.
            continue
        assert table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"] is True
        assert "KMS" == table["SSESpecification"]["SSEType"]
    assert "true" == default("DeletionProtection")
