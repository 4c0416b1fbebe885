"""A form with files in it (RFC 7578), read from its bytes. Pure.

Only what browsers send is understood; anything else is no form of ours.
"""

import re
from collections.abc import Iterator
from email.message import Message

from shared.errors import NotHere
from shared.model.fact import Fact

MOST_PARTS = 40
_BOUNDARY = re.compile(
    r'multipart/form-data;.*?boundary="?([!-!#-~]{1,70}?)"?(?:;|$)', re.IGNORECASE
)


class Part(Fact):
    """One field. ``filename`` is None for a field that is no file."""

    name: str
    filename: str | None
    content: bytes


def is_multipart(content_type: str) -> bool:
    """Whether a form came in this form."""
    return content_type.lower().startswith("multipart/form-data")


def parts(content_type: str, body: bytes) -> tuple[Part, ...]:
    """The fields in their order. Raises NotHere for what no browser sends."""
    found = _BOUNDARY.match(content_type)
    if found is None:
        raise NotHere
    sections = (b"\r\n" + body).split(b"\r\n--" + found[1].encode())
    # Before the first boundary stands nothing; after the last stand two dashes.
    inner = sections[1:-1]
    if len(inner) > MOST_PARTS or not sections[-1].startswith(b"--"):
        raise NotHere
    return tuple(_parts(inner))


def _parts(sections: list[bytes]) -> Iterator[Part]:
    for section in sections:
        head, blank, content = section.partition(b"\r\n\r\n")
        if not blank:
            raise NotHere
        said = Message()
        for line in head.decode("utf-8", "replace").split("\r\n"):
            name, _, value = line.partition(":")
            said[name.strip()] = value.strip()
        field = said.get_param("name", header="content-disposition")
        named = said.get_param("filename", header="content-disposition")
        if not isinstance(field, str):
            raise NotHere
        filename = named if isinstance(named, str) else None
        yield Part(name=field, filename=filename, content=content)
