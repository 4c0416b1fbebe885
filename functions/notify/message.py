"""A complete message (RFC 5322): headers that cannot be broken into, two parts, ASCII bytes.

Our mail says that a machine wrote it (RFC 3834), so that no other machine answers, and is
marked as ours, so that we never take it in. The same facts give the same bytes.
"""

import re
from email.errors import MessageError
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, Policy
from enum import StrEnum
from hashlib import sha256

from pydantic import AwareDatetime

from functions.notify.rendering import Rendered
from shared.errors import Undeliverable
from shared.model.fact import Fact
from shared.thai.calendar import BANGKOK

SENDER_NAME = "สำนักงานประกันสังคม (SSO)"
OUR_MARK = "X-Saraban"
"""The header that marks mail of this system."""

# Foreign ids go into our headers only when they are what RFC 5322 calls a msg-id.
_MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,240}@[!-;=?-~]{1,240}>", re.ASCII)


class Mark(StrEnum):
    """What a message of ours is."""

    RECEIPT = "receipt"
    REFUSAL = "refusal"
    NOTICE = "notice"
    """A later message about a letter, or about how letters are answered."""
    DELIVERY = "delivery"
    """To one of our own offices."""


class Heading(Fact):
    """What the headers need beside the words.

    ``message_id`` is ours and stable; ``answers`` is the Message-ID of the sender's mail.
    """

    sender: str
    to: str
    message_id: str
    date: AwareDatetime
    answers: str | None = None


class _Unfolded(UnstructuredHeader, BaseHeader):
    """A header of msg-ids: folding would write a long id as an encoded word."""

    max_count = 1

    def fold(self, *, policy: Policy) -> str:
        return f"{self.name}: {self}{policy.linesep}"


def compose(heading: Heading, mark: Mark, subject: str, words: Rendered) -> EmailMessage:
    """The message. Raises Undeliverable for an address that no header can hold."""
    message = EmailMessage(policy=SMTP.clone(header_factory=_headers()))
    message["From"] = message["Reply-To"] = Address(SENDER_NAME, addr_spec=heading.sender)
    message["To"] = _address(heading.to)
    message["Subject"] = subject
    message["Date"] = heading.date.astimezone(BANGKOK).replace(microsecond=0)
    message["Message-ID"] = heading.message_id
    if heading.answers and _MESSAGE_ID.fullmatch(heading.answers):
        message["In-Reply-To"] = heading.answers
        message["References"] = heading.answers
    message["Auto-Submitted"] = "auto-replied"
    message["X-Auto-Response-Suppress"] = "All"
    message[OUR_MARK] = mark.value
    message.set_content(words.text, cte="base64")
    message.add_alternative(words.html, subtype="html", cte="base64")
    message.set_boundary(f"=_{sha256(heading.message_id.encode()).hexdigest()[:32]}")
    return message


def enclose(message: EmailMessage, name: str, pdf: bytes) -> None:
    """Put a PDF into a message; what the message was becomes its first part."""
    message.add_attachment(pdf, maintype="application", subtype="pdf", filename=name)
    message.set_boundary(f"=_{sha256(pdf).hexdigest()[:32]}")


def _address(address: str) -> Address:
    try:
        address.encode("ascii")
        return Address(addr_spec=address)
    except (ValueError, IndexError, MessageError):
        raise Undeliverable("unusable_address") from None


def _headers() -> HeaderRegistry:
    registry = HeaderRegistry()
    registry.map_to_type("in-reply-to", _Unfolded)
    registry.map_to_type("references", _Unfolded)
    return registry
