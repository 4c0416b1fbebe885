"""Presigned posts on the pretend account: moto asks every one of them for a signed header.

A browser's form has none; its policy is signed instead. Here that policy is checked as S3
checks it, and the permissions of whoever signed it.

Source: S3 User Guide and API reference, "Browser-based uploads using POST (AWS Signature
Version 4)".
"""

import hmac
import json
from base64 import b64decode
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any
from unittest.mock import patch

from moto.iam.access_control import CreateAccessKeyFailure, create_access_key
from moto.s3.responses import S3Response

from local.enforcement import permitted
from local.needs import Request

DENIED = "<Error><Code>AccessDenied</Code><Message>{why}</Message></Error>"
FREE = frozenset({"file", "policy", "x-amz-signature", "bucket"})
"""Fields that a policy need not name."""


def install() -> None:
    """Let forms with a good policy through, and no others."""
    put = S3Response._bucket_response_post  # noqa: SLF001

    def post(answer: Any, request: Any, bucket: str) -> Any:
        fields = {str(name).lower(): str(value) for name, value in request.form.items()}
        if "policy" not in fields:
            return put(answer, request, bucket)
        why = refusal(fields, len(answer.body), bucket, answer.current_account, datetime.now(UTC))
        if why:
            return 403, {}, DENIED.format(why=why)
        answer._authenticate_and_authorize_s3_action = lambda **_: None  # noqa: SLF001
        return put(answer, request, bucket)

    def ask_first(answer: Any, headers: Any, bucket: str) -> Any:
        """A browser asks, unsigned, whether it may post from another site."""
        answer._set_cors_headers_options(headers, answer.backend.head_bucket(bucket))  # noqa: SLF001
        return 200, answer.response_headers, ""

    patch.object(S3Response, "_bucket_response_post", post).start()
    patch.object(S3Response, "_response_options", ask_first).start()


def refusal(
    fields: Mapping[str, str], size: int, bucket: str, account: str, now: datetime
) -> str | None:
    """Why a form may not put its file there; None when it may."""
    headers = {"X-Amz-Security-Token": fields.get("x-amz-security-token", "")}
    given = {name: value for name, value in headers.items() if value}
    name, *scope = fields.get("x-amz-credential", "").split("/")
    try:
        key = create_access_key(account, "aws", name, given)
    except CreateAccessKeyFailure:
        return "InvalidAccessKeyId"
    secret = str(key.create_credentials().secret_key)
    if not hmac.compare_digest(
        signature(secret, scope, fields["policy"]), fields["x-amz-signature"]
    ):
        return "SignatureDoesNotMatch"
    policy = json.loads(b64decode(fields["policy"]))
    if datetime.fromisoformat(policy["expiration"]) < now:
        return "Policy expired"
    if not holds(policy["conditions"], {**fields, "bucket": bucket}, size):
        return "Policy condition failed"
    asked = Request(
        service="s3",
        operation="PutObject",
        resource=f"arn:aws:s3:::{bucket}/{fields['key']}",
        path="/",
        body=b"",
        region=scope[1],
        account=account,
    )
    return None if permitted(key, asked) else "AccessDenied"


def signature(secret: str, scope: list[str], policy: str) -> str:
    """Of a policy as it was sent, by Signature Version 4."""
    key = f"AWS4{secret}".encode()
    for part in scope:
        key = hmac.new(key, part.encode(), sha256).digest()
    return hmac.new(key, policy.encode(), sha256).hexdigest()


def holds(conditions: list[Any], fields: Mapping[str, str], size: int) -> bool:
    """Whether every condition holds, and every field is named by one."""
    named: set[str] = set()
    for condition in conditions:
        if isinstance(condition, dict):
            ((field, value),) = condition.items()
            good = fields.get(field.lower()) == value
        elif condition[0] == "content-length-range":
            field, good = "", condition[1] <= size <= condition[2]
        else:
            how, field, value = condition[0], condition[1].removeprefix("$"), condition[2]
            found = fields.get(field.lower(), "")
            good = found == value if how == "eq" else found.startswith(value)
        if not good:
            return False
        named.add(field.lower())
    return set(fields) <= named | FREE
