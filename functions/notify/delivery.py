"""What an office is told by mail that asked for it: that there is a letter, or the letter."""

from email.message import EmailMessage
from hashlib import sha256

from functions.notify.later_facts import DeliveryFacts
from functions.notify.message import Heading, Mark, compose
from functions.notify.rendering import render

LARGEST = 25 * 1024 * 1024
"""Bytes of an original that is attached; base64 makes four of three, and SES takes 40 MB."""


def compose_delivery(
    facts: DeliveryFacts, heading: Heading, original: bytes | None
) -> EmailMessage:
    """The mail to an office; ``original`` is the letter as it came, if it is attached.

    Raises Undeliverable for an address that no header can hold.
    """
    subject = f"หนังสือเข้าใหม่ เลขทะเบียนรับ {facts.number}"
    message = compose(heading, Mark.DELIVERY, subject, render("delivery", facts, subject))
    if original is not None:
        name = f"letter-{facts.number.replace('/', '-')}.eml"
        # As a file: attached as a mail it would be written anew, and every byte counts.
        message.add_attachment(
            original, maintype="application", subtype="octet-stream", filename=name
        )
        message.set_boundary(f"=_{sha256(original).hexdigest()[:32]}")
    return message
