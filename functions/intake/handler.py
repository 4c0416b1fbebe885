"""Intake's Lambda: notices of mails and uploads, from their two queues."""

from datetime import UTC, datetime
from functools import cache

import boto3

from functions.intake.inside_apart import inside_apart
from functions.intake.notices import arrivals
from functions.intake.read_on import asked_further, read_on
from functions.intake.reading.apart import ReaderApart
from functions.intake.take_in import Intake, take_in
from shared.aws.buckets import S3LetterStore, S3RawStore
from shared.aws.patience import PATIENCE
from shared.aws.queues import SqsQueue
from shared.aws.register import dynamo_register
from shared.aws.scans import S3Scans
from shared.classification.enough import enough
from shared.directory import offices, processes
from shared.model.messages import ReadFurther
from shared.model.submission import ReadLetter
from shared.settings import Settings
from shared.station import station
from shared.telemetry import count, logger
from shared.thai.calendar import BANGKOK

log = logger("intake")


class IntakeSettings(Settings):
    """What the deployment tells intake."""

    letters_bucket: str
    mail_bucket: str
    upload_bucket: str
    register_table: str
    router_queue_url: str
    notify_queue_url: str
    feedback_queue_url: str
    mail_topic: str
    scan_uploads: bool


@cache
def wiring() -> Intake:
    """Intake's neighbours, made at the first notice."""
    settings = IntakeSettings.from_env()
    s3, sqs = boto3.client("s3", config=PATIENCE), boto3.client("sqs", config=PATIENCE)
    table = boto3.resource("dynamodb", config=PATIENCE).Table(settings.register_table)
    apart = ReaderApart()
    return Intake(
        raw=S3RawStore(s3),
        letters=S3LetterStore(s3, settings.letters_bucket),
        register=dynamo_register(table),
        router=SqsQueue(sqs, settings.router_queue_url),
        notify=SqsQueue(sqs, settings.notify_queue_url),
        feedback=SqsQueue(sqs, settings.feedback_queue_url),
        directory=offices.load(),
        buckets=frozenset({settings.mail_bucket, settings.upload_bucket}),
        read=apart,
        inside=inside_apart(apart),
        enough=_enough,
        scans=S3Scans(s3) if settings.scan_uploads else None,
    )


def _enough(letter: ReadLetter) -> bool:
    """By the process list in force on the day, by Thai time, on which the letter came in."""
    day = letter.submission.received_at.astimezone(BANGKOK).date()
    return enough(letter, processes.load(day))


@cache
def mail_topic() -> str:
    """The one topic whose notices of mails are believed."""
    return IntakeSettings.from_env().mail_topic


def read_rest(asked: ReadFurther) -> None:
    """Read the pages that were left unread, and say so in the log by numbers alone."""
    intake = wiring()
    later = read_on(asked, intake.letters, intake.read, lambda: datetime.now(UTC))
    read = sum(len(one.pages) for one in later.documents) if later else 0
    log.info("read_on", extra={"asked": asked.unread, "read": read})


def take_in_one(body: str) -> None:
    """Take in what one notice announces and say so in the log, by ids alone."""
    if asked := asked_further(body):
        read_rest(asked)
        return
    for arrival in arrivals(body, mail_topic()):
        noted = take_in(arrival, wiring())
        log.info(
            "arrival_noted",
            extra={
                "arrival_id": arrival.id,
                "channel": arrival.channel,
                "outcome": noted.outcome,
                "reason": noted.reason,
                "submission_id": noted.submission_id,
            },
        )
        count("Arrivals", service="intake", channel=arrival.channel, outcome=noted.outcome)


lambda_handler = station(log, take_in_one, lambda: wiring().register.failures)
