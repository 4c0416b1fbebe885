"""``saraban corrections FILE``: the letters whose process was corrected at the desk, to learn from.

One line per letter, as ``saraban learn`` takes it, with the process that a clerk gave it last.
Personal numbers are masked; letters marked secret are left out.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from typing import Any

from cli.place import here
from cli.trouble import Trouble
from shared.aws.buckets import S3LetterStore
from shared.directory import offices
from shared.model.arrival import Channel
from shared.model.submission import Document, ReadLetter, Role
from shared.ports.buckets import LetterStore
from shared.ports.register import Register
from shared.thai.masking import masked


def run(asked: argparse.Namespace) -> int:
    """Write the file anew, with all corrections so far: learning wants them all each time."""
    place = here(asked.town)
    letters = S3LetterStore(place.session.client("s3"), place.name("LettersBucket"))
    lines = [json.dumps(row, ensure_ascii=False) for row in labelled(place.register, letters)]
    try:
        asked.file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise Trouble(f"{asked.file} cannot be written: {error.strerror}.") from None
    sys.stdout.write(f"{asked.file}: {len(lines)} letters\n")
    return 0


def labelled(register: Register, letters: LetterStore) -> Iterator[dict[str, Any]]:
    """Each corrected letter once, with the last process that a clerk gave it."""
    last = {event.submission_id: event for event in register.events.corrections()}
    for event in last.values():
        record = register.letters.get(event.submission_id)
        if record and not record.secret:
            letter = letters.read_letter(record.letter_key)
            yield _row(letter, event.detail.rpartition(" ")[2])


def _row(letter: ReadLetter, process: str) -> dict[str, Any]:
    submission = letter.submission
    known = offices.load()
    pairs = list(zip(submission.documents, letter.readings, strict=True))
    bodies = [reading.text for document, reading in pairs if document.role is Role.BODY]
    return {
        "id": submission.id,
        "channel": "email" if submission.channel is Channel.MAIL else submission.channel.value,
        "to": ", ".join(known.by_code(code).mailbox for code in submission.addressed),
        "from": submission.sender.address if submission.sender else "",
        "subject": masked(submission.subject),
        "body": masked("\n".join(bodies)),
        "attachments": [
            _attachment(document, reading.text)
            for document, reading in pairs
            if document.role is Role.ATTACHMENT
        ],
        "process": process,
    }


def _attachment(document: Document, text: str) -> dict[str, str]:
    return {"filename": document.name, "kind": document.kind, "text": masked(text)}
