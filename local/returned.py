"""What SES tells of mail that comes back, played for its mailbox simulator's addresses.

Sources: SES Developer Guide, "Using the mailbox simulator" and "Contents of event data that
Amazon SES publishes to Amazon SNS". Mail to any other address is taken for delivered.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from email import message_from_string
from email.utils import parseaddr
from typing import Any
from unittest.mock import patch

from moto.ses.models import RawMessage, SESBackend
from moto.sns.models import sns_backends

SIMULATOR = "simulator.amazonses.com"


def tell_what_comes_back() -> None:
    """Publish an event, where a configuration set says so, for mail to the simulator."""
    accept = SESBackend.send_raw_email

    def send_raw_email(
        backend: SESBackend, source: str, destinations: list[str], raw_data: str
    ) -> RawMessage:
        sent = accept(backend, source, destinations, raw_data)
        topics = tuple(_topics(backend))
        for event in events(sent.id, destinations, raw_data, datetime.now(UTC)):
            for topic in topics:
                sns = sns_backends[backend.account_id][backend.region_name]
                sns.publish(message=json.dumps(event), arn=topic)
        return sent

    patch.object(SESBackend, "send_raw_email", send_raw_email).start()


def events(
    ses_id: str, destinations: Sequence[str], raw: str, at: datetime
) -> Iterator[dict[str, Any]]:
    """What SES would tell of one mail; nothing for addresses that are not the simulator's."""
    stamp = at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    addresses = sorted({parseaddr(address)[1].lower() for address in destinations})
    for address in addresses:
        local, _, domain = address.partition("@")
        said = _SAID.get(local.partition("+")[0]) if domain == SIMULATOR else None
        if said:
            kind, what, many, more = said
            yield {
                "eventType": kind,
                "mail": {"timestamp": stamp, **_mail(ses_id, addresses, raw)},
                what: {many: [{"emailAddress": address}], "timestamp": stamp, **more},
            }


_SAID: dict[str, tuple[str, str, str, dict[str, str]]] = {
    "bounce": (
        "Bounce",
        "bounce",
        "bouncedRecipients",
        {"bounceType": "Permanent", "bounceSubType": "General"},
    ),
    "complaint": (
        "Complaint",
        "complaint",
        "complainedRecipients",
        {"complaintFeedbackType": "abuse"},
    ),
}


def _mail(ses_id: str, addresses: Sequence[str], raw: str) -> dict[str, Any]:
    headers = message_from_string(raw).items()
    return {
        "messageId": ses_id,
        "destination": list(addresses),
        "headersTruncated": False,
        "headers": [{"name": name, "value": str(value)} for name, value in headers],
    }


def _topics(backend: SESBackend) -> Iterator[str]:
    for destination in backend.config_set_event_destination.values():
        topic = destination["SNSDestination"]
        if topic:
            yield topic["TopicARN"]
