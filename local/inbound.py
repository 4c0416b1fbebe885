"""An inbound mail as SES takes and stores it. Pure.

Sources: SES Developer Guide, "Deliver to S3 bucket action" and "Creating receipt rules";
the header lines are those of mails that SES stored.
"""

from collections.abc import Sequence
from datetime import datetime
from email.utils import format_datetime

from local.blueprint import ReceiptRule
from shared.model.arrival import Verdict, Verdicts
from shared.model.fact import Fact


class Inbound(Fact):
    """One mail as SES accepted it. ``sender`` is empty for a bounce (MAIL FROM:<>)."""

    id: str
    sender: str
    recipients: tuple[str, ...]
    peer: str
    received_at: datetime
    verdicts: Verdicts


def stored(mail: Inbound, content: bytes, region: str) -> bytes:
    """The mail as SES stores it: its own header lines on top, then the mail untouched."""
    verdicts = mail.verdicts
    lines = (
        f"Return-Path: <{mail.sender}>",
        f"Received: from {mail.peer} ({mail.peer})",
        f" by inbound-smtp.{region}.amazonaws.com with SMTP id {mail.id}",
        f" for {mail.recipients[0]};",
        f" {format_datetime(mail.received_at)}",
        f"X-SES-Spam-Verdict: {verdicts.spam}",
        f"X-SES-Virus-Verdict: {verdicts.virus}",
        f"Received-SPF: {_lower(verdicts.spf)} (spfCheck: envelope sender) client-ip={mail.peer};",
        "Authentication-Results: amazonses.com;",
        f" spf={_lower(verdicts.spf)};",
        f" dkim={_lower(verdicts.dkim)};",
        f" dmarc={_lower(verdicts.dmarc)};",
    )
    return "\r\n".join((*lines, "")).encode() + content


def matching(rule: ReceiptRule, recipients: Sequence[str]) -> tuple[str, ...]:
    """The envelope recipients that a rule is for: an address, a domain, or ``.domain``."""
    return tuple(recipient for recipient in recipients if _is_for(rule, recipient.lower()))


def _is_for(rule: ReceiptRule, recipient: str) -> bool:
    domain = recipient.rpartition("@")[2]
    return not rule.recipients or any(
        wanted in {recipient, domain} or (wanted.startswith(".") and domain.endswith(wanted))
        for wanted in rule.recipients
    )


def _lower(verdict: Verdict) -> str:
    return str(verdict).lower()
