"""One statement, one text: the bytes whose hash a receipt's code carries.

JSON (RFC 8259) as UTF-8: keys sorted, no spaces, nothing escaped that need not be, times as
ISO 8601. A text that says the same in other bytes is not the statement.
"""

import json
from hashlib import sha256

from pydantic import ValidationError

from shared.errors import NotGenuine
from shared.model.seal import Statement


def canonical(statement: Statement) -> str:
    """The statement's one text."""
    return json.dumps(
        statement.model_dump(mode="json"),
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
    )


def read(text: str) -> Statement:
    """The statement of a text. Raises NotGenuine unless it is its one text."""
    try:
        statement = Statement.model_validate_json(text)
    except ValidationError:
        raise NotGenuine("statement_unreadable") from None
    if canonical(statement) != text:
        raise NotGenuine("statement_unreadable")
    return statement


def digest(text: str) -> bytes:
    """The SHA-256 of a statement's text."""
    return sha256(text.encode()).digest()
