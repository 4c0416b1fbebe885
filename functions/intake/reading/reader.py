"""Any file into a Reading: text page by page, or the named reason why there is none."""

from functions.intake.mail import parse_mail
from functions.intake.reading.budget import MOST_BYTES, Budget
from functions.intake.reading.charsets import decode
from functions.intake.reading.html import decoded_html, html_text
from functions.intake.reading.kinds import PICTURES, Kind
from functions.intake.reading.likeness import likeness
from functions.intake.reading.ocr import EngineSource, tesseract
from functions.intake.reading.office import holds_more_than_text, office_pictures, office_text
from functions.intake.reading.pdf import read_pdf
from functions.intake.reading.picture import read_picture
from functions.intake.reading.refusals import Refusal, Unreadable, refused
from functions.intake.reading.sniffing import kind_of
from functions.intake.reading.tidy import tidied
from shared.errors import LetterTooLarge, NotConfigured
from shared.model.reading import LEGIBLE, Page, Reading, Source
from shared.model.submission import Role

INCIDENTAL = Reading(pages=(Page(text="", source=Source.NONE, legibility=1.0),))
"""The Reading of a logo or a signature file: there is nothing in it to be read."""

_OFFICE = frozenset({Kind.DOCX, Kind.XLSX, Kind.PPTX, Kind.ODF})
_REFUSED = {
    Kind.EXECUTABLE: Refusal.EXECUTABLE,
    Kind.ZIP: Refusal.ARCHIVE,
    Kind.ARCHIVE: Refusal.ARCHIVE,
    Kind.LOCKED_OFFICE: Refusal.PASSWORD,
    Kind.UNKNOWN: Refusal.UNKNOWN_KIND,
}


def read(
    content: bytes,
    kind: Kind | None = None,
    charset: str | None = None,
    engine: EngineSource = tesseract,
    budget: Budget | None = None,
) -> tuple[Kind, Reading]:
    """What a document is and what it says. No bytes make this fail.

    ``kind`` is given for bodies of mails, whose kind is not a question; ``charset`` is what
    the mail declared; ``engine`` is called only when a picture must be read. The documents
    of one letter may share a ``budget``. Raises NotConfigured when there is no OCR engine.
    """
    kind = kind or kind_of(content)
    try:
        if not content.strip():
            raise Unreadable(Refusal.EMPTY)  # noqa: TRY301 - one way out for every refusal
        if len(content) > MOST_BYTES:
            raise Unreadable(Refusal.TOO_LARGE)  # noqa: TRY301 - see above
        reading = _read(content, kind, charset, engine, budget or Budget())
    except Unreadable as unreadable:
        return kind, refused(unreadable.refusal)
    except NotConfigured:
        raise
    except MemoryError:
        return kind, refused(Refusal.TOO_LARGE)
    except Exception:  # noqa: BLE001 - foreign bytes: any reader may raise anything
        return kind, refused(Refusal.CORRUPT)
    return kind, _judged(reading)


def _read(
    content: bytes,
    kind: Kind,
    charset: str | None,
    engine: EngineSource,
    budget: Budget,
) -> Reading:
    if kind is Kind.PDF:
        return read_pdf(content, engine, budget)
    if kind in PICTURES:
        return read_picture(content, engine, budget)
    if kind in _OFFICE:
        return _read_office(content, kind, engine, budget)
    if kind is Kind.HTML:
        return _one_page(html_text(decoded_html(content, charset)), Source.TEXT)
    if kind is Kind.EML:
        return _one_page(mail_text(content), Source.TEXT)
    if kind is Kind.TEXT:
        return _one_page(decode(content, charset), Source.TEXT)
    raise Unreadable(_REFUSED.get(kind, Refusal.KIND_NOT_READ))


def mail_text(content: bytes) -> str:
    """A mail kept as a file: who wrote to whom when about what, then its text.

    Its attachments are documents of their own (``attachments_within``).
    """
    try:
        mail = parse_mail(content)
    except LetterTooLarge:
        raise Unreadable(Refusal.TOO_LARGE) from None
    sender = f"{mail.sender.name} <{mail.sender.address}>" if mail.sender else ""
    lines = [f"From: {sender}", f"Date: {mail.date}", f"Subject: {mail.subject}", ""]
    for part in mail.parts:
        if part.role is Role.BODY:
            text = part.content.decode()
            lines.append(html_text(text) if part.kind is Kind.HTML else text)
    return "\n".join(lines)


def _read_office(content: bytes, kind: Kind, engine: EngineSource, budget: Budget) -> Reading:
    first = _one_page(office_text(content, kind), Source.TEXT_LAYER)
    pages, unread = list(first.pages), 0
    pictures = office_pictures(content) if pages else office_pictures(content, smallest=0)
    for picture in pictures:
        try:
            seen = read_picture(picture, engine, budget)
        except Unreadable:
            unread += 1
            continue
        pages += seen.pages
        unread += seen.unread_pages
    if not pages and holds_more_than_text(content):
        raise Unreadable(Refusal.NOT_LEGIBLE)
    return Reading(pages=tuple(pages), unread_pages=unread)


def _one_page(text: str, source: Source) -> Reading:
    text = tidied(text)
    return Reading(
        pages=(Page(text=text, source=source, legibility=round(likeness(text), 2)),) if text else ()
    )


def _judged(reading: Reading) -> Reading:
    """Says ``empty`` when there is nothing, ``not_legible`` when no page could really be read."""
    if any(page.text and page.legibility >= LEGIBLE for page in reading.pages):
        return reading
    blank = all(not page.text and page.legibility >= LEGIBLE for page in reading.pages)
    refusal = Refusal.EMPTY if blank and not reading.unread_pages else Refusal.NOT_LEGIBLE
    return reading.model_copy(update={"refusal": refusal.value})
