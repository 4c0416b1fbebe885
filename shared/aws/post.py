"""Outgoing mail through SES."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from shared.aws.busy import BUSY, code, waiting_for
from shared.errors import TryLater, Undeliverable

if TYPE_CHECKING:
    from mypy_boto3_sesv2 import SESV2Client

OUR_ACCOUNT = frozenset({"SendingPausedException", "AccountSuspendedException"})
"""Nothing is wrong with the letter: the account may not send now; the queue must wait."""


@dataclass(frozen=True)
class SesPost:
    """Keeps ``shared.ports.neighbours.Post``."""

    ses: "SESV2Client"
    sender: str
    configuration: str
    """The configuration set that tells bounces and complaints."""

    def send(self, to: str, message: bytes) -> str:
        """Hand a complete message to SES; returns SES's message id."""
        try:
            with waiting_for("ses"):
                answer = self.ses.send_email(
                    FromEmailAddress=self.sender,
                    ConfigurationSetName=self.configuration,
                    Destination={"ToAddresses": [to]},
                    Content={"Raw": {"Data": message}},
                )
        except ClientError as error:
            raise self._named(error) from error
        return answer["MessageId"]

    @staticmethod
    def _named(error: ClientError) -> Exception:
        name = code(error)
        if name in BUSY | OUR_ACCOUNT:
            return TryLater(f"ses: {name}")
        if name in {
            "MessageRejected",
            "BadRequestException",
            "MailFromDomainNotVerifiedException",
        }:
            return Undeliverable(name)
        return error
