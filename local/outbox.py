"""The outbox: every mail that the pretend SES accepted, as a file."""

from datetime import datetime
from pathlib import Path


def put(folder: Path, ses_id: str, message: bytes, at: datetime) -> Path:
    """Write one mail, whole or not at all; the name sorts by time and names nobody."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{at:%Y%m%dT%H%M%S%f}-{ses_id[:16]}"
    part = folder / f".{name}.part"
    part.write_bytes(message)
    place = folder / f"{name}.eml"
    return part.replace(place)


def mails(folder: Path) -> tuple[Path, ...]:
    """The mails in the outbox, oldest first."""
    return tuple(sorted(folder.glob("*.eml")))
