"""The notice of an inbound mail that SES publishes after its S3 action. Pure.

Source: SES Developer Guide, "Contents of notifications for Amazon SES email receiving".
"""

import json
from collections.abc import Sequence
from datetime import datetime
from email import message_from_bytes
from email.message import Message
from email.utils import getaddresses
from typing import Any

from local.blueprint import ReceiptRule
from local.inbound import Inbound
from shared.model.arrival import Verdict

MOST_HEADER_BYTES = 10_240
"""SES truncates the headers here."""

SUBJECT = "Amazon SES Email Receipt Notification"


def notice(mail: Inbound, content: bytes, rule: ReceiptRule, matched: Sequence[str]) -> str:
    """The JSON that a rule's topic gets after its S3 action."""
    return json.dumps(
        {
            "notificationType": "Received",
            "mail": _mail(mail, content),
            "receipt": _receipt(mail, rule, matched),
        },
        ensure_ascii=False,
    )


def _mail(mail: Inbound, content: bytes) -> dict[str, Any]:
    headers = message_from_bytes(content.split(b"\r\n\r\n", 1)[0] + b"\r\n\r\n")
    named = [{"name": name, "value": _plain(value)} for name, value in headers.items()]
    kept = _within(named)
    return {
        "timestamp": _iso(mail.received_at),
        "source": mail.sender,
        "messageId": mail.id,
        "destination": _addresses(headers, "to", "cc"),
        "headersTruncated": len(kept) < len(named),
        "headers": kept,
        "commonHeaders": _common(mail, headers),
    }


def _common(mail: Inbound, headers: Message) -> dict[str, Any]:
    single = {"date": "date", "messageId": "message-id", "subject": "subject"}
    lists = {"from": "from", "to": "to", "cc": "cc"}
    return {
        "returnPath": mail.sender,
        **{key: [_plain(headers[name])] for key, name in lists.items() if name in headers},
        **{key: _plain(headers[name]) for key, name in single.items() if name in headers},
    }


def _receipt(mail: Inbound, rule: ReceiptRule, matched: Sequence[str]) -> dict[str, Any]:
    verdicts = mail.verdicts
    scanned = (verdicts.spam, verdicts.virus) if rule.scans else (Verdict.DISABLED,) * 2
    return {
        "timestamp": _iso(mail.received_at),
        "processingTimeMillis": 100,
        "recipients": list(matched),
        "spamVerdict": {"status": scanned[0]},
        "virusVerdict": {"status": scanned[1]},
        "spfVerdict": {"status": verdicts.spf},
        "dkimVerdict": {"status": verdicts.dkim},
        "dmarcVerdict": {"status": verdicts.dmarc},
        "action": {
            "type": "S3",
            "topicArn": rule.topic,
            "bucketName": rule.bucket,
            "objectKeyPrefix": rule.prefix,
            "objectKey": f"{rule.prefix}{mail.id}",
        },
    }


def _within(headers: list[dict[str, str]]) -> list[dict[str, str]]:
    kept, size = [], 0
    for header in headers:
        size += len(header["name"].encode()) + len(header["value"].encode()) + 4
        if size > MOST_HEADER_BYTES:
            break
        kept.append(header)
    return kept


def _addresses(headers: Message, *names: str) -> list[str]:
    values = [_plain(value) for name in names for value in headers.get_all(name, [])]
    return [address for _, address in getaddresses(values) if address]


def _plain(value: object) -> str:
    """A header on one line, bytes that are no UTF-8 replaced: JSON cannot carry them."""
    text = " ".join(str(value).split())
    return (
        text.encode("ascii", "surrogateescape").decode("utf-8", "replace")
        if (_has_bytes(text))
        else text
    )


def _has_bytes(text: str) -> bool:
    return any("\udc80" <= sign <= "\udcff" for sign in text)


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
