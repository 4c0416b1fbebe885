"""The API's Lambda behind an HTTP API: agencies send letters and see how they stand."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import boto3
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver
from aws_lambda_powertools.logging import correlation_paths
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.api.app import answer, application
from functions.api.window import Window
from shared.aws.patience import BY_NAME, PATIENCE
from shared.site.opening import ReceptionSettings, opened
from shared.telemetry import logger

log = logger("api")


@cache
def wiring() -> APIGatewayHttpResolver:
    """The API's routes and neighbours, made at the first request."""
    window = opened(
        Window,
        ReceptionSettings.from_env(),
        boto3.resource("dynamodb", config=PATIENCE),
        boto3.client("s3", config=BY_NAME),
        boto3.client("kms", config=PATIENCE),
    )
    return application(window, log)


@log.inject_lambda_context(correlation_id_path=correlation_paths.API_GATEWAY_HTTP)
def lambda_handler(event: dict[str, Any], context: LambdaContext) -> Mapping[str, Any]:
    """Answer one request."""
    return answer(wiring(), event, context)
