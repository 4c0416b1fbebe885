"""Feedback's Lambda: bounces and complaints, from its queue."""

from datetime import UTC, datetime
from functools import cache

import boto3

from functions.feedback.events import feedback_in
from functions.feedback.note_feedback import Neighbours, note_feedback
from shared.aws.buckets import S3LetterStore
from shared.aws.patience import PATIENCE
from shared.aws.register import dynamo_register
from shared.directory import offices
from shared.settings import Settings
from shared.station import station
from shared.telemetry import count, logger
from shared.thai.phone_numbers import phone_numbers

log = logger("feedback")


class FeedbackSettings(Settings):
    """What the deployment tells feedback."""

    letters_bucket: str
    register_table: str


@cache
def wiring() -> Neighbours:
    """Feedback's neighbours, made at the first message."""
    settings = FeedbackSettings.from_env()
    table = boto3.resource("dynamodb", config=PATIENCE).Table(settings.register_table)
    return Neighbours(
        register=dynamo_register(table),
        letters=S3LetterStore(boto3.client("s3", config=PATIENCE), settings.letters_bucket),
        our_phones=our_phones(),
        now=lambda: datetime.now(UTC),
    )


def our_phones() -> frozenset[str]:
    """The digits of every number in the directory."""
    printed = (
        text for office in offices.load().offices for text in (*office.phones, *office.faxes)
    )
    return frozenset(number.digits for text in printed for number in phone_numbers(text))


def note_one(body: str) -> None:
    """Note what one message says, and say so in the log, by ids alone."""
    feedback = feedback_in(body)
    if feedback is None:
        log.info("feedback_without_consequence")
        return
    for receipt in note_feedback(feedback, wiring()):
        log.info(
            "receipt_undelivered",
            extra=receipt.model_dump(
                mode="json", include={"arrival_id", "submission_id", "event", "reason"}
            ),
        )
        count("Undelivered", service="feedback")


lambda_handler = station(log, note_one, lambda: wiring().register.failures)
