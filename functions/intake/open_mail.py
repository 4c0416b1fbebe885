"""Opening a mail: what it says of itself, and whether we take it at all."""

from collections.abc import Iterable

from functions.intake.identity import mail_id
from functions.intake.mail import MailPart, ParsedMail, parse_mail
from functions.intake.mail.bounced import bounced_ids
from functions.intake.opened import Opened, Piece
from shared.directory.offices import Directory
from shared.errors import EmptyLetter, FromAMachine, OurOwnMail, Refused
from shared.model.arrival import Arrival
from shared.model.fact import OfficeCode


def open_mail(arrival: Arrival, raw: bytes, directory: Directory) -> Opened:
    """Take a mail apart. Raises LetterTooLarge when there is more than SES accepts."""
    mail = parse_mail(raw)
    return Opened(
        id=mail_id(mail),
        sender=mail.sender,
        addressed=addressed_offices(arrival.recipients, directory),
        subject=mail.subject,
        pieces=tuple(map(_piece, mail.parts)),
        reply_to=mail.reply_to,
        message_id=mail.message_id,
        in_reply_to=mail.in_reply_to,
        machine=mail.machine,
        refused=_refusal(mail),
        bounced=bounced_ids(raw) if mail.bounce else (),
    )


def addressed_offices(recipients: Iterable[str], directory: Directory) -> tuple[OfficeCode, ...]:
    """The offices whose mailboxes the envelope named, each once, in the envelope's order."""
    found = (directory.by_mailbox(recipient) for recipient in recipients)
    return tuple(dict.fromkeys(office.code for office in found if office))


def _refusal(mail: ParsedMail) -> Refused | None:
    if mail.ours:
        return OurOwnMail()
    if mail.bounce:
        return FromAMachine("bounce")
    if mail.auto_reply:
        return FromAMachine("automatic reply")
    if mail.empty:
        return EmptyLetter()
    return None


def _piece(part: MailPart) -> Piece:
    return Piece(
        role=part.role,
        name=part.name,
        content=part.content,
        kind=part.kind,
        charset=part.charset,
        note=part.note,
        incidental=part.incidental,
    )
