"""Notify's Lambda: receipts, refusals and later messages that are due, from its queue."""

from datetime import UTC, datetime
from functools import cache

import boto3

from functions.notify.acknowledge import Notify, acknowledge
from functions.notify.counting import Limits
from functions.notify.deliver import Deliveries, deliver
from functions.notify.measuring import measure
from functions.notify.paper.paperwork import Paperwork
from functions.notify.writing import Letterhead
from shared.aws.buckets import S3RawStore
from shared.aws.papers import S3Papers
from shared.aws.patience import PATIENCE, SENDING
from shared.aws.post import SesPost
from shared.aws.queues import SqsQueue
from shared.aws.register import dynamo_register
from shared.aws.signer import KmsSigner
from shared.directory import checklists, offices, processes
from shared.directory import deliveries as wishes
from shared.model.messages import DUE, ReceiptDue
from shared.settings import Settings
from shared.station import station
from shared.telemetry import logger

log = logger("notify")
_LOGGED = {"arrival_id", "submission_id", "event", "sending", "reason", "without_paper"}


class NotifySettings(Settings):
    """What the deployment tells notify."""

    register_table: str
    receipt_from: str
    receipt_configuration: str
    most_answers_per_hour: int
    most_answers_per_day: int
    receipt_key: str
    check_page: str
    letters_bucket: str
    desk_page: str
    feedback_queue_url: str


@cache
def wiring() -> Notify:
    """Notify's neighbours, made at the first receipt."""
    settings = NotifySettings.from_env()
    table = boto3.resource("dynamodb", config=PATIENCE).Table(settings.register_table)
    limits = Limits(settings.most_answers_per_hour, settings.most_answers_per_day)
    return Notify(
        register=dynamo_register(table),
        post=SesPost(
            boto3.client("sesv2", config=SENDING),
            settings.receipt_from,
            settings.receipt_configuration,
        ),
        feedback=SqsQueue(boto3.client("sqs", config=PATIENCE), settings.feedback_queue_url),
        letterhead=Letterhead(
            settings.receipt_from, offices.load, processes.load, checklists.load, limits
        ),
        our_mailboxes=offices.load().mailboxes,
        paperwork=Paperwork(
            KmsSigner(boto3.client("kms", config=PATIENCE), settings.receipt_key),
            settings.check_page,
            papers=S3Papers(boto3.client("s3", config=PATIENCE), settings.letters_bucket),
        ),
        now=lambda: datetime.now(UTC),
    )


@cache
def deliveries() -> Deliveries:
    """The neighbours of deliveries to offices."""
    notify = wiring()
    return Deliveries(
        register=notify.register,
        raw=S3RawStore(boto3.client("s3", config=PATIENCE)),
        post=notify.post,
        letterhead=notify.letterhead,
        wishes=wishes.load(),
        desk_page=NotifySettings.from_env().desk_page,
        now=notify.now,
    )


def acknowledge_one(body: str) -> None:
    """Acknowledge one letter, tell the offices that want it, and say so in the log by ids."""
    due = DUE.validate_json(body)
    receipt = acknowledge(due, wiring())
    say = log.warning if receipt.without_paper else log.info
    say("sender_told", extra=receipt.model_dump(mode="json", include=_LOGGED))
    measure(receipt)
    if isinstance(due, ReceiptDue):
        for told in deliver(due, deliveries()):
            log.info("office_told", extra=told.model_dump(mode="json", include=_LOGGED))


lambda_handler = station(log, acknowledge_one, lambda: wiring().register.failures)
