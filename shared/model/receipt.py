"""Receipt: what was sent to a sender, or why nothing was."""

import re
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from pydantic import AwareDatetime

from shared.model.fact import ArrivalId, Fact, SubmissionId
from shared.model.seal import Seal


class Sending(StrEnum):
    """Where a message to a sender stands."""

    STARTED = "started"
    """Handed to SES, its answer not yet noted: a crash here may send it twice."""
    SENT = "sent"
    WITHHELD = "withheld"
    IMPOSSIBLE = "impossible"
    """SES refused it for good; shown on the desk."""
    UNDELIVERED = "undelivered"
    """SES took it, and it came back or was complained of; ``reason`` says which."""


class Receipt(Fact):
    """One message to one sender about one arrival, or about a later event of its letter.

    ``message_id`` is stable: the same arrival, or event, always gets the same one.
    ``reason`` says why it was withheld, impossible or undelivered.
    """

    arrival_id: ArrivalId
    submission_id: SubmissionId | None
    message_id: str
    sending: Sending
    reason: str | None = None
    ses_message_id: str | None = None
    at: AwareDatetime
    sent_at: AwareDatetime | None = None
    """When SES took it."""
    seal: Seal | None = None
    """What a receipt said, sealed before it was first sent; its PDF is made from it again."""
    without_paper: str | None = None
    """Why the PDF was not in it: the name of the typesetter's error."""
    kept: bool = False
    """Its PDF lies in the letters bucket, for a sender who fetches it where he sent the letter."""
    event: str = ""
    """Which event of the letter it tells; empty for the answer to the arrival itself."""
    to_sender: bool = True
    """False for mail to one of our offices: an answer to it is no letter of the sender."""


UNPROVEN, TOO_MANY, SUPPRESSED = "sender_unproven", "too_many_answers", "suppressed"
RELEASABLE = frozenset({UNPROVEN, TOO_MANY})
"""Reasons for withholding that a person may overrule: who looked knows better than a check of
mail servers, or a count. Never a machine, our own mailbox, or an address that refused us."""


class Counter(NamedTuple):
    """What counts the answers to one address, how many it takes, and when it may be forgotten."""

    name: str
    most: int
    until: datetime


_GIVEN_BY_SES = re.compile(r"<([!-;=?A-~]+)@[a-z0-9.-]+\.amazonses\.com>", re.ASCII)


def message_name(message_id: str) -> str:
    """The name under which a message of ours is kept, from a Message-ID in somebody's mail.

    SES replaces the Message-ID of what it sends by ``<its own id@region.amazonses.com>``
    (SES Developer Guide, "Amazon SES header fields"); the id alone is what it tells us.
    """
    found = _GIVEN_BY_SES.fullmatch(message_id)
    return found[1] if found else message_id


def address_hash(address: str) -> str:
    """How an address is counted and suppressed, so that none lies in the table."""
    return sha256(address.strip().lower().encode()).hexdigest()
