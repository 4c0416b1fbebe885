"""The stack: template.yaml deployed into the pretend account."""

import json
from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from typing import Any

import boto3

from local import blueprint, pools, wiring
from local.doors import doors
from local.filling import fill_in
from local.split import for_moto, published, resolved
from local.template import Json, Resources, load, of_kind, translate

MOST_WORKERS = 1000
"""Concurrent invocations that Lambda lets an account have (quotas in Lambda)."""
CAPABILITIES: Any = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"]


def deploy(
    session: boto3.Session, template: Path, name: str, parameters: Mapping[str, str]
) -> blueprint.Stack:
    """Make the stack; parameters that the template does not have are left out.

    Raises NotPlayed for a resource type that the town does not know, NotAllowed when a
    policy stands in the way of what the template draws.
    """
    pools.install()
    sam = load(template)
    known = {key: parameters[key] for key in parameters if key in sam.get("Parameters", {})}
    plain = translate(sam, known, session)
    told, physical = _create(session, name, for_moto(plain), known)
    resources = _resources(plain, told, physical)
    account = session.client("sts").get_caller_identity()["Account"]
    stack = blueprint.Stack(
        name=name,
        region=session.region_name,
        account=account,
        outputs=published(told),
        functions=tuple(_function(key, p, session, account) for key, p in _functions(resources)),
        feeds=tuple(_feed(p) for p in of_kind(resources, "AWS::Lambda::EventSourceMapping")),
        rules=tuple(_rule(p) for p in of_kind(resources, "AWS::SES::ReceiptRule")),
        doors=doors(resources),
    )
    wiring.check(stack, resources)
    fill_in(session, resources)
    return stack


def _create(
    session: boto3.Session, name: str, template: Json, parameters: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """The stack's outputs, and each resource's physical id."""
    formation = session.client("cloudformation")
    formation.create_stack(
        StackName=name,
        TemplateBody=json.dumps(template),
        Parameters=[{"ParameterKey": k, "ParameterValue": v} for k, v in parameters.items()],
        Capabilities=CAPABILITIES,
    )
    outputs = formation.describe_stacks(StackName=name)["Stacks"][0].get("Outputs", [])
    pages = formation.get_paginator("list_stack_resources").paginate(StackName=name)
    made = chain.from_iterable(page["StackResourceSummaries"] for page in pages)
    return (
        {output["OutputKey"]: output["OutputValue"] for output in outputs},
        {r["LogicalResourceId"]: r["PhysicalResourceId"] for r in made},
    )


def _resources(plain: Json, told: Mapping[str, str], physical: Mapping[str, str]) -> Resources:
    types = {name: resource["Type"] for name, resource in plain["Resources"].items()}
    properties = resolved(told, types)
    for name in properties:
        if types[name] == "AWS::S3::Bucket":
            properties[name].setdefault("BucketName", physical[name])
        if types[name] == "AWS::Lambda::Function":
            properties[name].setdefault("FunctionName", physical[name])
    return {name: (types[name], found) for name, found in properties.items()}


def _functions(resources: Resources) -> list[tuple[str, Json]]:
    return [(name, p) for name, (kind, p) in resources.items() if kind == "AWS::Lambda::Function"]


def _function(
    logical_id: str, properties: Json, session: boto3.Session, account: str
) -> blueprint.Function:
    name = properties["FunctionName"]
    variables = properties.get("Environment", {}).get("Variables", {})
    return blueprint.Function(
        logical_id=logical_id,
        name=name,
        arn=f"arn:aws:lambda:{session.region_name}:{account}:function:{name}",
        handler=properties["Handler"],
        role=properties["Role"],
        timeout=int(properties.get("Timeout", 3)),
        memory=int(properties.get("MemorySize", 128)),
        environment={key: str(value) for key, value in variables.items()},
    )


def _feed(properties: Json) -> blueprint.Feed:
    scaling = properties.get("ScalingConfig", {})
    return blueprint.Feed(
        function=properties["FunctionName"],
        queue_arn=properties["EventSourceArn"],
        batch_size=int(properties.get("BatchSize", 10)),
        reports_failures="ReportBatchItemFailures" in properties.get("FunctionResponseTypes", []),
        most_workers=int(scaling.get("MaximumConcurrency", MOST_WORKERS)),
    )


def _rule(properties: Json) -> blueprint.ReceiptRule:
    rule = properties["Rule"]
    (action,) = rule["Actions"]
    stored = action["S3Action"]
    return blueprint.ReceiptRule(
        rule_set=properties["RuleSetName"],
        name=rule["Name"],
        recipients=tuple(recipient.lower() for recipient in rule["Recipients"]),
        bucket=stored["BucketName"],
        prefix=stored.get("ObjectKeyPrefix", ""),
        topic=stored["TopicArn"],
        scans=bool(rule.get("ScanEnabled", False)),
    )
