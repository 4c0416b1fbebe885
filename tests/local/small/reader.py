"""The small town's one function. What a message says is what happens."""

import json
import os
import sys
import time
from email import message_from_bytes
from email.message import Message
from typing import Any
from urllib.parse import unquote_plus

import boto3
from botocore.exceptions import ClientError


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    """Note each message; those whose subject is ``again`` are reported as failed."""
    again = [record for record in event["Records"] if _note(record, context) == "again"]
    return {"batchItemFailures": [{"itemIdentifier": record["messageId"]} for record in again]}


def _note(record: dict[str, Any], context: Any) -> str:
    body = json.loads(record["body"])
    if "Message" in body:
        subject = _mail(json.loads(body["Message"]))["subject"]
    else:
        objects = body.get("Records", [])
        subject = unquote_plus(objects[0]["s3"]["object"]["key"]) if objects else "test event"
    sys.stderr.write(f"noting a message, {context.get_remaining_time_in_millis()} ms left\n")
    _keep(f"{subject} {record['attributes']['ApproximateReceiveCount']}", record, context)
    if subject == "crash":
        os._exit(3)
    if subject == "raise":
        raise ValueError(subject)
    if subject == "sleep":
        time.sleep(60)
    return str(subject)


def _mail(notice: dict[str, Any]) -> Message:
    place = notice["receipt"]["action"]
    found = boto3.client("s3").get_object(Bucket=place["bucketName"], Key=place["objectKey"])
    return message_from_bytes(found["Body"].read())


def _keep(key: str, record: dict[str, Any], context: Any) -> None:
    boto3.resource("dynamodb").Table(os.environ["NOTES"]).put_item(
        Item={
            "pk": key,
            "body": record["body"],
            "environment": json.dumps(dict(os.environ)),
            "function": context.function_name,
            "refusals": json.dumps(_refusals()),
        }
    )


def _refusals() -> dict[str, str]:
    """What the function's role may not do, each tried."""
    ses, mails = boto3.client("sesv2"), os.environ["MAILS"]
    table = boto3.resource("dynamodb").Table(os.environ["NOTES"])
    tries = {
        "read the table": lambda: table.get_item(Key={"pk": "1"}),
        "list the mails": lambda: boto3.client("s3").list_objects_v2(Bucket=mails),
        "write a mail": lambda: boto3.client("s3").put_object(Bucket=mails, Key="mail/x"),
        "read outside mail/": lambda: boto3.client("s3").get_object(Bucket=mails, Key="x"),
        "send as somebody else": lambda: _send(ses, "boss@office.example"),
        "send as the desk": lambda: _send(ses, "desk@office.example"),
        "see the queues": boto3.client("sqs").list_queues,
    }
    return {name: _tried(attempt) for name, attempt in tries.items()}


def _send(ses: Any, sender: str) -> None:
    raw = f"From: {sender}\r\nTo: somchai@mail.example\r\nSubject: read\r\n\r\nสวัสดี\r\n"
    ses.send_email(
        FromEmailAddress=sender,
        Destination={"ToAddresses": ["somchai@mail.example"]},
        Content={"Raw": {"Data": raw.encode()}},
    )


def _tried(attempt: Any) -> str:
    try:
        attempt()
    except ClientError as error:
        return str(error.response["Error"]["Code"])
    return "allowed"
