"""Which permissions a request to the pretend account needs, by AWS's rules.

Sources: the Service Authorization Reference of each service. moto names the operation;
IAM's actions differ where one operation needs several permissions (a DynamoDB transaction
needs its parts' permissions) or another name (a batch needs the single action's).
"""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from local.permissions import Need
from shared.model.fact import Fact


class Request(Fact):
    """A signed request as moto saw it. ``resource`` is what moto found, or ``*``."""

    service: str
    operation: str
    resource: str
    path: str
    body: bytes
    region: str
    account: str

    def arn(self, service: str, resource: str) -> str:
        """The ARN of something of this account, unless it is one already."""
        if resource.startswith("arn:"):
            return resource
        return f"arn:aws:{service}:{self.region}:{self.account}:{resource}"

    @property
    def fields(self) -> dict[str, Any]:
        """The JSON body."""
        found = json.loads(self.body or b"{}")
        return found if isinstance(found, dict) else {}


def needs(request: Request) -> tuple[Need, ...]:
    """Every permission the request needs; all must be allowed."""
    return tuple(_BY_SERVICE.get(request.service, _as_named)(request))


def _as_named(request: Request) -> Iterator[Need]:
    yield _plain(request, request.operation)


def _need(request: Request, action: str, *resources: str, **context: str) -> Need:
    return Need(
        action=f"{request.service}:{action}",
        resources=resources,
        context=tuple(context.items()),
    )


def _plain(request: Request, action: str) -> Need:
    return _need(request, action, request.resource)


def _s3(request: Request) -> Iterator[Need]:
    """HEAD on a bucket is ListBucket; a listing carries its prefix."""
    action = {"HeadBucket": "ListBucket"}.get(request.operation, request.operation)
    prefix = parse_qs(urlsplit(request.path).query).get("prefix", [""])[0]
    yield _need(request, action, request.resource, **{"s3:prefix": prefix})


def _sqs(request: Request) -> Iterator[Need]:
    yield _plain(request, request.operation.removesuffix("Batch"))


def _kms(request: Request) -> Iterator[Need]:
    key = str(request.fields.get("KeyId", "*"))
    place = key if key.startswith(("alias/", "arn:")) else f"key/{key}"
    said = {"kms:SigningAlgorithm": str(request.fields.get("SigningAlgorithm", ""))}
    context = {name: value for name, value in said.items() if value}
    yield _need(request, request.operation, request.arn("kms", place), **context)


def _sns(request: Request) -> Iterator[Need]:
    topic = parse_qs(request.body.decode()).get("TopicArn", ["*"])[0]
    yield _need(request, request.operation, topic)


def _dynamodb(request: Request) -> Iterator[Need]:
    for action, asked in _dynamodb_parts(request):
        table = request.arn("dynamodb", f"table/{asked.get('TableName', '*')}")
        index = asked.get("IndexName")
        yield _need(request, action, f"{table}/index/{index}" if index else table)


def _dynamodb_parts(request: Request) -> Iterator[tuple[str, dict[str, Any]]]:
    match request.operation:
        case "TransactWriteItems" | "TransactGetItems":
            for part in request.fields["TransactItems"]:
                for kind, asked in part.items():
                    yield _TRANSACTION[kind], asked
        case "BatchGetItem" | "BatchWriteItem" as operation:
            for table in request.fields["RequestItems"]:
                yield operation, {"TableName": table}
        case operation:
            yield operation, request.fields


_TRANSACTION = {
    "Put": "PutItem",
    "Update": "UpdateItem",
    "Delete": "DeleteItem",
    "ConditionCheck": "ConditionCheckItem",
    "Get": "GetItem",
}


def _cognito(request: Request) -> Iterator[Need]:
    pool = f"userpool/{request.fields.get('UserPoolId', '*')}"
    yield _need(request, request.operation, request.arn("cognito-idp", pool))


def _ses(request: Request) -> Iterator[Need]:
    """Raw content needs SendRawEmail, through API version 2 as well."""
    sender = str(request.fields.get("FromEmailAddress", ""))
    if request.operation != "SendEmail" or not sender:
        yield _plain(request, request.operation)
        return
    action = "SendRawEmail" if "Raw" in request.fields.get("Content", {}) else "SendEmail"
    address = sender.rpartition("<")[2].rstrip("> ")
    identities = (address, address.rpartition("@")[2])
    places = [request.arn("ses", f"identity/{name}") for name in identities]
    said = {"ses:FromAddress": address}
    yield _need(request, action, *places, **said)
    if name := request.fields.get("ConfigurationSetName"):
        yield _need(request, action, request.arn("ses", f"configuration-set/{name}"), **said)


_BY_SERVICE: Mapping[str, Callable[[Request], Iterator[Need]]] = {
    "cognito-idp": _cognito,
    "dynamodb": _dynamodb,
    "kms": _kms,
    "s3": _s3,
    "ses": _ses,
    "sns": _sns,
    "sqs": _sqs,
}
