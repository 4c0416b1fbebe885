"""The leaves of a mail as bodies and attachments; nothing is dropped without a reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from functions.intake.mail.flowed import unflowed
from functions.intake.mail.furniture import furniture_note, referenced
from functions.intake.mail.parsed import MailPart
from functions.intake.mail.tree import MOST_PARTS, Leaf
from functions.intake.mail.uuencoded import with_files_apart
from functions.intake.mail.versions import says_no_more
from functions.intake.notes import BROKEN
from functions.intake.reading.charsets import decode
from functions.intake.reading.html import decoded_html, html_text
from functions.intake.reading.kinds import Kind
from functions.intake.reading.names import extension, shown_name
from functions.intake.reading.sniffing import kind_of
from shared.errors import LetterTooLarge
from shared.model.submission import Role

_HTML_TYPES = ("text/html", "application/xhtml+xml", "text/x-amp-html")
_MESSAGES = ("message/rfc822", "message/global", "message/news")
_CALENDAR = "text/calendar"
_BODY_NAMES = {Kind.HTML: "body.html", Kind.TEXT: "body.txt", Kind.CALENDAR: "body.ics"}
_ENDINGS = {
    "application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png", "image/tiff": ".tif",
    "image/gif": ".gif", "image/webp": ".webp", "image/heic": ".heic", "image/bmp": ".bmp",
    "text/html": ".html", "text/plain": ".txt", "text/calendar": ".ics", "text/csv": ".csv",
    "application/zip": ".zip", "application/msword": ".doc", "message/rfc822": ".eml",
    "message/delivery-status": ".txt", "message/disposition-notification": ".txt",
}  # fmt: skip


@dataclass(frozen=True)
class _Body:
    """A text leaf with its text; ``visible`` is what a reader of it sees."""

    leaf: Leaf
    kind: Kind
    source: str
    visible: str


def parts_of(leaves: Sequence[Leaf]) -> list[MailPart]:
    """Bodies and attachments in the sender's order. Raises LetterTooLarge beyond MOST_PARTS."""
    found = [each for leaf in leaves for each in _apart(leaf)]
    bodies = {id(leaf): _body(leaf) for leaf in found if _is_body(leaf)}
    texts = tuple(bodies.values())
    shown = frozenset[str]().union(*(referenced(body.source) for body in texts))
    parts: list[MailPart] = []
    for number, leaf in enumerate(found, start=1):
        if body := bodies.get(id(leaf)):
            parts += [_body_part(body)] if body.visible.strip() and _needed(body, texts) else []
        elif leaf.content:
            parts.append(_attachment(leaf, number, shown))
        if len(parts) > MOST_PARTS:
            raise LetterTooLarge(f"more than {MOST_PARTS} parts")
    return parts


def _apart(leaf: Leaf) -> Sequence[Leaf]:
    plain = leaf.type == "text/plain" and _is_body(leaf)
    return tuple(with_files_apart(leaf)) if plain else (leaf,)


def _is_body(leaf: Leaf) -> bool:
    if not leaf.type.startswith("text/") and leaf.type not in _HTML_TYPES:
        return False
    return leaf.headers.disposition != "attachment" and not leaf.headers.file_name


def _is_mail(leaf: Leaf, name: str) -> bool:
    declared = leaf.type in _MESSAGES or extension(name) == "eml"
    return declared and kind_of(leaf.content) in (Kind.EML, Kind.TEXT, Kind.HTML)


def _body(leaf: Leaf) -> _Body:
    settings = leaf.headers.type_parameters
    charset = settings.get("charset")
    if leaf.type in _HTML_TYPES:
        source = decoded_html(leaf.content, charset)
        return _Body(leaf, Kind.HTML, source, html_text(source))
    text = decode(leaf.content, charset)
    if leaf.type == _CALENDAR:
        return _Body(leaf, Kind.CALENDAR, text, text)
    if settings.get("format", "").lower() == "flowed":
        text = unflowed(text, without_space=settings.get("delsp", "").lower() == "yes")
    return _Body(leaf, Kind.TEXT, text, text)


def _needed(body: _Body, bodies: Sequence[_Body]) -> bool:
    """Whether no plain version of the same text says all that this one says."""
    if body.kind is not Kind.HTML or not body.leaf.alternative:
        return True
    plain = "\n".join(
        other.source
        for other in bodies
        if other.leaf.alternative == body.leaf.alternative and other.kind is Kind.TEXT
    )
    return not (plain.strip() and says_no_more(body.visible, plain))


def _body_part(body: _Body) -> MailPart:
    return MailPart(
        role=Role.BODY,
        name=_BODY_NAMES[body.kind],
        declared_type=body.leaf.type,
        content=body.source.encode(),
        kind=body.kind,
        note=BROKEN if body.leaf.broken else None,
    )


def _attachment(leaf: Leaf, number: int, shown: frozenset[str]) -> MailPart:
    otherwise = f"attachment-{number}{_ENDINGS.get(leaf.type, '')}"
    name = shown_name(leaf.headers.file_name, otherwise)
    furniture = furniture_note(leaf, shown)
    return MailPart(
        role=Role.ATTACHMENT,
        name=name,
        declared_type=leaf.type,
        content=leaf.content,
        kind=Kind.EML if _is_mail(leaf, name) else None,
        charset=leaf.headers.type_parameters.get("charset"),
        note=furniture,
        incidental=furniture is not None,
    )
