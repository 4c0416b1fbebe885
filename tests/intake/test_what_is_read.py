"""A letter's pages are read in the order that tells most, within one budget; none is hidden."""

from collections.abc import Sequence

import pytest

from functions.intake.opened import Opened, Piece
from functions.intake.read_letter import read_letter
from functions.intake.reading.budget import Budget, Unlimited
from functions.intake.reading.kinds import Kind
from functions.intake.reading.reader import read
from functions.intake.reading.sniffing import kind_of
from functions.intake.reading_order import reading_order
from shared.model.fact import SubmissionId
from shared.model.reading import Page, Reading, Source
from shared.model.submission import ReadLetter, Role
from tests.fakes.neighbours import FakeLetterStore
from tests.intake.test_read_documents import LETTER_PDF, Sees, picture, scanned
from tests.letters import an_arrival

SHEET = picture()


def attached(name: str, content: bytes = b"%PDF-", kind: Kind | None = None, **more) -> Piece:
    return Piece(Role.ATTACHMENT, name, content, kind, **more)


BODY = Piece(Role.BODY, "", "ส่งเอกสารค่ะ".encode(), Kind.TEXT, "utf-8")


def telling(name: str) -> float:
    return 3.0 if "2-01" in name else 0.0


ORDERS = [
    pytest.param([attached("a.pdf"), BODY], [1, 0], id="the body first"),
    pytest.param(
        [attached("a.pdf"), attached("b.txt", b"text")], [1, 0], id="what costs nothing next"
    ),
    pytest.param(
        [attached("IMG_1.jpg", SHEET), attached("2-01.jpg", SHEET)], [1, 0], id="a form's name"
    ),
    pytest.param([attached("IMG_1.jpg", SHEET), attached("a.pdf")], [1, 0], id="PDF before photo"),
    pytest.param([attached("b.pdf"), attached("a.pdf")], [0, 1], id="else as it was sent"),
    pytest.param(
        [attached("logo.png", SHEET, incidental=True), attached("a.pdf")],
        [0, 1],
        id="a logo costs nothing",
    ),
    pytest.param([], [], id="nothing"),
]


@pytest.mark.parametrize(("pieces", "order"), ORDERS)
def test_what_tells_most_for_least_comes_first(pieces, order):
    kinds = [piece.kind or kind_of(piece.content) for piece in pieces]

    assert order == reading_order(pieces, kinds, telling)


class Notes:
    """A reader that gives each document its pages and notes what it was asked."""

    def __init__(self, pages: int = 3) -> None:
        self.pages = pages
        self.read: list[str] = []

    def __call__(
        self,
        content: bytes,
        kind: Kind | None = None,
        charset: str | None = None,
        *,
        budget: Budget | None = None,
    ) -> tuple[Kind, Reading]:
        assert kind
        assert budget
        if kind is Kind.TEXT:
            return read(content, kind, charset, budget=budget)
        name = content.decode().removeprefix("%PDF-")
        pages: list[Page] = []
        budget.expect(self.pages)
        while len(pages) < self.pages and budget.spend_ocr_page():
            pages.append(Page(text=f"{name}{len(pages) + 1}", source=Source.OCR, legibility=1.0))
            budget.note(pages[-1])
            self.read.append(pages[-1].text)
        return kind, Reading(pages=tuple(pages), unread_pages=self.pages - len(pages))


def letter_of(pieces: Sequence[Piece], **how) -> ReadLetter:
    opened = Opened(SubmissionId("a1"), None, (), "เรื่อง", tuple(pieces))
    return read_letter(an_arrival(), opened, FakeLetterStore(), **how)


def three_scans() -> list[Piece]:
    return [BODY, *(attached(f"{name}.pdf", f"%PDF-{name}".encode()) for name in "abc")]


def test_documents_stay_in_the_senders_order_whatever_was_read_first():
    pieces = [attached("b.pdf", b"%PDF-b"), attached("สปส.2-01.pdf", b"%PDF-a"), BODY]
    notes = Notes(1)
    letter = letter_of(pieces, read=notes)

    assert ["a1", "b1"] == notes.read
    assert ["b1", "a1", "ส่งเอกสารค่ะ"] == [reading.text for reading in letter.readings]
    assert [1, 2, 3] == [document.number for document in letter.submission.documents]


def test_every_document_gets_its_first_page_before_one_gets_all():
    notes = Notes()
    letter = letter_of(three_scans(), read=notes, budget=Budget(ocr_pages=4))

    assert ["a1", "a2", "b1", "c1"] == notes.read
    assert [0, 1, 2, 2] == [reading.unread_pages for reading in letter.readings]


def test_when_it_is_enough_only_first_pages_are_read():
    notes = Notes()
    letter = letter_of(three_scans(), read=notes, enough=lambda letter: True)

    assert ["a1", "b1", "c1"] == notes.read
    assert [0, 2, 2, 2] == [reading.unread_pages for reading in letter.readings]


def test_the_question_is_put_with_all_that_was_read_so_far():
    asked: list[str] = []

    def enough(letter: ReadLetter) -> bool:
        asked.append(" ".join(reading.text.replace("\n", " ") for reading in letter.readings))
        assert len(letter.readings) == len(letter.submission.documents)
        return "b1" in asked[-1]

    letter_of(three_scans(), read=Notes(2), enough=enough)

    assert ["ส่งเอกสารค่ะ a1", "ส่งเอกสารค่ะ a1 a2 b1", "ส่งเอกสารค่ะ a1 a2 b1 c1"] == asked


def test_a_page_that_tells_nothing_is_not_the_first():
    budget = Budget()
    budget.begin(enough=lambda texts: True)
    budget.spend_ocr_page()
    budget.note(Page(text="", source=Source.NONE, legibility=1.0))

    assert budget.spend_ocr_page()
    budget.note(Page(text="ก", source=Source.OCR, legibility=1.0))
    assert not budget.spend_ocr_page()


def test_a_good_text_layer_is_read_however_little_is_left():
    engine = Sees()
    budget = Budget(ocr_pages=0)
    _, reading = read(LETTER_PDF, engine=engine, budget=budget)

    assert (0, 0, 1) == (engine.pages, reading.unread_pages, len(reading.pages))


def test_what_was_left_unread_can_be_read_later():
    scan = scanned(SHEET, SHEET, SHEET)
    part = read(scan, engine=Sees(), budget=Budget(ocr_pages=1))[1]
    whole = read(scan, engine=Sees(), budget=Unlimited())[1]

    assert (1, 2) == (len(part.pages), part.unread_pages)
    assert (3, 0) == (len(whole.pages), whole.unread_pages)


def test_every_file_is_kept_before_any_is_read():
    letters = FakeLetterStore()

    def breaks(*args: object, **more: object) -> tuple[Kind, Reading]:
        raise ZeroDivisionError

    opened = Opened(SubmissionId("a1"), None, (), "เรื่อง", tuple(three_scans()))
    with pytest.raises(ZeroDivisionError):
        read_letter(an_arrival(), opened, letters, read=breaks)

    assert 3 == len(letters.documents)
