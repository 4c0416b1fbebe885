"""The line of stations over moto: the real handlers, fed as Lambda feeds them."""

import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_string as parse
from email import policy
from email.message import EmailMessage
from typing import Any
from urllib.parse import quote_plus

import boto3
import pytest
from moto.core import DEFAULT_ACCOUNT_ID
from moto.ses.models import ses_backends

import functions.feedback.handler
import functions.intake.handler
import functions.notify.handler
import functions.router.handler
from shared.aws.register import dynamo_register
from shared.model.letter import ArrivalRecord
from shared.ports.register import Register
from shared.thai.calendar import BANGKOK
from tests.conftest import REGION

NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
"""A Friday, noon in Thailand."""
STATIONS = {
    "mail": functions.intake.handler.lambda_handler,
    "upload": functions.intake.handler.lambda_handler,
    "router": functions.router.handler.lambda_handler,
    "notify": functions.notify.handler.lambda_handler,
    "feedback": functions.feedback.handler.lambda_handler,
}
BUCKETS = ("mail-bucket", "upload-bucket", "letters-bucket")


class Context:
    """What Powertools' logger asks of a Lambda context."""

    function_name = "station"
    memory_limit_in_mb = 512
    invoked_function_arn = "arn:aws:lambda:ap-southeast-1:123456789012:function:station"
    aws_request_id = "00000000-0000-0000-0000-000000000000"


@dataclass
class Line:
    """Buckets, queues and a register, and the stations between them."""

    table: Any
    queues: dict[str, str]
    set_env: Callable[[str, str], None]
    receipt_key: str

    def limit(self, an_hour: int) -> None:
        """Let one address have so few answers an hour."""
        self.set_env("MOST_ANSWERS_PER_HOUR", str(an_hour))
        forget()

    def environment(self) -> dict[str, str]:
        """What the template gives the functions."""
        return {
            "MAIL_BUCKET": "mail-bucket",
            "UPLOAD_BUCKET": "upload-bucket",
            "LETTERS_BUCKET": "letters-bucket",
            "REGISTER_TABLE": self.table.name,
            "SEARCH_TABLE": "search",
            "ROUTER_QUEUE_URL": self.queues["router"],
            "NOTIFY_QUEUE_URL": self.queues["notify"],
            "FEEDBACK_QUEUE_URL": self.queues["feedback"],
            "SCAN_UPLOADS": "false",
            "MAIL_TOPIC": f"arn:aws:sns:{REGION}:123456789012:mail",
            "RECEIPT_CONFIGURATION": "receipts",
            "RECEIPT_KEY": self.receipt_key,
            "CHECK_PAGE": "",
            "DESK_PAGE": "",
            "RECEIPT_FROM": "saraban@sso.go.th",
            "MOST_ANSWERS_PER_HOUR": "20",
            "MOST_ANSWERS_PER_DAY": "20",
            "DESK_TARGET_DAYS": "3",
            "POWERTOOLS_METRICS_NAMESPACE": "saraban",
        }

    @property
    def register(self) -> Register:
        return dynamo_register(self.table)

    def ledger(self) -> list[ArrivalRecord]:
        """Everything that arrived on the day, in order."""
        return list(self.register.arrivals.on(NOON.astimezone(BANGKOK).date()))

    def put(self, bucket: str, key: str, body: bytes) -> None:
        boto3.client("s3").put_object(Bucket=bucket, Key=key, Body=body)

    def announce(self, queue: str, body: str) -> None:
        boto3.client("sqs").send_message(QueueUrl=self.queues[queue], MessageBody=body)

    def carry(self, again: int = 1) -> None:
        """Carry messages until all queues are empty; each is handed over ``again`` times."""
        while sum(self._carry_from(name, again) for name in STATIONS):
            pass

    def carry_one(self, name: str) -> None:
        """Carry what one queue holds now, and no further."""
        self._carry_from(name, 1)

    def mails(self) -> list[EmailMessage]:
        """What SES was given to send."""
        sent = ses_backends[DEFAULT_ACCOUNT_ID][REGION].sent_messages
        return [parse(mail.raw_data, policy=policy.default) for mail in sent]

    def _carry_from(self, name: str, again: int) -> bool:
        sqs, url = boto3.client("sqs"), self.queues[name]
        messages = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", [])
        for message in messages:
            for _ in range(again):
                answer = STATIONS[name](as_event(name, message), Context())
                assert {"batchItemFailures": []} == answer
            sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
        return bool(messages)


def as_event(queue: str, message: Any) -> dict[str, Any]:
    """One SQS message in the shape in which Lambda gets it."""
    return {
        "Records": [
            {
                "messageId": message["MessageId"],
                "receiptHandle": message["ReceiptHandle"],
                "body": message["Body"],
                "attributes": {
                    "ApproximateReceiveCount": "1",
                    "SentTimestamp": "1790000000000",
                    "SenderId": "AIDAEXAMPLE",
                    "ApproximateFirstReceiveTimestamp": "1790000000001",
                },
                "messageAttributes": {},
                "md5OfBody": message["MD5OfBody"],
                "eventSource": "aws:sqs",
                "eventSourceARN": f"arn:aws:sqs:{REGION}:123456789012:{queue}",
                "awsRegion": REGION,
            }
        ]
    }


