"""Mails kept as files: .eml, and Outlook's .msg and winmail.dat."""

from functions.intake.mail.msg import msg_message
from functions.intake.mail.outlook import headers_and_leaves
from functions.intake.mail.parsed import ParsedMail
from functions.intake.mail.parsing import parse_mail, parsed
from functions.intake.mail.tnef import tnef_message
from functions.intake.reading.html import html_text
from functions.intake.reading.kinds import Kind
from shared.model.submission import Role

MAILS = frozenset({Kind.EML, Kind.MSG, Kind.TNEF})


def kept_mail(content: bytes, kind: Kind) -> ParsedMail:
    """The mail in a file of one of the kinds in MAILS.

    Raises LetterTooLarge; for broken files of Outlook's anything.
    """
    if kind is Kind.EML:
        return parse_mail(content)
    message = msg_message(content) if kind is Kind.MSG else tnef_message(content)
    return parsed(*headers_and_leaves(message))


def mail_text(mail: ParsedMail) -> str:
    """Who wrote when about what, then the text; without any text, what is attached."""
    sender = f"{mail.sender.name} <{mail.sender.address}>".strip() if mail.sender else ""
    about = {"From": sender, "Date": mail.date, "Subject": mail.subject}
    lines = [f"{name}: {value}" for name, value in about.items() if value]
    bodies = [part for part in mail.parts if part.role is Role.BODY]
    for part in bodies:
        text = part.content.decode()
        lines += ["", html_text(text) if part.kind is Kind.HTML else text]
    if not bodies:
        lines += [f"Attached: {part.name}" for part in mail.parts]
    return "\n".join(lines)
