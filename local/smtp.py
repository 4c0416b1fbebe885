"""The SMTP listener: what SES's inbound endpoint says to a sender's server.

250 means stored and announced; until then the sender's server keeps the mail.
"""

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from botocore.exceptions import BotoCoreError, ClientError

from local.mailroom import Mailroom

HOST = "127.0.0.1"
MOST_BYTES = 40 * 1024 * 1024
"""SES's limit for an inbound mail stored in S3."""
MOST_RECIPIENTS = 500
LONGEST_LINE = 1024 * 1024
"""SMTP's limit is 998; many senders break it, and a letter must not be lost for that."""

log = logging.getLogger(__name__)


class _Server(SMTP):
    line_length_limit = LONGEST_LINE


class _Reception:
    """aiosmtpd's hooks."""

    def __init__(self, mailroom: Mailroom) -> None:
        self._mailroom = mailroom

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self,
        server: SMTP,  # noqa: ARG002
        session: Session,  # noqa: ARG002
        envelope: Envelope,
        address: str,
        options: Sequence[str],
    ) -> str:
        """Take recipients that a receipt rule names; refuse all others at once."""
        if not self._mailroom.knows(address):
            return "550 5.1.1 Requested action not taken: mailbox unavailable"
        if len(envelope.rcpt_tos) >= MOST_RECIPIENTS:
            return "452 4.5.3 Too many recipients"
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 2.1.5 Ok"

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self,
        server: SMTP,  # noqa: ARG002
        session: Session,
        envelope: Envelope,
    ) -> str:
        """Accept only what is stored and announced."""
        try:
            number = await asyncio.to_thread(self._accept, session, envelope)
        except (ClientError, BotoCoreError):
            log.exception("a mail could not be stored or announced")
            return "451 4.3.0 Requested action aborted: try again later"
        return f"250 2.0.0 Ok {number}"

    def _accept(self, session: Session, envelope: Envelope) -> str:
        content = envelope.content
        return self._mailroom.accept(
            sender=(envelope.mail_from or "").strip("<>"),
            recipients=envelope.rcpt_tos,
            content=content if isinstance(content, bytes) else (content or "").encode(),
            peer=str(session.peer[0] if session.peer else HOST),
        )


class Listener(Controller):
    """Listens in a thread of its own; ``start()`` and ``stop()`` are aiosmtpd's."""

    def __init__(self, mailroom: Mailroom, port: int) -> None:
        """``port`` must be free."""
        super().__init__(_Reception(mailroom), hostname=HOST, port=port)

    def factory(self) -> SMTP:
        """One per connection."""
        return _Server(self.handler, **self._options())

    def _options(self) -> dict[str, Any]:
        return {
            "data_size_limit": MOST_BYTES,
            "hostname": "inbound-smtp.town",
            "ident": "town",
            "loop": self.loop,
        }
