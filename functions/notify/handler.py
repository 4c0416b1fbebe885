"""Notify's Lambda: receipts and refusals that are due, from its queue."""

from datetime import UTC, datetime
from functools import cache

import boto3

from functions.notify.acknowledge import Notify, acknowledge
from functions.notify.writing import Letterhead
from shared.aws.post import SesPost
from shared.aws.register import dynamo_register
from shared.directory import offices, processes
from shared.model.messages import DUE
from shared.settings import Settings
from shared.station import station
from shared.telemetry import logger

log = logger("notify")


class NotifySettings(Settings):
    """What the deployment tells notify."""

    register_table: str
    receipt_from: str
    most_answers_per_day: int


@cache
def wiring() -> Notify:
    """Notify's neighbours, made at the first receipt."""
    settings = NotifySettings.from_env()
    table = boto3.resource("dynamodb").Table(settings.register_table)
    return Notify(
        register=dynamo_register(table),
        post=SesPost(boto3.client("sesv2"), settings.receipt_from),
        letterhead=Letterhead(settings.receipt_from, offices.load, processes.load),
        our_mailboxes=offices.load().mailboxes,
        most_answers=settings.most_answers_per_day,
        now=lambda: datetime.now(UTC),
    )


def acknowledge_one(body: str) -> None:
    """Acknowledge one letter and say so in the log, by ids alone."""
    receipt = acknowledge(DUE.validate_json(body), wiring())
    log.info(
        "sender_told",
        extra=receipt.model_dump(
            mode="json", include={"arrival_id", "submission_id", "sending", "reason"}
        ),
    )


lambda_handler = station(log, acknowledge_one)
