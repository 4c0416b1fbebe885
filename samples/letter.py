"""A sample mail as its sender's mail program made it; ``letters.toml`` has them all."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from pydantic import AwareDatetime

from shared.model.fact import Fact


class Naming(StrEnum):
    """How a mail program writes an attachment's name that is not plain English."""

    PLAIN = "plain"
    RFC2231 = "rfc2231"
    """``filename*=UTF-8''...``: Apple, Thunderbird, new Outlook."""
    ENCODED_WORD = "encoded-word"
    """``filename="=?UTF-8?B?...?="``: no standard allows it, Gmail and old Outlook do it."""


class Transfer(StrEnum):
    """The content transfer encoding of a body (RFC 2045)."""

    BASE64 = "base64"
    QUOTED = "quoted-printable"
    EIGHT_BIT = "8bit"


class Enclosure(Fact):
    """One attachment: ``drawn`` names it in ``samples.pictures.DRAWN``.

    ``kind`` is what the mail program says it is, which need not be true. ``cut`` keeps only
    the first bytes, as when a connection broke.
    """

    drawn: str
    name: str
    kind: str
    naming: Naming = Naming.PLAIN
    inline: bool = False
    cut: int | None = None


class Hop(Fact):
    """The sender's mail server that handed the mail over: name, number, queue id and time."""

    server: str
    address: str
    queue_id: str
    at: AwareDatetime


class Letter(Fact):
    """One mail. ``headers`` are those beside the usual ones, in order."""

    name: str = ""
    address: str
    to: tuple[str, ...]
    subject: str | None = None
    written_at: AwareDatetime
    message_id: str
    headers: tuple[tuple[str, str], ...] = ()
    text: str
    html: bool = False
    charset: str = "utf-8"
    transfer: Transfer = Transfer.BASE64
    enclosures: tuple[Enclosure, ...] = ()
    boundary: str = ""
    torn: bool = False
    """The connection broke before the closing boundary."""
    hop: Hop


def letters(table: Mapping[str, Mapping[str, Any]]) -> dict[str, Letter]:
    """The mails by id. An entry ``again_of`` another is that mail once more, by its own hop."""
    found: dict[str, Letter] = {}
    for name, entry in table.items():
        if "again_of" in entry:
            hop = Hop.model_validate(entry["hop"])
            found[name] = found[entry["again_of"]].model_copy(update={"hop": hop})
        else:
            found[name] = Letter.model_validate(entry)
    return found
