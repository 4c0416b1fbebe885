"""The kept inbox, and the enclosures inside it."""

import tomllib
from email import message_from_bytes

from samples.inbox import INBOX
from samples.letter import letters
from samples.make import LETTERS


def inbox():
    """Every kept file by its path in the inbox."""
    return {
        file.relative_to(INBOX).as_posix(): file.read_bytes()
        for file in INBOX.rglob("*")
        if file.is_file()
    }


def enclosures():
    """The drawn enclosures as the kept inbox has them, by the name they were drawn under."""
    kept = inbox()
    table = tomllib.loads(LETTERS.read_text(encoding="utf-8"))
    found: dict[str, bytes] = {}
    for name, letter in letters(table["mail"]).items():
        contents = _attached(kept[f"{name}.eml"])
        found |= {
            enclosure.drawn: content
            for enclosure, content in zip(letter.enclosures, contents, strict=True)
        }
    for folder, upload in table["upload"].items():
        drawn = upload.get("drawn", {})
        found |= {source: kept[f"{folder}/{name}"] for name, source in drawn.items()}
    return found | {source: kept[key] for key, source in table["drop"].items()}


def _attached(mail):
    parts = [part for part in message_from_bytes(mail).walk() if not part.is_multipart()]
    return [part.get_payload(decode=True) for part in parts if part.get_content_disposition()]
