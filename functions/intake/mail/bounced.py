"""Which messages a delivery report speaks of.

Reports quote the message that came back, whole or its headers alone, in whatever form the
vendor likes (RFC 3464 is one of many): what they all keep is a line with its Message-ID.
"""

import re

MOST_BYTES = 512 * 1024
"""Of a report: the headers that it quotes stand at its beginning or after its text."""
MOST_IDS = 50
_LINES = re.compile(
    rb"^[> \t]{0,8}(?:x-|original-){0,2}(?:message-id|in-reply-to|references)[ \t]*:"
    rb"(?P<ids>[^\r\n]{0,2000}(?:\r?\n[> ]{0,8}[ \t][^\r\n]{0,1000}){0,20})",
    re.IGNORECASE | re.MULTILINE,
)
_ID = re.compile(rb"<[!-;=?-~]{1,240}@[!-;=?-~]{1,240}>")


def bounced_ids(raw: bytes) -> tuple[str, ...]:
    """Every Message-ID that the report's headers or quoted headers name, each once."""
    lines = (match["ids"] for match in _LINES.finditer(raw[:MOST_BYTES]))
    found = (one.decode("ascii") for line in lines for one in _ID.findall(line))
    return tuple(dict.fromkeys(found))[:MOST_IDS]