def make_line(table: Any, set_env: Callable[[str, str], None]) -> Iterator[Line]:
    """A line with empty buckets and queues; forgets the stations' wiring before and after."""
    s3, sqs = boto3.client("s3"), boto3.client("sqs")
    here: Any = {"LocationConstraint": REGION}
    for bucket in BUCKETS:
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration=here)
    ses = boto3.client("sesv2")
    ses.create_email_identity(EmailIdentity="sso.go.th")
    ses.create_configuration_set(ConfigurationSetName="receipts")
    queues = {name: sqs.create_queue(QueueName=name)["QueueUrl"] for name in STATIONS}
    key = boto3.client("kms").create_key(KeySpec="ECC_NIST_P256", KeyUsage="SIGN_VERIFY")
    line = Line(table, queues, set_env, key["KeyMetadata"]["KeyId"])
    for name, value in line.environment().items():
        set_env(name, value)
    forget()
    yield line
    forget()


def forget() -> None:
    """Let each station wire itself anew."""
    for station in (
        functions.intake.handler,
        functions.router.handler,
        functions.notify.handler,
        functions.feedback.handler,
    ):
        station.wiring.cache_clear()
    functions.intake.handler.mail_topic.cache_clear()
    functions.notify.handler.deliveries.cache_clear()


def ses_notice(key: str, recipients: tuple[str, ...], **verdicts: str) -> str:
    """SNS's envelope around SES's notice of a stored mail."""
    statuses = dict.fromkeys(("spam", "virus", "spf", "dkim", "dmarc"), "PASS") | verdicts
    stamp = NOON.strftime("%Y-%m-%dT%H:%M:%S.000Z")
    notice = {
        "notificationType": "Received",
        "mail": {
            "timestamp": stamp,
            "source": "somchai@mail.example",
            "messageId": key.rpartition("/")[2],
            "destination": list(recipients),
            "headersTruncated": False,
            "headers": [],
            "commonHeaders": {},
        },
        "receipt": {
            "timestamp": stamp,
            "processingTimeMillis": 500,
            "recipients": list(recipients),
            **{f"{name}Verdict": {"status": status} for name, status in statuses.items()},
            "action": {
                "type": "S3",
                "topicArn": f"arn:aws:sns:{REGION}:123456789012:mail",
                "bucketName": "mail-bucket",
                "objectKeyPrefix": "mail/",
                "objectKey": key,
            },
        },
    }
    return json.dumps(
        {
            "Type": "Notification",
            "MessageId": "11111111-1111-1111-1111-111111111111",
            "TopicArn": f"arn:aws:sns:{REGION}:123456789012:mail",
            "Subject": "Amazon SES Email Receipt Notification",
            "Message": json.dumps(notice),
            "Timestamp": stamp,
            "SignatureVersion": "1",
            "Signature": "EXAMPLE",
            "SigningCertURL": "https://sns.ap-southeast-1.amazonaws.com/example.pem",
            "UnsubscribeURL": "https://sns.ap-southeast-1.amazonaws.com/?Action=Unsubscribe",
        }
    )


def s3_notice(key: str, bucket: str = "upload-bucket") -> str:
    """S3's notice of a stored object; the key is URL-encoded as S3 does it."""
    return json.dumps(
        {
            "Records": [
                {
                    "eventVersion": "2.1",
                    "eventSource": "aws:s3",
                    "awsRegion": REGION,
                    "eventTime": NOON.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
                    "eventName": "ObjectCreated:Put",
                    "userIdentity": {"principalId": "EXAMPLE"},
                    "requestParameters": {"sourceIPAddress": "192.0.2.1"},
                    "responseElements": {"x-amz-request-id": "EXAMPLE"},
                    "s3": {
                        "s3SchemaVersion": "1.0",
                        "configurationId": "uploads",
                        "bucket": {
                            "name": bucket,
                            "ownerIdentity": {"principalId": "EXAMPLE"},
                            "arn": f"arn:aws:s3:::{bucket}",
                        },
                        "object": {
                            "key": quote_plus(key, safe="/"),
                            "size": 10,
                            "eTag": "d41d8cd98f00b204e9800998ecf8427e",
                            "versionId": "v1",
                            "sequencer": "0055AED6DCD90281E5",
                        },
                    },
                }
            ]
        }
    )


def as_logged(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Every log line as its station's logger writes it."""
    return [
        handler.format(record)
        for record in caplog.records
        for handler in logging.getLogger(record.name).handlers
    ]
