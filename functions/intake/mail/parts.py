"""The leaves of a mail as bodies and attachments; nothing is dropped without a reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from functions.intake.mail.furniture import furniture_note, referenced
from functions.intake.mail.parsed import MailPart
from functions.intake.mail.tree import MOST_PARTS, Leaf, leaves, message
from functions.intake.mail.versions import says_no_more
from functions.intake.notes import BROKEN, TOO_DEEP, attached_inside
from functions.intake.reading.charsets import decode
from functions.intake.reading.html import decoded_html, html_text
from functions.intake.reading.kinds import Kind
from functions.intake.reading.names import extension, shown_name
from functions.intake.reading.sniffing import kind_of
from shared.errors import LetterTooLarge
from shared.model.submission import Role

_HTML_TYPES = ("text/html", "application/xhtml+xml", "text/x-amp-html")
_MESSAGES = ("message/rfc822", "message/global", "message/news")
_MOST_NESTING = 8
"""Mails within mails; a chain of forwards is seldom longer."""
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


def parts_of(found: Sequence[Leaf], nesting: int = 0) -> list[MailPart]:
    """Bodies and attachments in the sender's order, nested ones behind their mail.

    Raises LetterTooLarge beyond MOST_PARTS, those of nested mails included.
    """
    bodies = {id(leaf): _body(leaf) for leaf in found if _is_body(leaf)}
    texts = tuple(bodies.values())
    shown = frozenset[str]().union(*(referenced(body.source) for body in texts))
    parts: list[MailPart] = []
    for number, leaf in enumerate(found, start=1):
        if body := bodies.get(id(leaf)):
            parts += [_body_part(body)] if body.visible.strip() and _needed(body, texts) else []
        elif leaf.content:
            parts += _attached(_attachment(leaf, number, shown), nesting)
        if len(parts) > MOST_PARTS:
            raise LetterTooLarge(f"more than {MOST_PARTS} parts")
    return parts


def _attached(part: MailPart, nesting: int) -> list[MailPart]:
    if not _is_mail(part):
        return [part]
    if nesting >= _MOST_NESTING:
        return [part.model_copy(update={"note": TOO_DEEP})]
    return [part, *within(part.name, part.content, nesting)]


def within(name: str, content: bytes, nesting: int = 0) -> Iterator[MailPart]:
    """The attachments of a mail kept as a file, each with a note saying where it lay."""
    headers, body = message(content)
    for part in parts_of(leaves(headers, body), nesting + 1):
        if part.role is Role.ATTACHMENT:
            note = f"{attached_inside(name)} · {part.note}" if part.note else attached_inside(name)
            yield part.model_copy(update={"note": note})


def _is_body(leaf: Leaf) -> bool:
    if not leaf.type.startswith("text/") and leaf.type not in _HTML_TYPES:
        return False
    return leaf.headers.disposition != "attachment" and not leaf.headers.file_name


def _is_mail(part: MailPart) -> bool:
    declared = part.declared_type in _MESSAGES or extension(part.name) == "eml"
    return declared and kind_of(part.content) in (Kind.EML, Kind.TEXT, Kind.HTML)


def _body(leaf: Leaf) -> _Body:
    charset = leaf.headers.type_parameters.get("charset")
    if leaf.type in _HTML_TYPES:
        source = decoded_html(leaf.content, charset)
        return _Body(leaf, Kind.HTML, source, html_text(source))
    text = decode(leaf.content, charset)
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
        name="body.html" if body.kind is Kind.HTML else "body.txt",
        declared_type=body.leaf.type,
        content=body.source.encode(),
        kind=body.kind,
        note=BROKEN if body.leaf.broken else None,
    )


def _attachment(leaf: Leaf, number: int, shown: frozenset[str]) -> MailPart:
    otherwise = f"attachment-{number}{_ENDINGS.get(leaf.type, '')}"
    furniture = furniture_note(leaf, shown)
    return MailPart(
        role=Role.ATTACHMENT,
        name=shown_name(leaf.headers.file_name, otherwise),
        declared_type=leaf.type,
        content=leaf.content,
        charset=leaf.headers.type_parameters.get("charset"),
        note=furniture,
        incidental=furniture is not None,
    )
