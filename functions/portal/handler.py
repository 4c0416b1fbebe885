"""The portal's Lambda behind an HTTP API: pages for citizens and agencies."""

from datetime import UTC, datetime
from functools import cache
from secrets import token_hex
from typing import Any

import boto3
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.logging import correlation_paths
from aws_lambda_powertools.utilities.typing import LambdaContext
from botocore.config import Config

from functions.portal.answering import page
from functions.portal.asking import Request
from functions.portal.counter import Counter
from functions.portal.frame import frame
from functions.portal.routes.check import check
from functions.portal.routes.directory import directory
from functions.portal.routes.front import front
from functions.portal.routes.send import send
from functions.portal.routes.sent import sent
from functions.portal.routes.status import status
from shared.aws.papers import S3Papers
from shared.aws.patience import PATIENCE
from shared.aws.public_key import public_pem
from shared.aws.register import dynamo_register
from shared.aws.uploads import S3Uploads
from shared.aws.visits import DynamoVisits
from shared.directory import offices, processes
from shared.errors import FormTooLarge, TooOften
from shared.sealing.checking import public_keys
from shared.settings import Settings
from shared.site.routing import answer_refusals
from shared.telemetry import logger

log = logger("portal")

BY_NAME = PATIENCE.merge(Config(signature_version="s3v4", s3={"addressing_style": "virtual"}))
"""Tickets name the bucket's own host in its region; the global one would only redirect."""


class PortalSettings(Settings):
    """What the deployment tells the portal."""

    register_table: str
    visits_table: str
    receipt_key: str
    upload_bucket: str
    letters_bucket: str


@cache
def wiring() -> APIGatewayHttpResolver:
    """The portal's routes and neighbours, made at the first request."""
    settings = PortalSettings.from_env()
    dynamodb = boto3.resource("dynamodb", config=PATIENCE)
    pem = public_pem(boto3.client("kms", config=PATIENCE), settings.receipt_key)
    keys = public_keys(pem)
    counter = Counter(
        register=dynamo_register(dynamodb.Table(settings.register_table)),
        visits=DynamoVisits(dynamodb.Table(settings.visits_table)),
        uploads=S3Uploads(boto3.client("s3", config=BY_NAME), settings.upload_bucket),
        papers=S3Papers(boto3.client("s3", config=PATIENCE), settings.letters_bucket),
        keys=lambda: keys,
        directory=offices.load,
        processes=processes.load,
        now=lambda: datetime.now(UTC),
        draw_folder=lambda: token_hex(16),
    )
    app = APIGatewayHttpResolver()
    pages = (status(counter), send(counter), sent(counter), directory(counter))
    for routes in (front(), check(counter, pem.decode()), *pages):
        app.include_router(routes)
    _answer_for(app)
    return app


def _answer_for(app: APIGatewayHttpResolver) -> None:
    """What becomes of a request that is refused, or breaks."""

    def say(status: int, name: str) -> Response[str]:
        return page("message", status, **frame(Request(app.current_event)), name=name)

    refused = {FormTooLarge: (413, "too_large"), TooOften: (429, "too_often")}
    answer_refusals(app, log, say, refused)


@log.inject_lambda_context(correlation_id_path=correlation_paths.API_GATEWAY_HTTP)
def lambda_handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answer one request."""
    return wiring().resolve(event, context)
