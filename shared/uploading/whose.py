"""Whose folder an upload lies in: the name of an agency's says whose it is, a citizen's nothing."""

import re

from shared.model.arrival import PREFIXES, Channel

_AGENCY = re.compile(
    rf"{PREFIXES[Channel.UPLOAD]}agency\.([\w+]{{1,128}})\.[0-9a-f]{{32}}/", re.ASCII
)


def agency_folder(client: str, letter: str) -> str:
    """The folder of the letter (32 hexadecimal digits) of an agency's client."""
    return f"agency.{client}.{letter}"


def client_of(key: str) -> str | None:
    """The client of the agency whose folder ``key`` is in; None for a citizen's, or a mail's."""
    found = _AGENCY.match(key)
    return found[1] if found else None
