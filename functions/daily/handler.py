"""The daily look's Lambda: EventBridge Scheduler says which of the two works is due."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import boto3
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.daily.differences import Difference
from functions.daily.overdue import note_overdue
from functions.daily.owed import Owing, pay
from functions.daily.reconcile import Books, days_back, reconcile
from functions.daily.remind import Reminding, remind
from shared.aws.buckets import S3RawStore
from shared.aws.patience import PATIENCE
from shared.aws.queues import SqsQueue
from shared.aws.register import dynamo_register
from shared.directory import offices
from shared.errors import DailyWorkFailed
from shared.model.arrival import Channel
from shared.model.fact import OfficeCode
from shared.model.figures import Look
from shared.settings import Settings
from shared.station import failing
from shared.telemetry import count, logger

log = logger("daily")
MOST_NAMED = 100
"""Differences that the log names one by one; ``saraban reconcile`` lists all."""


class DailySettings(Settings):
    """What the deployment tells the daily look."""

    mail_bucket: str
    upload_bucket: str
    register_table: str
    notify_queue_url: str
    reconcile_days: int
    settled_minutes: int
    reminder_days: int


@cache
def settings() -> DailySettings:
    """Read at the first run."""
    return DailySettings.from_env()


@cache
def books() -> Books:
    """What is reconciled."""
    mail, upload = settings().mail_bucket, settings().upload_bucket
    return Books(
        raw=S3RawStore(boto3.client("s3", config=PATIENCE)),
        register=dynamo_register(
            boto3.resource("dynamodb", config=PATIENCE).Table(settings().register_table)
        ),
        buckets={Channel.MAIL: mail, Channel.UPLOAD: upload, Channel.DROP: upload},
    )


def reconcile_now() -> None:
    """Compare, count, and name what differs by ids alone. It changes no letter."""
    now = datetime.now(UTC)
    settled = now - timedelta(minutes=settings().settled_minutes)
    found = reconcile(days_back(now, settings().reconcile_days), settled, books())
    for one in found.differences[:MOST_NAMED]:
        log.warning("difference", extra=_ids(one))
    log.info("reconciled", extra={"objects": found.objects, "ended": dict(found.ended)})
    differences = len(found.differences)
    count("Differences", differences, service="daily")
    count("ObjectsCompared", found.objects, service="daily")
    register = books().register
    log.info("overdue", extra={"letters": note_overdue(now, _offices(), register)})
    register.looks.note(Look(at=now, objects=found.objects, differences=differences))


def remind_now() -> None:
    """Have senders told what the desk still owes them, and reminded; note whose day is past."""
    now = datetime.now(UTC)
    notify = SqsQueue(boto3.client("sqs", config=PATIENCE), settings().notify_queue_url)
    settled = now - timedelta(minutes=settings().settled_minutes)
    owing = Owing(register=books().register, notify=notify, settled=settled)
    log.info("owed", extra={"messages": pay(days_back(now, settings().reconcile_days), owing)})
    reminding = Reminding(
        register=books().register,
        notify=notify,
        offices=_offices(),
        days=settings().reminder_days,
    )
    log.info("reminded", extra=remind(now, reminding).model_dump())


WORKS: Mapping[str, Callable[[], None]] = {"reconcile": reconcile_now, "remind": remind_now}


@log.inject_lambda_context
def lambda_handler(event: dict[str, Any], _context: LambdaContext) -> None:
    """Do the work that the schedule names. Raises DailyWorkFailed: Lambda tries again, twice."""
    work = str(event.get("work"))
    try:
        WORKS[work]()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told by its place
        # Lambda prints what it is given, and an exception's text may quote a letter.
        log.error(  # noqa: TRY400 - its text stays out of the log too
            "daily_work_failed", extra={"work": work, **failing(error)}
        )
        raise DailyWorkFailed from None


def _offices() -> tuple[OfficeCode, ...]:
    return tuple(office.code for office in offices.load().offices)


def _ids(one: Difference) -> dict[str, object]:
    return {
        "kind": one.kind,
        "arrival_id": one.arrival.id,
        "channel": one.arrival.channel,
        "submission_id": one.submission_id,
    }
