"""Mails, PDFs and scans, read."""

from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes, policy
from importlib import import_module
from io import BytesIO
from itertools import chain, islice
from random import Random

import pypdfium2 as pdfium
from pypdf import PdfReader

from benchmarks.benching.row import Row, milliseconds
from benchmarks.reading_bench.drawn import Font, pdf, pictures, thai_fonts
from benchmarks.reading_bench.engines import by_plain_engine, by_reader, warm_up
from benchmarks.reading_bench.sheets import some_letters, some_sheets
from benchmarks.reading_bench.text_mails import HTML, PLAIN, WITH_PDF, mails
from benchmarks.reading_bench.whole_letters import result
from benchmarks.reading_bench.worn import DRAWN_AT, scanned
from functions.intake.mail import parse_mail
from functions.intake.reading.reader import read

SEED = 20261122
_MAILS, _PDFS = 30, 6


def mail_rows() -> Iterator[Row]:
    """Parsing a mail into its decoded parts."""
    kinds = chain.from_iterable(mails(kind, _MAILS, SEED) for kind in (PLAIN, HTML, WITH_PDF))
    raws = list(kinds)
    Random(SEED).shuffle(raws)  # noqa: S311 - an order, no secret
    ours = milliseconds(parse_mail, raws)
    yield Row("mail parsed", ours, "CPU ms", "email, policy.default", milliseconds(_standard, raws))
    yield Row("mail parsed", ours, "CPU ms", "mail-parser", _maybe("mailparser", raws))


def pdf_rows() -> Iterator[Row]:
    """The text of a PDF that has a text layer, three pages."""
    sheets = some_sheets(3 * _PDFS, SEED)
    files = [pdf(sheets[n : n + 3], Font("Sarabun", 400)) for n in range(0, 3 * _PDFS, 3)]
    ours = milliseconds(read, files)
    yield Row("PDF's text, 3 pages", ours, "CPU ms", "pypdf", milliseconds(_pypdf, files))
    yield Row("PDF's text, 3 pages", ours, "CPU ms", "pdfium", milliseconds(_pdfium, files))


def scan_rows(pages: int, letters: int) -> Iterator[Row]:
    """Scanned pages, and letters of them that need not be read to their end."""
    warm_up()
    font = thai_fonts(None, 1)[0]
    sheets = [pictures([one], font, None, DRAWN_AT)[0] for one in some_sheets(pages, SEED)]
    files = [scanned(sheet, SEED + n) for n, sheet in enumerate(sheets)]
    ours, plain = ([by(file).seconds for file in files] for by in (by_reader, by_plain_engine))
    yield Row("scanned page", sum(ours) / pages, "CPU s", "tesseract alone", sum(plain) / pages)
    read_, sent, seconds, theirs = 0, 0, 0.0, 0.0
    for letter in islice(some_letters(SEED), letters):
        found = result(letter, pictures(letter.sheets, font, None, DRAWN_AT), "one PDF", SEED)
        read_, sent = read_ + found.read, sent + found.pages
        seconds, theirs = seconds + found.seconds, theirs + found.plain_seconds
    beside = "tesseract over all"
    yield Row("pages read of a letter", read_ / letters, "pages", beside, sent / letters)
    yield Row("scanned letter read", seconds / letters, "CPU s", beside, theirs / letters)


def _standard(raw: bytes) -> int:
    """What it cannot decode (windows-874, as Thai mail programs say) costs it nothing more."""
    found = 0
    for part in message_from_bytes(raw, policy=policy.default).walk():
        if not part.is_multipart():
            with suppress(LookupError):
                found += len(part.get_content())
    return found


def _maybe(module: str, raws: list[bytes]) -> float | None:
    try:
        parser = import_module(module)
    except ImportError:
        return None

    def parsed(raw: bytes) -> object:
        found = parser.parse_from_bytes(raw)
        return found.body, found.attachments

    return milliseconds(parsed, raws)


def _pypdf(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def _pdfium(content: bytes) -> str:
    with pdfium.PdfDocument(content) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
