"""Any file into a Reading: text page by page, or the named reason why there is none."""

from functions.intake.mail.kept import MAILS, kept_mail, mail_text
from functions.intake.reading.archives import ARCHIVES
from functions.intake.reading.budget import MOST_BYTES, Budget
from functions.intake.reading.calendar import calendar_text
from functions.intake.reading.charsets import decode
from functions.intake.reading.holders import read_holder
from functions.intake.reading.html import decoded_html, html_text
from functions.intake.reading.kinds import PICTURES, Kind
from functions.intake.reading.ocr import EngineSource, tesseract
from functions.intake.reading.office_reading import OFFICE, read_office, read_old_office
from functions.intake.reading.old_office import OLD_OFFICE
from functions.intake.reading.one_page import one_page
from functions.intake.reading.pdf import read_pdf
from functions.intake.reading.picture import read_picture
from functions.intake.reading.refusals import Refusal, Unreadable, refused
from functions.intake.reading.sniffing import kind_of
from shared.errors import LetterTooLarge, NotConfigured
from shared.model.reading import LEGIBLE, Page, Reading, Source

INCIDENTAL = Reading(pages=(Page(text="", source=Source.NONE, legibility=1.0),))
"""The Reading of a logo or a signature file: there is nothing in it to be read."""

_HOLDERS = ARCHIVES | {Kind.PKCS7}
_REFUSED = {
    Kind.EXECUTABLE: Refusal.EXECUTABLE,
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
        if kind in _HOLDERS:
            return kind, read_holder(content, kind)
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
    if kind in OFFICE:
        return read_office(content, kind, engine, budget)
    if kind in OLD_OFFICE:
        return read_old_office(content, kind, engine, budget)
    return one_page(_plain(content, kind, charset), Source.TEXT)


def _plain(content: bytes, kind: Kind, charset: str | None) -> str:
    if kind is Kind.HTML:
        return html_text(decoded_html(content, charset))
    if kind in MAILS:
        return _mail(content, kind)
    if kind is Kind.CALENDAR:
        return calendar_text(decode(content, charset))
    if kind is Kind.TEXT:
        return decode(content, charset)
    raise Unreadable(_REFUSED.get(kind, Refusal.KIND_NOT_READ))


def _mail(content: bytes, kind: Kind) -> str:
    """Its attachments are documents of their own."""
    try:
        return mail_text(kept_mail(content, kind))
    except LetterTooLarge:
        raise Unreadable(Refusal.TOO_LARGE) from None


def _judged(reading: Reading) -> Reading:
    """Names why there is no text: nothing is there, it is not legible, or no page was begun."""
    if any(page.text and page.legibility >= LEGIBLE for page in reading.pages):
        return reading
    blank = all(not page.text and page.legibility >= LEGIBLE for page in reading.pages)
    refusal = Refusal.EMPTY if blank else Refusal.NOT_LEGIBLE
    if reading.unread_pages and not reading.pages:
        refusal = Refusal.TOOK_TOO_LONG
    elif reading.unread_pages:
        refusal = Refusal.NOT_LEGIBLE
    return reading.model_copy(update={"refusal": refusal.value})
