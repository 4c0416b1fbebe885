"""The bytes of a mail into a ParsedMail."""

from collections.abc import Sequence

from functions.intake.mail.addresses import answered_ids, own_id, senders
from functions.intake.mail.headers import Headers
from functions.intake.mail.machine import judged
from functions.intake.mail.parsed import ParsedMail
from functions.intake.mail.parts import parts_of
from functions.intake.mail.tree import Leaf, leaves, message
from shared.errors import LetterTooLarge
from shared.model.submission import Role

MOST_BYTES = 40 * 1024 * 1024
"""The largest mail that SES takes."""
_LONGEST_SUBJECT = 1_000
_LONGEST_DATE = 100


def parse_mail(raw: bytes) -> ParsedMail:
    """Take a message apart. Raises LetterTooLarge and nothing else, whatever the bytes.

    What cannot be understood is kept as text; what is missing is empty or None.
    """
    if len(raw) > MOST_BYTES:
        raise LetterTooLarge(f"{len(raw) // 1024 // 1024} MB")
    headers, body = message(raw)
    return parsed(headers, leaves(headers, body))


def parsed(headers: Headers, found: Sequence[Leaf]) -> ParsedMail:
    """A message of which headers and leaves are known. Raises LetterTooLarge."""
    parts = tuple(parts_of(found))
    sender = next(iter(senders(headers, "from")), None)
    reply_to = next(iter(senders(headers, "reply-to")), None)
    subject = headers.text("subject")[:_LONGEST_SUBJECT]
    answered = reply_to or sender
    documents = any(part.role is Role.ATTACHMENT and not part.incidental for part in parts)
    verdict = judged(headers, subject, answered.address if answered else None, documents=documents)
    return ParsedMail(
        sender=sender,
        reply_to=reply_to.address if reply_to else None,
        to=tuple(each.address for each in senders(headers, "to")),
        cc=tuple(each.address for each in senders(headers, "cc")),
        subject=subject,
        date=headers.text("date")[:_LONGEST_DATE],
        message_id=own_id(headers.raw("message-id")),
        in_reply_to=answered_ids(headers),
        machine=verdict.machine,
        auto_reply=verdict.auto_reply,
        bounce=verdict.bounce,
        ours=verdict.ours,
        parts=parts,
    )
