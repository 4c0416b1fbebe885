"""Addresses and message ids out of header bytes."""

import re
from email.utils import getaddresses

from email_validator import EmailNotValidError, validate_email

from functions.intake.mail.encoded_words import MOST_HEADER_BYTES, header_text
from functions.intake.mail.headers import Headers
from shared.model.submission import Sender

MOST_ADDRESSES = 200
_MOST_BYTES = 16 * 1024
"""Of one address field; enough for MOST_ADDRESSES with their names."""
MOST_IDS = 20
"""Message-IDs looked up for a thread; a long References adds nothing but look-ups."""
_LONGEST_ID = 500

_ID = re.compile(rb"<[^<>\s]+>")
_ANGLE = re.compile(r"([^<>]{0,200})<([^<>]{1,320})>")


def senders(headers: Headers, name: str) -> tuple[Sender, ...]:
    """The valid addresses of an address field, with their display names, in order.

    Whether an address can be reached is not asked, only whether it is one.
    """
    found = (_sender(shown, address) for shown, address in _pairs(headers.every(name)))
    return tuple(sender for sender in found if sender)[:MOST_ADDRESSES]


def message_ids(*values: bytes) -> tuple[str, ...]:
    """The Message-IDs in some header values, with their angle brackets, without repeats."""
    found = (match[0] for value in values for match in _ID.finditer(value[:MOST_HEADER_BYTES]))
    ids = (header_text(each) for each in found if len(each) <= _LONGEST_ID)
    return tuple(dict.fromkeys(ids))[:MOST_IDS]


def own_id(value: bytes) -> str | None:
    """A message's own Message-ID; one without angle brackets is taken as it stands."""
    bare = header_text(value)
    return next(iter(message_ids(value)), bare[:_LONGEST_ID] or None)


def answered_ids(headers: Headers) -> tuple[str, ...]:
    """In-Reply-To, then References from the newest back."""
    direct = message_ids(*headers.every("in-reply-to"))
    chain = [each for value in headers.every("references") for each in _ID.findall(value)]
    return message_ids(*(each.encode() for each in direct), *reversed(chain))


def _pairs(values: tuple[bytes, ...]) -> list[tuple[str, str]]:
    texts = [value[:_MOST_BYTES].decode("latin-1") for value in values]
    try:
        pairs = [pair for pair in getaddresses(texts) if "@" in pair[1]]
    except RecursionError:  # comments within comments within comments
        pairs = []
    return pairs or [pair for text in texts for pair in _ANGLE.findall(text)]


def _sender(shown: str, address: str) -> Sender | None:
    try:
        valid = validate_email(
            address.strip().encode("latin-1").decode("utf-8", "replace"),
            check_deliverability=False,
            globally_deliverable=False,
        )
    except EmailNotValidError:
        return None
    name = header_text(shown.encode("latin-1", "replace")).strip(" \"'")
    return Sender(address=valid.normalized, name=name[:_LONGEST_NAME])


_LONGEST_NAME = 200
