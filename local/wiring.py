"""May each service hand on what it should? The policies that lie at queues, topics, buckets.

AWS refuses, or silently drops, what these policies do not allow; moto does not look. So the
town looks once, when the stack stands, at every hand-over that the template draws.
"""

from collections.abc import Iterator
from itertools import chain

from local.blueprint import ReceiptRule, Stack
from local.permissions import Need, Policy, allowed
from local.template import Json, Resources, of_kind


class NotAllowed(Exception):  # noqa: N818 - it says what happened
    """A service may not do what the template wants of it."""


def check(stack: Stack, resources: Resources) -> None:
    """Raises NotAllowed with the first hand-over that AWS would refuse."""
    policies = _policies(stack, resources)
    for need in _hand_overs(stack, resources):
        place = need.resources[0].partition("/")[0]
        if not allowed(policies.get(place, []), need):
            raise NotAllowed(f"{need.principal} may not {need.action} at {need.resources[0]}")


def _policies(stack: Stack, resources: Resources) -> dict[str, list[Policy]]:
    """By the ARN of the queue, topic or bucket that they lie at."""
    found: dict[str, list[Policy]] = {}
    for properties in of_kind(resources, "AWS::SQS::QueuePolicy"):
        for url in properties["Queues"]:
            arn = f"arn:aws:sqs:{stack.region}:{stack.account}:{url.rpartition('/')[2]}"
            found.setdefault(arn, []).append(properties["PolicyDocument"])
    for properties in of_kind(resources, "AWS::SNS::TopicPolicy"):
        for topic in properties["Topics"]:
            found.setdefault(topic, []).append(properties["PolicyDocument"])
    for properties in of_kind(resources, "AWS::S3::BucketPolicy"):
        arn = f"arn:aws:s3:::{properties['Bucket']}"
        found.setdefault(arn, []).append(properties["PolicyDocument"])
    return found


def _hand_overs(stack: Stack, resources: Resources) -> Iterator[Need]:
    subscribed = of_kind(resources, "AWS::SNS::Subscription")
    buckets = of_kind(resources, "AWS::S3::Bucket")
    told = of_kind(resources, "AWS::SES::ConfigurationSetEventDestination")
    yield from chain.from_iterable(map(_subscription, subscribed))
    yield from chain.from_iterable(_notifications(bucket, stack.account) for bucket in buckets)
    yield from chain.from_iterable(_receipt(rule, stack) for rule in stack.rules)
    yield from chain.from_iterable(_events(destination, stack) for destination in told)


def _subscription(properties: Json) -> Iterator[Need]:
    """SNS fills the queue of a subscription."""
    if properties["Protocol"] == "sqs":
        yield _need("sns", "sqs:SendMessage", properties["Endpoint"], properties["TopicArn"])


def _notifications(bucket: Json, account: str) -> Iterator[Need]:
    """S3 fills the queues of a bucket's notifications."""
    source = f"arn:aws:s3:::{bucket['BucketName']}"
    told = bucket.get("NotificationConfiguration", {}).get("QueueConfigurations", [])
    for queue in told:
        yield _need("s3", "sqs:SendMessage", queue["Queue"], source, account)


def _receipt(rule: ReceiptRule, stack: Stack) -> Iterator[Need]:
    """SES stores a mail and announces it."""
    source = (
        f"arn:aws:ses:{stack.region}:{stack.account}:"
        f"receipt-rule-set/{rule.rule_set}:receipt-rule/{rule.name}"
    )
    place = f"arn:aws:s3:::{rule.bucket}/{rule.prefix}message"
    yield _need("ses", "s3:PutObject", place, source, stack.account)
    yield _need("ses", "sns:Publish", rule.topic, source, stack.account)


def _events(properties: Json, stack: Stack) -> Iterator[Need]:
    """SES tells what came back of the mail sent with a configuration set."""
    source = (
        f"arn:aws:ses:{stack.region}:{stack.account}:"
        f"configuration-set/{properties['ConfigurationSetName']}"
    )
    topic = properties["EventDestination"]["SnsDestination"]["TopicARN"]
    yield _need("ses", "sns:Publish", topic, source, stack.account)


def _need(service: str, action: str, resource: str, source: str, account: str = "") -> Need:
    return Need(
        action=action,
        resources=(resource,),
        principal=f"{service}.amazonaws.com",
        context=(
            ("aws:SourceArn", source),
            ("aws:SourceAccount", account),
            ("aws:SecureTransport", "true"),
            ("aws:PrincipalIsAWSService", "true"),
        ),
    )
