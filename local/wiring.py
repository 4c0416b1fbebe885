"""May each service hand on what it should? The policies that lie at queues, topics, buckets.

AWS refuses, or silently drops, what these policies do not allow; moto does not look. So the
town looks once, when the stack stands, at every hand-over that the template draws.
"""

from collections.abc import Iterator

from local.blueprint import ReceiptRule, Stack
from local.permissions import Need, Policy, allowed
from local.template import Json

Policies = dict[str, list[Policy]]
"""ARN of a queue, topic or bucket to the policies that lie there."""


class NotAllowed(Exception):  # noqa: N818 - it says what happened
    """A service may not do what the template wants of it."""


def check(needs: Iterator[Need], policies: Policies) -> None:
    """Raises NotAllowed with the first hand-over that AWS would refuse."""
    for need in needs:
        place = need.resources[0].partition("/")[0]
        if not allowed(policies.get(place, []), need):
            raise NotAllowed(f"{need.principal} may not {need.action} at {need.resources[0]}")


def subscription(properties: Json) -> Iterator[Need]:
    """SNS fills the queue of a subscription."""
    if properties["Protocol"] == "sqs":
        yield _need("sns", "sqs:SendMessage", properties["Endpoint"], properties["TopicArn"])


def notifications(bucket: Json, account: str) -> Iterator[Need]:
    """S3 fills the queues of a bucket's notifications."""
    source = f"arn:aws:s3:::{bucket['BucketName']}"
    told = bucket.get("NotificationConfiguration", {}).get("QueueConfigurations", [])
    for queue in told:
        yield _need("s3", "sqs:SendMessage", queue["Queue"], source, account)


def receipt(rule: ReceiptRule, stack: Stack) -> Iterator[Need]:
    """SES stores a mail and announces it."""
    source = (
        f"arn:aws:ses:{stack.region}:{stack.account}:"
        f"receipt-rule-set/{rule.rule_set}:receipt-rule/{rule.name}"
    )
    place = f"arn:aws:s3:::{rule.bucket}/{rule.prefix}message"
    yield _need("ses", "s3:PutObject", place, source, stack.account)
    yield _need("ses", "sns:Publish", rule.topic, source, stack.account)


def events(properties: Json, stack: Stack) -> Iterator[Need]:
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
