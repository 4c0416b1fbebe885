"""A message out of Outlook's properties, in the form in which mails are taken apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.utils import format_datetime
from urllib.parse import quote

from functions.intake.mail import mapi
from functions.intake.mail.headers import Headers, split_message, split_part
from functions.intake.mail.mapi import Properties
from functions.intake.mail.rtf_compressed import unpacked_rtf
from functions.intake.mail.tree import Leaf, leaves
from functions.intake.reading.html import decoded_html, html_text
from functions.intake.reading.rtf import rtf_text

_ENTITY = re.compile(r"multipart/signed", re.IGNORECASE)
_MIME = re.compile(r"[\w.+-]{1,60}/[\w.+-]{1,80}", re.ASCII)
_MAIL_ENDING = ".eml"
_BREAKS = re.compile(r"[\r\n\x00]+")


@dataclass(frozen=True)
class OutlookFile:
    """One attachment: what is said about it, and its bytes."""

    about: Properties
    content: bytes
    type: str = ""
    """When the attachment itself is a message, what kind of bytes these are."""


@dataclass(frozen=True)
class OutlookMessage:
    """What Outlook keeps of one message."""

    about: Properties
    files: tuple[OutlookFile, ...] = ()


def headers_and_leaves(message: OutlookMessage) -> tuple[Headers, list[Leaf]]:
    """The message as if it had come as mail. Raises LetterTooLarge for too many parts."""
    found = list(_bodies(message.about))
    for file in message.files:
        found += _leaves(file)
    return _headers(message.about), found


def _headers(about: Properties) -> Headers:
    """The header fields kept from its journey, and over them what Outlook shows."""
    journey, _ = split_message(about.text(mapi.HEADERS).encode("utf-8", "replace"))
    sent = about.time(mapi.SENT, mapi.DELIVERED)
    shown = {
        "subject": about.text(mapi.SUBJECT),
        "from": _sender(about),
        "date": journey.text("date") or (format_datetime(sent) if sent else ""),
        "to": journey.text("to") or about.text(mapi.SHOWN_TO),
        "message-id": about.text(mapi.MESSAGE_ID),
    }
    kept = tuple((name, _value(value)) for name, value in shown.items() if value)
    return Headers(kept + tuple(each for each in journey.fields if each[0] not in dict(kept)))


def _sender(about: Properties) -> str:
    address = next(
        (
            found
            for tag in (mapi.SENDER_SMTP, mapi.SENDER_ADDRESS)
            if "@" in (found := about.text(tag))
        ),
        "",
    )
    name = about.text(mapi.SENDER_NAME).replace('"', "'")
    return f'"{name}" <{address}>' if address else ""


def _value(text: str) -> bytes:
    return _BREAKS.sub(" ", text).encode("utf-8", "replace")


def _bodies(about: Properties) -> Iterator[Leaf]:
    """Plain and HTML as two versions of one text; RTF only where there is neither."""
    plain = about.text(mapi.BODY)
    html = about.text(mapi.HTML) or decoded_html(about.data(mapi.HTML), about.charset_of_html)
    if plain.strip():
        yield _text("text/plain", plain)
    if html_text(html).strip():
        yield _text("text/html", html)
    elif not plain.strip() and (rtf := unpacked_rtf(about.data(mapi.RTF))):
        yield _text("text/plain", rtf_text(rtf))


def _text(kind: str, text: str) -> Leaf:
    declared = f"{kind}; charset=utf-8".encode()
    content = text.encode("utf-8", "replace")
    return Leaf(Headers((("content-type", declared),)), kind, content, alternative=1)


def _leaves(file: OutlookFile) -> Sequence[Leaf]:
    declared = file.type or file.about.text(mapi.MIME_TYPE).strip().lower()
    if _ENTITY.match(declared):  # a signed mail keeps its whole body as one attachment
        return leaves(*split_part(file.content))
    name = file.about.text(mapi.LONG_NAME, mapi.SHORT_NAME, mapi.SHOWN_NAME)
    if file.type and name and not name.lower().endswith(_MAIL_ENDING):
        name += _MAIL_ENDING
    fields = [("content-disposition", f"attachment; filename*=utf-8''{quote(name)}".encode())]
    if identity := file.about.text(mapi.CONTENT_ID):
        fields.append(("content-id", _value(f"<{identity.strip('<>')}>")))
    kind = declared if _MIME.fullmatch(declared) else "application/octet-stream"
    return [Leaf(Headers(tuple(fields)), kind, file.content)]
