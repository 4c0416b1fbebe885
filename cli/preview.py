"""``saraban preview``: every kind of message that a sender can get, about invented letters."""

import argparse
import sys
import webbrowser
from email.message import EmailMessage
from pathlib import Path

from cli.trouble import Trouble
from samples.messages.kinds import MESSAGES


def run(asked: argparse.Namespace) -> int:
    """Write text, HTML and PDF of each kind into a folder; show them if that is asked."""
    unknown = [kind for kind in asked.kinds if kind not in MESSAGES]
    if unknown:
        raise Trouble(f"No message is called {unknown[0]!r}. There are: {', '.join(MESSAGES)}.")
    for kind in asked.kinds or MESSAGES:
        files = write(kind, MESSAGES[kind](), asked.out)
        sys.stdout.write(f"{kind}: {', '.join(map(str, files))}\n")
        if asked.open:
            webbrowser.open(files[-1].resolve().as_uri())
    return 0


def write(kind: str, message: EmailMessage, folder: Path) -> list[Path]:
    """The parts of a message as files ``kind.txt``, ``.html`` and, if it has one, ``.pdf``."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for part in message.walk():
        ending = _ENDINGS.get(part.get_content_type())
        content = part.get_payload(decode=True)
        if ending and isinstance(content, bytes):
            file = folder / f"{kind}.{ending}"
            file.write_bytes(_with_subject(message, content) if ending == "txt" else content)
            written.append(file)
    return written


_ENDINGS = {"text/plain": "txt", "text/html": "html", "application/pdf": "pdf"}


def _with_subject(message: EmailMessage, text: bytes) -> bytes:
    return f"{message['Subject']}\n\n".encode() + text
