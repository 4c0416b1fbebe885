"""The text layer of a PDF as pypdf reads it, and what was typed into its form fields."""

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PasswordType, PdfReader

from functions.intake.reading.refusals import Refusal, Unreadable

# Its warnings quote the file, and logs are no place for that.
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)

_FIELD, _TYPED = "/Widget", "/FreeText"
_PARENTS = 8
"""A field's value may stand at its parent; no real form nests deeper."""


class PypdfText:
    """One PDF opened with pypdf. Broken files may make any method raise anything."""

    def __init__(self, content: bytes) -> None:
        """Raises Unreadable(password) when the empty password does not open it."""
        self._reader = PdfReader(BytesIO(content), strict=False)
        locked = self._reader.is_encrypted
        if locked and self._reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            raise Unreadable(Refusal.PASSWORD)
        self.pages = len(self._reader.pages)

    def text(self, number: int) -> str:
        """The text layer of a page (from 0)."""
        return self._reader.pages[number].extract_text()

    def typed(self, number: int) -> str:
        """What a person typed over a page: form fields, text boxes of a PDF editor."""
        return "\n".join(_typed(self._reader.pages[number].get("/Annots")))


def _typed(annotations: Any) -> Iterator[str]:
    for reference in _resolved(annotations) or ():
        annotation = _resolved(reference)
        kind = annotation.get("/Subtype")
        value = _value(annotation) if kind == _FIELD else None
        value = annotation.get("/Contents") if kind == _TYPED else value
        if isinstance(value := _resolved(value), str) and value.strip():
            yield value.removeprefix("/")


def _value(field: Any) -> Any:
    for _ in range(_PARENTS):
        if field is None or "/V" in field:
            break
        field = _resolved(field.get("/Parent"))
    return field.get("/V") if field else None


def _resolved(thing: Any) -> Any:
    return thing.get_object() if hasattr(thing, "get_object") else thing
