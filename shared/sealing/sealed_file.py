"""The seal inside a receipt's PDF."""

import logging
from io import BytesIO

from pydantic import ValidationError
from pypdf import PdfReader

from shared.errors import NotGenuine
from shared.model.seal import Seal

NAME = "receipt.json"
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
"""It logs the bytes that it cannot read: they are a sender's."""


def seal_in(content: bytes) -> Seal:
    """The seal that a file carries. Raises NotGenuine: ``no_receipt``."""
    found = _attached(content)
    if len(found) != 1:
        raise NotGenuine("no_receipt")
    try:
        return Seal.model_validate_json(found[0])
    except ValidationError:
        raise NotGenuine("no_receipt") from None


def _attached(content: bytes) -> list[bytes]:
    try:
        return list(PdfReader(BytesIO(content)).attachments.get(NAME, ()))
    except Exception:  # noqa: BLE001 - foreign bytes: pypdf may raise anything
        return []
