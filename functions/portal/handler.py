"""The portal's Lambda behind an HTTP API: pages for citizens and agencies."""

from functools import cache
from secrets import token_hex
from typing import Any

import boto3
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.logging import correlation_paths
from aws_lambda_powertools.utilities.typing import LambdaContext

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
from shared.aws.patience import BY_NAME, PATIENCE
from shared.errors import FormTooLarge, TooOften
from shared.site.opening import ReceptionSettings, opened
from shared.site.routing import answer_refusals
from shared.telemetry import logger

log = logger("portal")


@cache
def wiring() -> APIGatewayHttpResolver:
    """The portal's routes and neighbours, made at the first request."""
    counter = opened(
        Counter,
        ReceptionSettings.from_env(),
        boto3.resource("dynamodb", config=PATIENCE),
        boto3.client("s3", config=BY_NAME),
        boto3.client("kms", config=PATIENCE),
        draw_folder=lambda: token_hex(16),
    )
    app = APIGatewayHttpResolver()
    app.include_router(front())
    for routes in (check, status, send, sent, directory):
        app.include_router(routes(counter))
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
