"""Letters of several pages, read as intake reads a mail and, page for page, by the plain engine."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage

from PIL import Image

from benchmarks.reading_bench.as_deployed import read_as_deployed
from benchmarks.reading_bench.descendants import CpuWatch
from benchmarks.reading_bench.engines import by_plain_engine, count_ocr
from benchmarks.reading_bench.sheets import Letter
from benchmarks.reading_bench.worn import fax_of, scanned, scanned_pdf
from shared.classification.classify import classify
from shared.directory import processes
from shared.model.fact import ProcessId
from shared.model.reading import Page, Reading, Source
from shared.model.submission import ReadLetter, Role


@dataclass(frozen=True)
class LetterResult:
    """``true`` is the process decided from the true text of all pages."""

    letter: str
    sent_as: str
    pages: int
    read: int
    seconds: float
    plain_seconds: float
    true: ProcessId
    ours: ProcessId
    sure: bool
    """Whether ours stands without a person: wrong and sure would be an error."""
    plain: ProcessId


def _each_alone(pages: Sequence[Image.Image], seed: int) -> list[tuple[str, bytes]]:
    return [(f"{n}.jpg", scanned(page, seed + n)) for n, page in enumerate(pages, start=1)]


SENT_AS: Mapping[str, Callable[[Sequence[Image.Image], int], list[tuple[str, bytes]]]] = {
    "one PDF": lambda pages, seed: [("scan.pdf", scanned_pdf(pages, seed))],
    "pictures": _each_alone,
    "fax": lambda pages, seed: [("fax.tif", fax_of(pages, seed))],
}
"""How the pages of a letter come: file names and contents."""


def result(letter: Letter, pages: Sequence[Image.Image], sent_as: str, seed: int) -> LetterResult:
    """Read a letter both ways, and decide about it three times."""
    files = SENT_AS[sent_as](pages, seed)
    raw = mail(letter, files)
    watch = CpuWatch()
    found = read_as_deployed("letter.eml", raw).letter
    seconds = watch.seconds()
    if found is None:
        raise ValueError("a letter of our own was refused")
    ours = classify(found, processes.load())
    plain = [by_plain_engine(content) for _, content in files]
    return LetterResult(
        letter=letter.name,
        sent_as=sent_as,
        pages=len(pages),
        read=sum(count_ocr(reading.pages) for reading in found.readings),
        seconds=seconds,
        plain_seconds=sum(each.seconds for each in plain),
        true=_process(_with_text(found, *(sheet.text for sheet in letter.sheets))),
        ours=ours.best.process,
        sure=ours.sure,
        plain=_process(_with_text(found, *(each.text for each in plain))),
    )


def mail(letter: Letter, files: Sequence[tuple[str, bytes]]) -> bytes:
    """A mail with these files."""
    message = EmailMessage()
    message["From"] = "sender@mail.example"
    message["To"] = "saraban@sso.go.th"
    message["Subject"] = letter.subject
    message["Message-ID"] = f"<{letter.name}@mail.example>"
    message.set_content(letter.text)
    for name, content in files:
        message.add_attachment(
            content, maintype="application", subtype="octet-stream", filename=name
        )
    return message.as_bytes()


def _process(letter: ReadLetter) -> ProcessId:
    return classify(letter, processes.load()).best.process


def _with_text(letter: ReadLetter, *texts: str) -> ReadLetter:
    """The same letter, its first attachment saying all the texts and the others nothing."""
    pages = (Page(text=text, source=Source.OCR, legibility=1.0) for text in texts)
    whole = Reading(pages=tuple(pages))
    attached = [doc.role is Role.ATTACHMENT for doc in letter.submission.documents]
    first = attached.index(True)
    readings = tuple(
        (whole if n == first else Reading()) if attached[n] else reading
        for n, reading in enumerate(letter.readings)
    )
    return letter.model_copy(update={"readings": readings})
