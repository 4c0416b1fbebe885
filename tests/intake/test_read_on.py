"""Pages that were left unread are read when a clerk asks: once, and nothing else changes."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from functions.intake.read_on import asked_further, read_on
from functions.intake.reading.budget import Budget
from functions.intake.reading.kinds import Kind
from functions.intake.reading.ocr import Recognised
from functions.intake.reading.reader import read
from shared.errors import NotANotice
from shared.model.fact import SubmissionId
from shared.model.later import ReadLater
from shared.model.messages import ReadFurther
from shared.model.reading import Page, Reading, Source
from shared.model.submission import Role
from tests.fakes.neighbours import FakeLetterStore
from tests.letters import MORNING, a_document, a_letter

PRINT = Image.open(Path(__file__).parents[1] / "documents" / "letter.png").convert("L")


class Numbered:
    """An engine that knows which sheet it sees by its height, and counts what it is shown."""

    def __init__(self) -> None:
        self.seen = 0

    def recognise(self, page: Image.Image) -> Recognised:
        self.seen += 1
        return Recognised((), ())


def sheets(count: int) -> bytes:
    """A fax of so many sheets."""
    file = BytesIO()
    small = PRINT.resize((PRINT.width // 2, PRINT.height // 2))
    small.save(file, "TIFF", save_all=True, append_images=[small] * (count - 1))
    return file.getvalue()


class Reader:
    """Reads as intake does, with an engine that is not slow."""

    def __init__(self, most: int = 99) -> None:
        self.engine, self.most = Numbered(), most

    def __call__(
        self,
        content: bytes,
        kind: Kind | None = None,
        charset: str | None = None,
        *,
        budget: Budget | None = None,
    ) -> tuple[Kind, Reading]:
        return read(content, kind, charset, lambda: self.engine, budget)


def a_fax(letters: FakeLetterStore, count: int, *first: str, unread: int | None = None) -> str:
    """A letter with a fax of which only the first pages were read; returns its key."""
    kept = letters.keep_document(SubmissionId("a1"), 1, sheets(count))
    fax = a_document(1, role=Role.ATTACHMENT, kind="tiff", name="fax.tif", key=kept)
    pages = tuple(
        Page(text=text, source=Source.OCR, legibility=0.9, number=number)
        for number, text in enumerate(first, start=1)
    )
    reading = Reading(pages=pages, unread_pages=count - len(first) if unread is None else unread)
    letter = a_letter("x", documents=(fax,))
    return letters.keep_letter(letter.model_copy(update={"readings": (reading,)}))


def numbers(later: ReadLater | None) -> Sequence[int | None]:
    assert later
    return [page.number for one in later.documents for page in one.pages]


def asked(key: str, unread: int) -> ReadFurther:
    return ReadFurther(letter_key=key, unread=unread)


def now() -> datetime:
    return MORNING


def test_only_the_pages_that_were_left_are_read():
    letters, reader = FakeLetterStore(), Reader()
    key = a_fax(letters, 5, "หนึ่ง", "สอง")
    before = letters.read_letter(key)

    later = read_on(asked(key, 3), letters, reader, now)

    assert [3, 4, 5] == numbers(later)
    assert 3 <= reader.engine.seen <= 12  # each page lies in one of four ways
    assert later
    assert [0] == [one.unread for one in later.documents]
    assert before == letters.read_letter(key)


def test_the_same_message_again_reads_nothing():
    letters, reader = FakeLetterStore(), Reader()
    key = a_fax(letters, 3, "หนึ่ง")
    first = read_on(asked(key, 2), letters, reader, now)
    seen = reader.engine.seen

    assert None is read_on(asked(key, 2), letters, reader, now)
    assert (seen, first) == (reader.engine.seen, letters.read_later(key))


def test_what_is_too_much_for_once_is_read_at_the_next_asking(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("functions.intake.read_on.FURTHER_PAGES", 2)
    letters, reader = FakeLetterStore(), Reader()
    key = a_fax(letters, 6, "หนึ่ง")

    assert [2, 3] == numbers(read_on(asked(key, 5), letters, reader, now))
    assert [2, 3, 4, 5] == numbers(read_on(asked(key, 3), letters, reader, now))
    assert [2, 3, 4, 5, 6] == numbers(read_on(asked(key, 1), letters, reader, now))


def test_a_file_that_was_given_up_before_its_first_page_is_read():
    letters = FakeLetterStore()
    key = a_fax(letters, 2, unread=0)
    letter = letters.read_letter(key)
    given_up = (Reading(refusal="took_too_long"),)
    letters.keep_letter(letter.model_copy(update={"readings": given_up}))

    assert [1, 2] == numbers(read_on(asked(key, 1), letters, Reader(), now))


def test_a_letter_that_was_read_whole_stays_as_it_is():
    letters = FakeLetterStore()
    key = a_fax(letters, 2, "หนึ่ง", "สอง")

    assert None is read_on(asked(key, 0), letters, Reader(), now)
    assert None is letters.read_later(key)


def test_a_message_is_known_by_its_kind():
    message = asked("letters/a1/x.json", 3)

    assert message == asked_further(message.model_dump_json())
    assert None is asked_further('{"kind": "released"}')
    assert None is asked_further("no JSON")
    with pytest.raises(NotANotice):
        asked_further('{"kind": "read_further"}')
