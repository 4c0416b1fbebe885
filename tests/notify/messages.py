"""The messages of ``samples.messages``, as the tests of notify use them."""

from email.message import EmailMessage

from samples.messages.kinds import MESSAGES, a_refusal
from samples.messages.later import a_notice, about
from samples.messages.letters import (
    CHECKLISTS,
    DIRECTORY,
    EVENING,
    PROCESSES,
    REFERENCE,
    a_heading,
    a_letter_record,
    a_part,
    a_piece,
    an_item,
    an_official_letter,
    facts_of,
    guessed,
)
from samples.messages.receipts import a_receipt

__all__ = [
    "CHECKLISTS",
    "DIRECTORY",
    "EVENING",
    "MESSAGES",
    "PROCESSES",
    "REFERENCE",
    "a_heading",
    "a_letter_record",
    "a_notice",
    "a_part",
    "a_piece",
    "a_receipt",
    "a_refusal",
    "about",
    "an_item",
    "an_official_letter",
    "facts_of",
    "guessed",
    "html_of",
    "text_of",
]


def text_of(message: EmailMessage) -> str:
    """The text part, as a mail client shows it."""
    return _part(message, "plain")


def html_of(message: EmailMessage) -> str:
    """The HTML part."""
    return _part(message, "html")


def _part(message: EmailMessage, subtype: str) -> str:
    part = message.get_body((subtype,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")
