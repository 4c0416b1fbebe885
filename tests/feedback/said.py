"""What SES says, in the shapes of its documentation."""

import json
from typing import Any

STAMP = "2026-11-20T03:15:07.000Z"


def envelope(message: str) -> str:
    """SNS's envelope around a message."""
    return json.dumps({"Type": "Notification", "MessageId": "1", "Message": message})


def _event(kind: str, ses_id: str, **said: Any) -> str:
    mail = {
        "timestamp": STAMP,
        "source": "saraban@sso.go.th",
        "messageId": ses_id,
        "destination": ["somchai@mail.example"],
        "headersTruncated": False,
        "headers": [
            {"name": "From", "value": "saraban@sso.go.th"},
            {"name": "Message-ID", "value": "<arrival.receipt@sso.go.th>"},
        ],
        "commonHeaders": {"subject": "ได้รับหนังสือของท่านแล้ว"},
        "tags": {"ses:configuration-set": ["receipts"]},
    }
    return envelope(json.dumps({"eventType": kind, "mail": mail, **said}))


def bounce(
    kind: str = "Permanent",
    subkind: str = "General",
    ses_id: str = "ses-1",
    address: str = "somchai@mail.example",
) -> str:
    """A bounce."""
    recipient = {
        "emailAddress": address,
        "action": "failed",
        "status": "5.1.1",
        "diagnosticCode": "smtp; 550 5.1.1 ไม่มีผู้ใช้นี้",
    }
    return _event(
        "Bounce",
        ses_id,
        bounce={
            "feedbackId": "0100017",
            "bounceType": kind,
            "bounceSubType": subkind,
            "bouncedRecipients": [recipient],
            "timestamp": STAMP,
            "reportingMTA": "dns; mail.example",
        },
    )


def complaint(kind: str | None = "abuse", ses_id: str = "ses-1") -> str:
    """A complaint; not every mailbox provider says of what kind."""
    said = {
        "complainedRecipients": [{"emailAddress": "somchai@mail.example"}],
        "timestamp": STAMP,
        "feedbackId": "0100018",
        "complaintSubType": None,
    }
    given = {"complaintFeedbackType": kind} if kind else {}
    return _event("Complaint", ses_id, complaint={**said, **given})


def reject(ses_id: str = "ses-1") -> str:
    """SES took the mail and found a virus in it."""
    return _event("Reject", ses_id, reject={"reason": "Bad content"})


def mail_seen(*names: str) -> str:
    """What intake says of a delivery report that came as mail."""
    return json.dumps(
        {
            "kind": "bounce_seen",
            "arrival_id": "report",
            "names": list(names or ("<arrival.receipt@sso.go.th>",)),
            "at": STAMP,
        }
    )
