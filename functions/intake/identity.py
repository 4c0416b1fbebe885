"""Who a letter is: the same letter gets the same id, however often and by whatever way.

Ids come from what the sender made, never from what the transport wrote on it, so a mail
delivered to two mailboxes in two transactions is one submission.
"""

from collections.abc import Iterable
from hashlib import sha256

from functions.intake.mail import ParsedMail
from shared.model.fact import SubmissionId

_LENGTH = 20
"""Hexadecimal digits: 80 bits, so that two letters in a billion do not meet."""


def mail_id(mail: ParsedMail) -> SubmissionId:
    """By Message-ID, From, Date, Subject and every part.

    Trace headers (Received, DKIM-Signature and so on) do not count. Without a Message-ID
    the rest identifies the letter.
    """
    sender = mail.sender.address if mail.sender else ""
    contents = (part.content for part in mail.parts)
    return _id("mail", mail.message_id or "", sender, mail.date, mail.subject, *_hashes(contents))


def upload_id(folder: str, manifest: bytes, files: Iterable[bytes]) -> SubmissionId:
    """By the folder's key, the manifest's bytes and the files in the manifest's order."""
    return _id("upload", folder, *_hashes([manifest]), *_hashes(files))


def drop_id(bucket: str, key: str, content: bytes) -> SubmissionId:
    """By the place where the file was dropped and its bytes."""
    return _id("drop", bucket, key, *_hashes([content]))


def _hashes(contents: Iterable[bytes]) -> list[str]:
    return [sha256(content).hexdigest() for content in contents]


def _id(*fields: str) -> SubmissionId:
    digest = sha256()
    for field in fields:
        written = field.encode("utf-8", "replace")
        digest.update(f"{len(written)}:".encode() + written)  # no two lists read the same
    return SubmissionId(digest.hexdigest()[:_LENGTH])
