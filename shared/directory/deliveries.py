"""Offices that want mail beside their desk: where to, and what.

The desk is the queue; nobody gets mail who did not ask for it. An address must lie in our own
domains and must take no letters in, or a delivery would come back as a letter.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from shared.directory.offices import ALLOWED_DOMAINS, Directory
from shared.directory.offices import load as load_offices
from shared.directory.table import DATA, Row, once, read
from shared.errors import UnknownOffice
from shared.model.fact import Fact, OfficeCode

COLUMNS = ("office", "address", "wants", "source", "who", "when")


class Wants(StrEnum):
    """What an office wants by mail."""

    NOTICE = "notice"
    """That there is a letter: its number and a link, nothing of the letter itself."""
    ORIGINAL = "original"
    """The letter as it came, attached."""


class Delivery(Fact):
    """One office's wish: ``source`` says who of it asked, ``who`` entered it, and ``when``."""

    office: OfficeCode
    address: str
    wants: Wants
    source: str
    who: str
    when: date


@cache
def load(data: Path = DATA) -> Mapping[OfficeCode, Delivery]:
    """Every wish, by office. Raises BadDirectory naming the row."""
    directory = load_offices(data=data)
    rows = read(data / "deliveries.csv", COLUMNS)
    once(rows, "office")
    return MappingProxyType({wish.office: wish for wish in (_wish(r, directory) for r in rows)})


def _wish(row: Row, directory: Directory) -> Delivery:
    wish = row.fact(Delivery)
    try:
        directory.by_code(wish.office)
    except UnknownOffice:
        raise row.wrong(f"no office {wish.office!r}") from None
    local, _, domain = wish.address.rpartition("@")
    if not local or domain not in ALLOWED_DOMAINS:
        raise row.wrong("the address is not in a domain of ours")
    if wish.address.lower() in directory.mailboxes:
        raise row.wrong("the address takes letters in: a delivery would come back as one")
    return wish
