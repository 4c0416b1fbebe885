"""What moto's CloudFormation skips, done through the account's own API, from the template."""

import json
from collections.abc import Callable
from typing import Any

import boto3

from local.template import Json, Resources, of_kind


def fill_in(session: boto3.Session, resources: Resources) -> None:
    """Policies first, then what needs them: subscriptions and notifications."""
    for kind, fill in _FILLERS:
        for properties in of_kind(resources, kind):
            fill(session, properties)


def _queue_policy(session: boto3.Session, properties: Json) -> None:
    policy = json.dumps(properties["PolicyDocument"])
    for url in properties["Queues"]:
        session.client("sqs").set_queue_attributes(QueueUrl=url, Attributes={"Policy": policy})


def _topic_policy(session: boto3.Session, properties: Json) -> None:
    policy = json.dumps(properties["PolicyDocument"])
    for topic in properties["Topics"]:
        session.client("sns").set_topic_attributes(
            TopicArn=topic, AttributeName="Policy", AttributeValue=policy
        )


def _bucket_policy(session: boto3.Session, properties: Json) -> None:
    session.client("s3").put_bucket_policy(
        Bucket=properties["Bucket"], Policy=json.dumps(properties["PolicyDocument"])
    )


def _subscription(session: boto3.Session, properties: Json) -> None:
    names = ("RawMessageDelivery", "FilterPolicy", "FilterPolicyScope", "RedrivePolicy")
    attributes = {n: _text(properties[n]) for n in names if _says_something(properties.get(n))}
    session.client("sns").subscribe(
        TopicArn=properties["TopicArn"],
        Protocol=properties["Protocol"],
        Endpoint=properties["Endpoint"],
        Attributes=attributes,
    )


def _identity(session: boto3.Session, properties: Json) -> None:
    session.client("sesv2").create_email_identity(EmailIdentity=properties["EmailIdentity"])


def _configuration_set(session: boto3.Session, properties: Json) -> None:
    session.client("sesv2").create_configuration_set(ConfigurationSetName=properties["Name"])


def _event_destination(session: boto3.Session, properties: Json) -> None:
    told = properties["EventDestination"]
    session.client("ses").create_configuration_set_event_destination(
        ConfigurationSetName=properties["ConfigurationSetName"],
        EventDestination={
            "Name": told["Name"],
            "Enabled": True,
            "MatchingEventTypes": told["MatchingEventTypes"],
            "SNSDestination": {"TopicARN": told["SnsDestination"]["TopicARN"]},
        },
    )


def _bucket(session: boto3.Session, properties: Json) -> None:
    """Set what moto's CloudFormation leaves out: it takes encryption and tags only."""
    s3, bucket = session.client("s3"), properties["BucketName"]
    if "VersioningConfiguration" in properties:
        s3.put_bucket_versioning(
            Bucket=bucket, VersioningConfiguration=properties["VersioningConfiguration"]
        )
    if "PublicAccessBlockConfiguration" in properties:
        s3.put_public_access_block(
            Bucket=bucket,
            PublicAccessBlockConfiguration=_booleans(properties["PublicAccessBlockConfiguration"]),
        )
    if "CorsConfiguration" in properties:
        rules = [_cors(rule) for rule in properties["CorsConfiguration"]["CorsRules"]]
        s3.put_bucket_cors(Bucket=bucket, CORSConfiguration={"CORSRules": rules})
    if "NotificationConfiguration" in properties:
        s3.put_bucket_notification_configuration(
            Bucket=bucket,
            NotificationConfiguration={
                "QueueConfigurations": [
                    _notification(told)
                    for told in properties["NotificationConfiguration"]["QueueConfigurations"]
                ]
            },
        )


def _table(session: boto3.Session, properties: Json) -> None:
    """Switch on what a register is brought back from."""
    drawn = _booleans(properties.get("PointInTimeRecoverySpecification", {}))
    if any(drawn.values()):
        session.client("dynamodb").update_continuous_backups(
            TableName=properties["TableName"], PointInTimeRecoverySpecification=drawn
        )


def _cors(rule: Json) -> Any:
    """CloudFormation's words for a rule, in the API's words."""
    said = {name: rule[name] for name in rule if name != "MaxAge"}
    return {**said, "MaxAgeSeconds": int(rule["MaxAge"])} if "MaxAge" in rule else said


def _notification(told: Json) -> Any:
    """CloudFormation's words for a queue notification, in the API's words."""
    asked = {"QueueArn": told["Queue"], "Events": [told["Event"]]}
    rules = told.get("Filter", {}).get("S3Key", {}).get("Rules", [])
    if rules:
        asked["Filter"] = {"Key": {"FilterRules": rules}}
    return asked


def _booleans(properties: Json) -> Any:
    return {name: str(value).lower() == "true" for name, value in properties.items()}


def _says_something(value: Any) -> bool:
    """Leave ``false`` unsaid: moto takes any RawMessageDelivery for yes."""
    return value is not None and str(value).lower() != "false"


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


Filler = Callable[[boto3.Session, Json], None]

_FILLERS: tuple[tuple[str, Filler], ...] = (
    ("AWS::SQS::QueuePolicy", _queue_policy),
    ("AWS::SNS::TopicPolicy", _topic_policy),
    ("AWS::S3::BucketPolicy", _bucket_policy),
    ("AWS::SNS::Subscription", _subscription),
    ("AWS::SES::EmailIdentity", _identity),
    ("AWS::SES::ConfigurationSet", _configuration_set),
    ("AWS::SES::ConfigurationSetEventDestination", _event_destination),
    ("AWS::S3::Bucket", _bucket),
    ("AWS::DynamoDB::Table", _table),
)
