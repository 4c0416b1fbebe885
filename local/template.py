"""template.yaml as plain CloudFormation, and what the town makes of each resource type."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import boto3
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

Json = dict[str, Any]
Resources = Mapping[str, tuple[str, Json]]
"""Logical id to type and resolved properties."""

NO_CODE = "s3://town/nothing.zip"
"""The translator wants code in S3; the workers run the project's own files."""

MADE = frozenset(
    {
        "AWS::Cognito::UserPool",
        "AWS::Cognito::UserPoolClient",
        "AWS::Cognito::UserPoolDomain",
        "AWS::Cognito::UserPoolGroup",
        "AWS::Cognito::UserPoolResourceServer",
        "AWS::DynamoDB::Table",
        "AWS::IAM::ManagedPolicy",
        "AWS::IAM::Policy",
        "AWS::IAM::Role",
        "AWS::KMS::Alias",
        "AWS::KMS::Key",
        "AWS::Lambda::Function",
        "AWS::Lambda::Permission",
        "AWS::Logs::LogGroup",
        "AWS::S3::Bucket",
        "AWS::SNS::Topic",
        "AWS::SQS::Queue",
    }
)
"""moto's CloudFormation makes these; the user pools' five with the help of local.pools."""

FILLED_IN = frozenset(
    {
        "AWS::ApiGatewayV2::Api",
        "AWS::ApiGatewayV2::Authorizer",
        "AWS::ApiGatewayV2::Integration",
        "AWS::ApiGatewayV2::Route",
        "AWS::ApiGatewayV2::Stage",
        "AWS::Lambda::EventSourceMapping",
        "AWS::S3::BucketPolicy",
        "AWS::SES::ConfigurationSet",
        "AWS::SES::ConfigurationSetEventDestination",
        "AWS::SES::EmailIdentity",
        "AWS::SES::ReceiptRule",
        "AWS::SES::ReceiptRuleSet",
        "AWS::SNS::Subscription",
        "AWS::SNS::TopicPolicy",
        "AWS::SQS::QueuePolicy",
    }
)
"""moto's CloudFormation skips these; the town does them itself (local.filling, the SMTP
listener, the pump, the front). An event source mapping in moto would start moto's own
Docker lambda."""

SKIPPED = {
    "AWS::CloudFront::Distribution": "local.front stands before the API itself",
    "AWS::CloudFront::Function": "local.front turns the cookie into the gate's header",
    "AWS::CloudWatch::Dashboard": "nobody watches a laptop",
    "AWS::CloudWatch::Alarm": "nobody watches a laptop; the dead-letter queues can be read",
    "AWS::CodeDeploy::Application": "the workers run what lies in the project, at once",
    "AWS::CodeDeploy::DeploymentGroup": "the same",
    "AWS::GuardDuty::MalwareProtectionPlan": "the town asks for no scan of uploads (local.plan)",
    "AWS::Lambda::Alias": "stands for its function",
    "AWS::Lambda::Version": "the same",
    "AWS::Scheduler::Schedule": "`saraban reconcile` and `saraban remind` do its work",
    "AWS::Lambda::LayerVersion": "the workers read shared/ from the project itself",
}
"""What the town leaves out, and why."""

NAMED_BY = {
    "AWS::Lambda::Alias": "FunctionName",
    "AWS::SES::ConfigurationSet": "Name",
    "AWS::SES::EmailIdentity": "EmailIdentity",
    "AWS::SES::ReceiptRuleSet": "RuleSetName",
}
"""For a type that moto does not make: the property that a reference to it stands for."""


class NotPlayed(Exception):  # noqa: N818 - it says what happened
    """The template has a resource type that the town neither makes nor knows to leave out."""


def load(path: Path) -> Json:
    """The template as written. Raises FileNotFoundError."""
    written: Json = yaml_parse(path.read_text(encoding="utf-8"))
    return written


def of_kind(resources: Resources, kind: str) -> list[Json]:
    """The properties of all resources of a type."""
    return [properties for of, properties in resources.values() if of == kind]


def translate(sam: Json, parameters: Mapping[str, str], session: boto3.Session) -> Json:
    """SAM resources turned into CloudFormation's, all references still in place."""
    for resource in sam["Resources"].values():
        properties = resource.get("Properties", {})
        for name in ("CodeUri", "ContentUri"):
            if name in properties:
                properties[name] = NO_CODE
    # It warns of switches of its own service, which nobody at a laptop can turn.
    logging.getLogger("samtranslator.feature_toggle").setLevel(logging.ERROR)
    # {}: the roles use no managed policies of AWS's own, so none needs looking up.
    translator = Translator({}, Parser(), boto_session=session)
    plain: Json = translator.translate(sam, dict(parameters))
    check(plain)
    return plain


def check(plain: Json) -> None:
    """Raises NotPlayed for a type that no list above knows."""
    known = MADE | FILLED_IN | SKIPPED.keys()
    strange = {r["Type"] for r in plain["Resources"].values()} - known
    if strange:
        raise NotPlayed(", ".join(sorted(strange)))
    for name, resource in plain["Resources"].items():
        if "ManagedPolicyArns" in resource.get("Properties", {}):
            raise NotPlayed(f"{name}: moto's CloudFormation ignores ManagedPolicyArns")
