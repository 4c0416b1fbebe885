"""SES's receiving side: stores a mail and announces it, as the active receipt rules say."""

import secrets
import string
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from local.blueprint import ReceiptRule
from local.inbound import Inbound, matching, stored
from local.notice import SUBJECT, notice
from local.scanner import scan
from shared.model.arrival import Verdicts

if TYPE_CHECKING:
    import boto3

SIGNS = string.ascii_lowercase + string.digits


class Mailroom:
    """Accepts mail for the rules' recipients."""

    def __init__(
        self,
        session: "boto3.Session",
        rules: Sequence[ReceiptRule],
        judge: Callable[[bytes], Verdicts] = scan,
    ) -> None:
        """``judge`` gives the verdicts on a mail's content."""
        self._s3 = session.client("s3")
        self._sns = session.client("sns")
        self._region = session.region_name
        self._rules = tuple(rules)
        self._judge = judge

    def knows(self, recipient: str) -> bool:
        """Whether any rule takes mail for this address."""
        return any(matching(rule, [recipient]) for rule in self._rules)

    def accept(self, sender: str, recipients: Sequence[str], content: bytes, peer: str) -> str:
        """Store and announce a mail, once per matching rule; returns SES's id for it.

        Whatever boto3 raises is raised: then nobody may tell the sender "accepted".
        """
        mail = Inbound(
            id="".join(secrets.choice(SIGNS) for _ in range(40)),
            sender=sender,
            recipients=tuple(recipients),
            peer=peer,
            received_at=datetime.now(UTC),
            verdicts=self._judge(content),
        )
        for rule in self._rules:
            if matched := matching(rule, recipients):
                self._deliver(mail, content, rule, matched)
        return mail.id

    def _deliver(
        self, mail: Inbound, content: bytes, rule: ReceiptRule, matched: Sequence[str]
    ) -> None:
        self._s3.put_object(
            Bucket=rule.bucket,
            Key=f"{rule.prefix}{mail.id}",
            Body=stored(mail, content, self._region),
        )
        self._sns.publish(
            TopicArn=rule.topic, Subject=SUBJECT, Message=notice(mail, content, rule, matched)
        )
