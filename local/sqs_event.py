"""The event that Lambda hands to a function fed by SQS, and what its answer means. Pure."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from typing import Any


def event(messages: Sequence[Mapping[str, Any]], queue_arn: str) -> dict[str, Any]:
    """Messages as ReceiveMessage gives them, in Lambda's shape."""
    return {"Records": [_record(message, queue_arn) for message in messages]}


def failed(answer: Any, message_ids: Sequence[str]) -> frozenset[str]:
    """The ids of the messages that must come again, with ReportBatchItemFailures.

    Source: AWS Lambda Developer Guide, "Success and failure conditions": an empty or
    missing list is success; an id that is empty, missing or not of this batch fails it all.
    """
    if not answer:
        return frozenset()
    everything = frozenset(message_ids)
    if not isinstance(answer, Mapping):
        return everything
    items = answer.get("batchItemFailures") or []
    try:
        named = frozenset(item["itemIdentifier"] for item in items)
    except (TypeError, KeyError):
        return everything
    if not named <= everything:
        return everything
    return named


def _record(message: Mapping[str, Any], queue_arn: str) -> dict[str, Any]:
    return {
        "messageId": message["MessageId"],
        "receiptHandle": message["ReceiptHandle"],
        "body": message["Body"],
        "attributes": dict(message.get("Attributes", {})),
        "messageAttributes": {
            name: _attribute(value) for name, value in message.get("MessageAttributes", {}).items()
        },
        "md5OfBody": message["MD5OfBody"],
        "eventSource": "aws:sqs",
        "eventSourceARN": queue_arn,
        "awsRegion": queue_arn.split(":")[3],
    }


def _attribute(value: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "stringValue": value.get("StringValue"),
        "binaryValue": b64encode(value.get("BinaryValue", b"")).decode() or None,
        "stringListValues": [],
        "binaryListValues": [],
        "dataType": value["DataType"],
    }
