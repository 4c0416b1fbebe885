"""The API's Lambda behind an HTTP API: agencies send letters and see how they stand."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

import boto3
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver
from aws_lambda_powertools.logging import correlation_paths
from aws_lambda_powertools.utilities.typing import LambdaContext
from botocore.config import Config

from functions.api.app import answer, application
from functions.api.window import Window
from shared.aws.papers import S3Papers
from shared.aws.patience import PATIENCE
from shared.aws.public_key import public_pem
from shared.aws.register import dynamo_register
from shared.aws.uploads import S3Uploads
from shared.aws.visits import DynamoVisits
from shared.directory import offices, processes
from shared.sealing.checking import public_keys
from shared.settings import Settings
from shared.telemetry import logger

log = logger("api")

BY_NAME = PATIENCE.merge(Config(signature_version="s3v4", s3={"addressing_style": "virtual"}))
"""Tickets name the bucket's own host in its region; the global one would only redirect."""


class ApiSettings(Settings):
    """What the deployment tells the API."""

    register_table: str
    visits_table: str
    receipt_key: str
    upload_bucket: str
    letters_bucket: str


@cache
def wiring() -> APIGatewayHttpResolver:
    """The API's routes and neighbours, made at the first request."""
    settings = ApiSettings.from_env()
    dynamodb = boto3.resource("dynamodb", config=PATIENCE)
    keys = cache(
        lambda: public_keys(public_pem(boto3.client("kms", config=PATIENCE), settings.receipt_key))
    )
    window = Window(
        register=dynamo_register(dynamodb.Table(settings.register_table)),
        visits=DynamoVisits(dynamodb.Table(settings.visits_table)),
        folders=S3Uploads(boto3.client("s3", config=BY_NAME), settings.upload_bucket),
        papers=S3Papers(boto3.client("s3", config=PATIENCE), settings.letters_bucket),
        keys=keys,
        directory=offices.load,
        processes=processes.load,
        now=lambda: datetime.now(UTC),
    )
    return application(window, log)


@log.inject_lambda_context(correlation_id_path=correlation_paths.API_GATEWAY_HTTP)
def lambda_handler(event: dict[str, Any], context: LambdaContext) -> Mapping[str, Any]:
    """Answer one request."""
    return answer(wiring(), event, context)
