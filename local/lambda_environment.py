"""The environment of a worker: the template's variables and what the Lambda runtime sets."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from local.blueprint import Function

if TYPE_CHECKING:
    import boto3
    from mypy_boto3_sts.type_defs import CredentialsTypeDef


def credentials(session: "boto3.Session", function: Function) -> "CredentialsTypeDef":
    """Fresh credentials of the function's own role."""
    role = session.client("sts").assume_role(RoleArn=function.role, RoleSessionName=function.name)
    return role["Credentials"]


def environment(
    function: Function, keys: "CredentialsTypeDef", region: str, endpoint: str, root: Path
) -> Mapping[str, str]:
    """Everything the process will see; nothing of the operator's own environment."""
    return {
        **function.environment,
        **_lambda(function, keys, region, root),
        **_town(endpoint),
    }


def _lambda(
    function: Function, keys: "CredentialsTypeDef", region: str, root: Path
) -> dict[str, str]:
    """Source: "Defined runtime environment variables", AWS Lambda Developer Guide."""
    return {
        "_HANDLER": function.handler,
        "AWS_ACCESS_KEY_ID": keys["AccessKeyId"],
        "AWS_DEFAULT_REGION": region,
        "AWS_EXECUTION_ENV": f"AWS_Lambda_python{sys.version_info.major}.{sys.version_info.minor}",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(function.memory),
        "AWS_LAMBDA_FUNCTION_NAME": function.name,
        "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
        "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
        "AWS_LAMBDA_LOG_GROUP_NAME": f"/aws/lambda/{function.name}",
        "AWS_LAMBDA_LOG_STREAM_NAME": "town",
        "AWS_REGION": region,
        "AWS_SECRET_ACCESS_KEY": keys["SecretAccessKey"],
        "AWS_SESSION_TOKEN": keys["SessionToken"],
        "LAMBDA_TASK_ROOT": str(root),
        "LANG": "en_US.UTF-8",
        "TZ": ":UTC",
    }


def _town(endpoint: str) -> dict[str, str]:
    """What makes it local: the pretend account's address, and no way to the real one."""
    return {
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "PATH": os.defpath,
        "POWERTOOLS_TRACE_DISABLED": "true",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONUNBUFFERED": "1",
    }
