"""IAM on the pretend account: moto checks who signed, local.permissions what is allowed.

moto (5.2) checks signatures and looks up keys and policies, but compares a policy's
resources with ``*`` for most services, fails every condition, and asks for permissions
that AWS does not know (``dynamodb:TransactWriteItems``). So its last step is replaced:
the caller's own policies must allow, and those that lie at a bucket or queue must not
deny. Service control policies, boundaries and KMS key policies are not played; neither
is the KMS permission that S3, SQS and DynamoDB need behind the scenes.
"""

import json
import logging
from collections.abc import Iterator, Mapping
from typing import Any
from unittest.mock import patch

from moto.core.exceptions import JsonRESTError
from moto.iam.access_control import IAMRequestBase, PermissionResult
from moto.iam.models import Policy as StoredPolicy
from moto.s3.models import FakeBucket, s3_backends
from moto.sqs.models import sqs_backends

from local.needs import Request, needs
from local.permissions import Need, NotUnderstood, Policy, allowed, denied

TOWN = "town"
"""The IAM user that plays AWS's own services and the operator; only its own policy counts."""

log = logging.getLogger(__name__)


def install() -> None:
    """Replace moto's decisions. They count once ``/moto-api/reset-auth`` turns checks on."""
    patch.object(IAMRequestBase, "check_action_permitted", _check).start()
    patch.object(FakeBucket, "get_permission", _decided_already).start()


def _decided_already(*_: object) -> PermissionResult:
    """For moto's own reading of bucket policies, which takes every condition for a deny."""
    return PermissionResult.NEUTRAL


def _check(signed: IAMRequestBase, resource: str) -> None:
    service, _, operation = signed._action.partition(":")  # noqa: SLF001
    if signed._action == "sts:GetCallerIdentity":  # noqa: SLF001 - always allowed
        return
    request = Request(
        service=service,
        operation=operation,
        resource=resource,
        path=signed._path,  # noqa: SLF001
        body=_bytes(signed._body),  # noqa: SLF001
        region=signed._region,  # noqa: SLF001
        account=signed.account_id,
    )
    key = signed._access_key  # noqa: SLF001
    if not permitted(key, request):
        if request.body.startswith(b"{"):
            # moto answers XML here, which no client of a JSON service can read.
            raise JsonRESTError("AccessDeniedException", f"not authorized: {signed._action}")  # noqa: SLF001
        signed._raise_access_denied()  # noqa: SLF001


def permitted(key: Any, request: Request) -> bool:
    """Whether the policies of an access key of moto's allow a request."""
    return _permitted([_document(stored) for stored in key.collect_policies()], request, key.arn)


def _permitted(own: list[Policy], request: Request, who: str) -> bool:
    try:
        for need in needs(request):
            if not allowed(own, need) or _forbidden(request, need, who):
                log.warning("denied: %s may not %s on %s", who, need.action, need.resources)
                return False
    except NotUnderstood as error:
        log.warning("denied: a policy for %s is not understood: %s", who, error)
        return False
    return True


def _forbidden(request: Request, need: Need, who: str) -> bool:
    """Plain HTTP on 127.0.0.1 counts as TLS here."""
    if who.endswith(f":user/{TOWN}"):
        return False
    context = {
        **dict(need.context),
        "aws:SecureTransport": "true",
        "aws:PrincipalIsAWSService": "false",
    }
    asked = need.model_copy(update={"principal": who, "context": tuple(context.items())})
    return denied(_at_the_resource(request), asked)


def _at_the_resource(request: Request) -> Iterator[Policy]:
    name = request.resource.rpartition(":")[2].partition("/")[0]
    if request.service == "s3":
        bucket = s3_backends[request.account]["aws"].buckets.get(name)
        if bucket is not None and bucket.policy:
            yield json.loads(bucket.policy)
    elif request.service == "sqs":
        queue = sqs_backends[request.account][request.region].queues.get(name)
        if queue is not None and queue.policy:
            yield json.loads(queue.policy)


def _document(stored: Any) -> Policy:
    if isinstance(stored, StoredPolicy):
        stored = next(version.document for version in stored.versions if version.is_default)
    elif isinstance(stored, Mapping) and "policy_document" in stored:
        stored = stored["policy_document"]
    document = json.loads(stored) if isinstance(stored, str) else stored
    if not isinstance(document, Mapping):
        raise NotUnderstood(type(document).__name__)
    return document


def _bytes(body: Any) -> bytes:
    return body.encode() if isinstance(body, str) else bytes(body or b"")
