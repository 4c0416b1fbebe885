"""The router's Lambda: letters that intake has read, from its queue."""

import secrets
from datetime import UTC, date, datetime
from functools import cache, partial

import boto3

from functions.router.dispatch import Router, dispatch
from functions.router.remembered import Remembering
from shared.aws.buckets import S3LetterStore
from shared.aws.patience import PATIENCE
from shared.aws.queues import SqsQueue
from shared.aws.register import dynamo_register
from shared.directory import offices, processes
from shared.model.messages import TakenIn
from shared.model.reference import new_reference
from shared.office_hours import deemed_received, working_days_after
from shared.settings import Settings
from shared.station import station
from shared.telemetry import count, logger

log = logger("router")


class RouterSettings(Settings):
    """What the deployment tells the router."""

    letters_bucket: str
    register_table: str
    search_table: str
    notify_queue_url: str
    desk_target_days: int


@cache
def wiring() -> Router:
    """The router's neighbours, made at the first letter."""
    settings = RouterSettings.from_env()
    dynamodb = boto3.resource("dynamodb", config=PATIENCE)
    search = dynamodb.Table(settings.search_table)
    register = dynamo_register(dynamodb.Table(settings.register_table), search)
    return Router(
        letters=S3LetterStore(boto3.client("s3", config=PATIENCE), settings.letters_bucket),
        register=register,
        notify=SqsQueue(boto3.client("sqs", config=PATIENCE), settings.notify_queue_url),
        directory=offices.load,
        processes=processes.load,
        now=lambda: datetime.now(UTC),
        draw_reference=partial(new_reference, secrets.choice),
        due_on=partial(_due_on, target_days=settings.desk_target_days),
        remembered=Remembering(register.jurisdictions),
    )


def _due_on(received_at: datetime, target_days: int) -> date:
    return working_days_after(deemed_received(received_at).date(), target_days)


def dispatch_one(body: str) -> None:
    """Dispatch one letter and say so in the log, by ids alone."""
    filed = dispatch(TakenIn.model_validate_json(body), wiring())
    log.info("letter_dispatched", extra=filed.model_dump(mode="json"))
    count("Letters", service="router", outcome=filed.outcome)


lambda_handler = station(log, dispatch_one, lambda: wiring().register.failures)
