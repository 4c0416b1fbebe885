"""Which permissions the functions use: every call of theirs, as IAM would see it."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

import boto3

from local.needs import Request, needs
from tests.structure.template import many, referred, resources, statements


class Grant(NamedTuple):
    """A function may, or did, do this with that resource of template.yaml."""

    function: str
    action: str
    resource: str


_GIVEN = "given"
OWN_NAMES = {
    "ListObjectsV2": "ListBucket",
    "ListObjectVersions": "ListBucketVersions",
    "HeadObject": "GetObject",
}
"""Operations whose permission has another name (Service Authorization Reference)."""


@dataclass
class Recorder:
    """Listens to every call of boto3; ``during`` says whose it is. ``names`` are of the stories'
    resources and lead to those of the template."""

    names: dict[str, str]
    grants: set[Grant] = field(default_factory=set)
    _who: str = ""

    @contextmanager
    def during(self, function: str) -> Iterator[None]:
        before, self._who = self._who, function
        yield
        self._who = before

    def listen(self) -> None:
        """To all clients that are made from now on."""
        session = boto3.Session()
        session.events.register("before-parameter-build", _remember)
        session.events.register("before-call", self._heard)
        boto3.DEFAULT_SESSION = session

    def _heard(self, model: Any, context: dict[str, Any], **_: Any) -> None:
        service = model.service_model.service_name.removesuffix("v2")
        for action, place in _asked(service, model.name, context[_GIVEN]):
            name, slash, below = place.partition("/")
            known = self.names.get(name, name)
            if self._who:
                self.grants.add(Grant(self._who, action, f"{known}{slash}{below}"))


def _remember(params: dict[str, Any], context: dict[str, Any], **_: Any) -> None:
    """What is asked, before it is made bytes. Not every such request is sent: see tickets."""
    context[_GIVEN] = params


def _asked(service: str, operation: str, params: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if service == "s3":
        below = f"/{params['Key']}" if "Key" in params else ""
        yield f"s3:{OWN_NAMES.get(operation, operation)}", f"{params['Bucket']}{below}"
    elif service == "sqs":
        # A batch has the permission of the single action (SQS API reference).
        yield f"sqs:{operation.removesuffix('Batch')}", params["QueueUrl"].rpartition("/")[2]
    else:
        request = Request(
            service=service,
            operation=operation,
            resource="*",
            path="/",
            body=json.dumps(params, default=str).encode(),
            region="",
            account="",
        )
        for need in needs(request):
            # table/name, key/id, userpool/id, identity/name: the kind goes without saying.
            yield need.action, need.resources[-1].rpartition(":")[2].partition("/")[2]


def allowed() -> set[Grant]:
    """Everything that the roles of template.yaml allow, action by action."""
    roles = resources("AWS::IAM::Role")
    return {
        Grant(name.removesuffix("Function"), action, resource)
        for name, function in resources("AWS::Serverless::Function").items()
        for policy in roles[referred(function["Role"])]["Policies"]
        for statement in statements(policy)
        for action in many(statement["Action"])
        for resource in map(_named, many(statement["Resource"]))
    }


def covers(grant: Grant, done: Grant) -> bool:
    """Whether what was done is what is allowed; ``*`` in a policy stands for anything."""
    same = grant.function == done.function and grant.action == done.action
    return same and fnmatchcase(done.resource, grant.resource)


def _named(resource: Any) -> str:
    """The resource of the template that a policy names, and what lies below it."""
    if isinstance(resource, str):
        return resource
    if "Fn::Sub" in resource:
        text = re.sub(r"\$\{(\w+)\.Arn\}", r"\1", str(resource["Fn::Sub"]))
        text = re.sub(r"\$\{AWS::(Partition|Region|AccountId)\}", "here", text)
        return text.split(":", 5)[5] if text.startswith("arn:") else text
    return referred(resource)
