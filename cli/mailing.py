"""Mailing a letter to the running town, as a sender's mail server would."""

import re
import smtplib
from collections.abc import Sequence

from cli.trouble import Trouble
from shared.model.fact import Fact

ACCEPTED = 250
SECONDS = 60


class Delivered(Fact):
    """What the town's door said: per refused recipient, and to the mail as a whole."""

    accepted: bool
    said: str
    refused: tuple[tuple[str, str], ...] = ()

    @property
    def number(self) -> str:
        """SES's id of an accepted mail."""
        return self.said.rpartition(" ")[2]


def deliver(
    host: str, port: int, sender: str, recipients: Sequence[str], content: bytes
) -> Delivered:
    """Hand a mail over. Raises Trouble when nobody answers at the door."""
    try:
        with smtplib.SMTP(host, port, timeout=SECONDS) as smtp:
            smtp.ehlo_or_helo_if_needed()
            return _hand_over(smtp, sender, recipients, _network_lines(content))
    except (OSError, smtplib.SMTPException) as error:
        raise Trouble(f"The town's mail door at {host}:{port} does not work: {error}") from None


def _hand_over(
    smtp: smtplib.SMTP, sender: str, recipients: Sequence[str], content: bytes
) -> Delivered:
    size = [f"size={len(content)}"] if smtp.has_extn("size") else []
    code, text = smtp.mail(sender, size)
    if code != ACCEPTED:
        return Delivered(accepted=False, said=_said(code, text))
    refused = []
    for recipient in recipients:
        code, text = smtp.rcpt(recipient)
        if code != ACCEPTED:
            refused.append((recipient, _said(code, text)))
    if len(refused) == len(recipients):
        return Delivered(accepted=False, said="no recipient accepted", refused=tuple(refused))
    code, text = smtp.data(content)
    return Delivered(accepted=code == ACCEPTED, said=_said(code, text), refused=tuple(refused))


def _said(code: int, text: bytes) -> str:
    return f"{code} {text.decode('utf-8', 'replace')}"


def _network_lines(content: bytes) -> bytes:
    """Lines end with CR LF on the wire, whatever the file's editor wrote."""
    return re.sub(rb"(?<!\r)\n", b"\r\n", content)
