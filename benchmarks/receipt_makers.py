"""The makers of receipts that ``benchmarks.receipts`` compares; each gives a PDF of one receipt.

``python -m benchmarks.receipt_makers NAME`` prints what a fresh process needs for the first one.
WeasyPrint and reportlab are compared only where they are installed.
"""

import json
import re
import resource
import sys
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from io import BytesIO
from itertools import count
from pathlib import Path
from time import process_time
from typing import Any

import pypdfium2
from pypdf import PdfReader

import functions.notify.paper as paper_room
from functions.notify.facts import ReceiptFacts
from functions.notify.rendering import Rendered, render
from shared.model.seal import Seal

FONTS = Path(paper_room.__file__).parent / "fonts"
_PAGE = f"""<style>
@font-face {{ font-family: Sarabun; src: url(file://{FONTS}/Sarabun-Regular.ttf) }}
@font-face {{ font-family: Sarabun; font-weight: bold; src: url(file://{FONTS}/Sarabun-Bold.ttf) }}
</style>"""


_COUNT = count()


def _facts() -> ReceiptFacts:
    """Another letter each time: nothing that a maker remembers of the last one helps."""
    from samples.messages.letters import a_letter_record, a_part, facts_of  # noqa: PLC0415

    parts = (a_part(1), a_part(2, "แบบคำขอ.pdf"))
    subject = f"เบิกค่ารักษาพยาบาล ครั้งที่ {next(_COUNT)}"
    return facts_of(a_letter_record("ssf-benefit/1", subject=subject, parts=parts))


def _words() -> Rendered:
    return render("receipt", _facts(), "ใบรับหนังสือ")


@cache
def _paperwork() -> Any:
    from samples.messages.receipts import PAPERWORK  # noqa: PLC0415

    return PAPERWORK


def _statement() -> Any:
    from functions.notify.paper.stating import statement  # noqa: PLC0415
    from samples.messages.records import MORNING  # noqa: PLC0415
    from shared.sealing.code import to_be_signed  # noqa: PLC0415

    said = statement(_facts(), MORNING, "https://status.example/receipt/")
    return said, to_be_signed(said)


def _seal() -> Seal:
    from samples.messages.records import MORNING  # noqa: PLC0415

    seal: Seal = _paperwork().seal(_facts(), MORNING)
    return seal


def typst() -> bytes:
    """Ours: PDF/A-3a and PDF/UA-1, QR code, seal attached."""
    from functions.notify.paper.printing import print_paper  # noqa: PLC0415

    return print_paper(_seal())


def weasyprint() -> bytes:
    """Our HTML part by WeasyPrint, which sets Thai with Pango."""
    page = import_module("weasyprint").HTML(string=_PAGE + _words().html)
    made: bytes = page.write_pdf(pdf_variant="pdf/a-3b")
    return made


def fpdf2() -> bytes:
    """Our text part by fpdf2, shaped with HarfBuzz."""
    from fpdf import FPDF  # noqa: PLC0415

    pdf = FPDF()
    pdf.add_font("Sarabun", fname=FONTS / "Sarabun-Regular.ttf")
    pdf.set_font("Sarabun", size=11)
    pdf.set_text_shaping(use_shaping_engine=True)
    pdf.add_page()
    pdf.multi_cell(0, 6, _words().text)
    return bytes(pdf.output())


def reportlab() -> bytes:
    """Our text part by reportlab, line by line; it places no tone mark and breaks no Thai line."""
    font = import_module("reportlab.pdfbase.ttfonts").TTFont
    file = str(FONTS / "Sarabun-Regular.ttf")
    import_module("reportlab.pdfbase.pdfmetrics").registerFont(font("Sarabun", file))
    made = BytesIO()
    canvas = import_module("reportlab.pdfgen.canvas").Canvas(made)
    canvas.setFont("Sarabun", 5)
    for place, line in enumerate(_words().text.splitlines()):
        canvas.drawString(40, 820 - 7 * place, line)
    canvas.save()
    return made.getvalue()


MAKERS: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "typst (ours)": (typst, "3a, UA-1"),
    "WeasyPrint": (weasyprint, "3b"),
    "fpdf2": (fpdf2, "-"),
    "reportlab": (reportlab, "-"),
}


def parts() -> dict[str, Callable[[], object]]:
    """The steps of one receipt of ours, and all of them."""
    seals = [_seal() for _ in range(100)]

    def pdf() -> bytes:
        from functions.notify.paper.printing import print_paper  # noqa: PLC0415

        return print_paper(seals[next(_COUNT) % len(seals)])

    def whole() -> object:
        return _words(), _statement(), pdf()

    return {
        "text and HTML": _words,
        "statement and code": _statement,
        "QR code and PDF": pdf,
        "all, signature aside": whole,
    }


def found(paper: bytes) -> str:
    """Which share of the mail's Thai words can be found, by pdfium and by pypdf.

    But those that speak of the e-mail itself.
    """
    seen = (
        "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(paper)),
        "".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages),
    )
    said = re.sub(r".*(ฉบับภาษาไทยอยู่ด้านล่าง|อีเมลฉบับนี้จัดทำ).*|ครั้งที่ \d+", "", _words().text)
    words = re.findall(r"[\u0e01-\u0e5b]{3,}", said)
    shares = []
    for text in seen:
        plain = re.sub(r"\s+", "", text)
        shares.append(sum(word in plain for word in words) / len(words))
    return " / ".join(f"{share:.0%}" for share in shares)


if __name__ == "__main__":
    begun = process_time()
    MAKERS[sys.argv[1]][0]()
    spent = (process_time() - begun) * 1000
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"ms": spent, "mb": memory}))
