"""Notices in intake's queues: of mails from SES, objects from S3, letters released or found.

Shapes: SES Developer Guide, "Contents of notifications for Amazon SES email receiving";
S3 User Guide, "Event message structure"; SNS Developer Guide, "Amazon SNS message formats".
Notices are foreign: what we do not know in them is passed over, what we need must be there.
"""

from typing import Literal
from urllib.parse import unquote_plus

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import from_json

from shared.errors import NotANotice
from shared.model.arrival import (
    MANIFEST,
    PREFIXES,
    SES_SETUP,
    Arrival,
    Channel,
    Verdict,
    Verdicts,
    arrival_id,
)
from shared.model.messages import Found, Released


class _Foreign(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


class _Status(_Foreign):
    status: Verdict = Verdict.NONE


class _Action(_Foreign):
    type: Literal["S3"]
    bucket_name: str = Field(alias="bucketName")
    object_key: str = Field(alias="objectKey")


class _Receipt(_Foreign):
    timestamp: AwareDatetime
    recipients: tuple[str, ...]
    action: _Action
    spam: _Status = Field(_Status(), alias="spamVerdict")
    virus: _Status = Field(_Status(), alias="virusVerdict")
    spf: _Status = Field(_Status(), alias="spfVerdict")
    dkim: _Status = Field(_Status(), alias="dkimVerdict")
    dmarc: _Status = Field(_Status(), alias="dmarcVerdict")


class _Mail(_Foreign):
    source: str | None = None


class _SesNotice(_Foreign):
    mail: _Mail
    receipt: _Receipt


class _Object(_Foreign):
    key: str
    version: str = Field("", alias="versionId")
    tag: str = Field("", alias="eTag")


class _Bucket(_Foreign):
    name: str


class _Stored(_Foreign):
    bucket: _Bucket
    object: _Object


class _S3Record(_Foreign):
    at: AwareDatetime = Field(alias="eventTime")
    name: str = Field("", alias="eventName")
    s3: _Stored


class _S3Event(_Foreign):
    records: tuple[_S3Record, ...] = Field(alias="Records")


_NULL_SENDERS = frozenset({"", "<>"})
_SETUP_TEXT = "Successfully validated SNS topic"
"""What SES sends once when a rule is made: it announces no letter."""


def arrivals(body: str, topic: str = "") -> tuple[Arrival, ...]:
    """What one message announces; nothing for the test messages of S3 and SES.

    A mail is believed only from ``topic`` (an ARN), where one is given. Raises NotANotice for
    anything else that is no notice: its place is among the dead letters, where a person looks.
    """
    try:
        notice = from_json(body)
        if isinstance(notice, dict) and "Records" in notice:
            event = _S3Event.model_validate(notice)
            return tuple(_stored(record) for record in event.records if _created(record))
        if isinstance(notice, dict) and notice.get("Event") == "s3:TestEvent":
            return ()
        if isinstance(notice, dict) and notice.get("kind") == "released":
            return (Released.model_validate(notice).arrival,)
        if isinstance(notice, dict) and notice.get("kind") == "found":
            return (Found.model_validate(notice).arrival,)
        return _mailed(notice, topic)
    except (ValidationError, ValueError) as error:
        raise NotANotice(type(error).__name__) from None


def _mailed(envelope: object, topic: str) -> tuple[Arrival, ...]:
    if not isinstance(envelope, dict) or envelope.get("Type") != "Notification":
        raise ValueError("no SNS notification")
    if topic and envelope.get("TopicArn") != topic:
        raise ValueError("another topic")
    message = str(envelope.get("Message"))
    if message.startswith(_SETUP_TEXT):
        return ()
    found = _SesNotice.model_validate(from_json(message))
    action, receipt = found.receipt.action, found.receipt
    if action.object_key.rpartition("/")[2] == SES_SETUP:
        return ()
    source = found.mail.source
    return (
        Arrival(
            id=arrival_id(action.bucket_name, action.object_key),
            channel=Channel.MAIL,
            bucket=action.bucket_name,
            key=action.object_key,
            received_at=receipt.timestamp,
            recipients=receipt.recipients,
            envelope_sender="" if source in _NULL_SENDERS else source,
            verdicts=Verdicts(
                spam=receipt.spam.status,
                virus=receipt.virus.status,
                spf=receipt.spf.status,
                dkim=receipt.dkim.status,
                dmarc=receipt.dmarc.status,
            ),
        ),
    )


def _created(record: _S3Record) -> bool:
    return record.name.startswith("ObjectCreated")


def _stored(record: _S3Record) -> Arrival:
    key = unquote_plus(record.s3.object.key)
    bucket = record.s3.bucket.name
    folder = not key.startswith(PREFIXES[Channel.DROP]) and key.endswith(f"/{MANIFEST}")
    return Arrival(
        id=arrival_id(bucket, key, record.s3.object.version or record.s3.object.tag),
        channel=Channel.UPLOAD if folder else Channel.DROP,
        bucket=bucket,
        key=key,
        received_at=record.at,
    )
