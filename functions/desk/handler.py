"""The desk's Lambda behind an HTTP API: pages for the offices' people."""

from datetime import UTC, datetime
from functools import cache
from typing import Any

import boto3
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.logging import correlation_paths
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.desk.acting import Desk
from functions.desk.answering import page, session_cookie, to
from functions.desk.asking import Request
from functions.desk.operating import Operations
from functions.desk.routes.areas import areas
from functions.desk.routes.audit import audit
from functions.desk.routes.books import books
from functions.desk.routes.files import files
from functions.desk.routes.front import front
from functions.desk.routes.letter import letter
from functions.desk.routes.operations import operate
from functions.desk.routes.overview import overviews
from functions.desk.routes.quarantine import quarantine
from functions.desk.routes.queue import queue
from functions.desk.routes.receipts import receipts
from functions.desk.routes.telephone import telephone
from functions.desk.routes.triage import triage
from functions.desk.routes.unread import unread
from functions.desk.troubles import QUEUES
from shared.aws.buckets import S3LetterStore
from shared.aws.dead_letters import Lane, SqsDeadLetters
from shared.aws.patience import PATIENCE
from shared.aws.queues import SqsQueue
from shared.aws.register import dynamo_register
from shared.aws.sign_in import CognitoSignIn
from shared.directory import offices, processes
from shared.errors import NotSignedIn
from shared.settings import Settings
from shared.site.routing import answer_refusals
from shared.telemetry import logger

log = logger("desk")
ROOMS = (
    queue,
    letter,
    receipts,
    files,
    telephone,
    books,
    triage,
    quarantine,
    overviews,
    audit,
    unread,
    areas,
)
"""What stands at a desk; each makes its routes."""


class DeskSettings(Settings):
    """What the deployment tells the desk."""

    letters_bucket: str
    register_table: str
    search_table: str
    notify_queue_url: str
    mail_queue_url: str
    upload_queue_url: str
    router_queue_url: str
    feedback_queue_url: str
    mail_dead_letters_url: str
    upload_dead_letters_url: str
    router_dead_letters_url: str
    notify_dead_letters_url: str
    feedback_dead_letters_url: str
    user_pool: str
    user_pool_client: str


@cache
def wiring() -> APIGatewayHttpResolver:
    """The desk's routes and neighbours, made at the first request."""
    settings = DeskSettings.from_env()
    dynamodb = boto3.resource("dynamodb", config=PATIENCE)
    search = dynamodb.Table(settings.search_table)
    sqs = boto3.client("sqs", config=PATIENCE)
    desk = Desk(
        register=dynamo_register(dynamodb.Table(settings.register_table), search),
        letters=S3LetterStore(boto3.client("s3", config=PATIENCE), settings.letters_bucket),
        notify=SqsQueue(sqs, settings.notify_queue_url),
        intake=SqsQueue(sqs, settings.mail_queue_url),
        directory=offices.load,
        processes=processes.load,
        now=lambda: datetime.now(UTC),
    )
    cognito = boto3.client("cognito-idp", config=PATIENCE)
    app = APIGatewayHttpResolver()
    sign_in = CognitoSignIn(cognito, settings.user_pool, settings.user_pool_client)
    app.include_router(front(sign_in))
    dead = SqsDeadLetters(sqs, {name: _lane(settings, name) for name in QUEUES})
    app.include_router(operate(Operations(desk, dead)))
    for routes in ROOMS:
        app.include_router(routes(desk))
    _answer_for(app)
    return app


def _lane(settings: DeskSettings, name: str) -> Lane:
    told = settings.model_dump()
    return Lane(told[f"{name}_queue_url"], told[f"{name}_dead_letters_url"])


def _answer_for(app: APIGatewayHttpResolver) -> None:
    """What becomes of a request that is refused, or breaks."""

    def say(status: int, name: str) -> Response[str]:
        request = Request(app.current_event)
        return page("message", status, w=request.writing, name=name, path="/")

    def ask_to_sign_in(_: Exception) -> Response[str]:
        return to("/sign-in", session_cookie("", 0))

    answer_refusals(app, log, say, {})
    app.exception_handler(NotSignedIn)(ask_to_sign_in)


@log.inject_lambda_context(correlation_id_path=correlation_paths.API_GATEWAY_HTTP)
def lambda_handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answer one request."""
    return wiring().resolve(event, context)
