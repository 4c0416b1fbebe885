"""Clerks work through the pages, with the real handler over moto."""

import html
import re
from base64 import b64decode
from datetime import date
from gzip import decompress
from pathlib import Path
from urllib.parse import unquote

import pytest

import functions.desk.routes.books
from functions.desk.asking import MOST_BYTES
from functions.intake.reading.digits.signs import UNSURE
from shared.directory import agencies
from shared.model.event import Did
from shared.model.fact import SubmissionId
from shared.model.letter import SECRET_SUBJECT
from shared.model.reading import Source
from shared.model.work import DecidedBy, State
from shared.ports.buckets import LetterStore
from tests.desk.conftest import House
from tests.desk.desks import ANONG, AUDITOR, BOONMEE, HEAD, PUA
from tests.desk.front_door import Answer, Visitor
from tests.letters import a_classification, a_document, a_letter, an_arrival

CLERK, OTHER = Visitor(ANONG), Visitor(BOONMEE)
LETTER = "/offices/nan/letters/s1"
PDF = (Path(__file__).parents[1] / "documents" / "letter.pdf").read_bytes()


def text(answer: Answer) -> str:
    """What a page says, without its tags."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", answer.body)).split())


def test_a_clerk_begins_with_the_queue_of_the_office(house: House):
    house.room.lay(1, subject="ขอเบิกค่าคลอดบุตร")
    house.room.lay(2, PUA, subject="ของสำนักงานปัว")
    start = CLERK.get("/")
    queue = CLERK.get(start.headers["location"])

    assert (303, 200) == (start.status, queue.status)
    assert "ขอเบิกค่าคลอดบุตร" in text(queue)
    assert "ของสำนักงานปัว" not in text(queue)


def test_a_clerk_sees_which_agency_handed_a_letter_in(
    house: House, monkeypatch: pytest.MonkeyPatch
):
    arrival = an_arrival("uploads/agency.3k5jbank.0123456789abcdef0123456789abcdef/manifest.json")
    key = house.room.letters.keep_letter(a_letter("ขอส่งแบบ", arrival=arrival, id="s9"))
    house.room.lay(letter_key=key)
    unnamed = text(CLERK.get(LETTER))
    bank = agencies.Agency(
        client="3k5jbank",
        name_th="ธนาคารตัวอย่าง",
        name_en="Example Bank",
        source="หนังสือขอใช้ระบบ",
        who="registrar",
        when=date(2026, 11, 1),
    )
    monkeypatch.setattr(agencies, "load", lambda: {bank.client: bank})

    assert "ยังไม่ได้บันทึกชื่อ API · 3k5jbank" in unnamed
    assert "ธนาคารตัวอย่าง API · 3k5jbank" in text(CLERK.get(LETTER))


def test_what_the_system_was_not_sure_of_is_confirmed_with_one_click(house: House):
    house.room.lay(classification=a_classification("ssf-benefit/3", sure=False))
    asks = CLERK.get(LETTER)
    assert DecidedBy.UNSURE is house.room.item().decided_by
    CLERK.post(f"{LETTER}/correct", version=2, process="ssf-benefit/3")
    said = CLERK.get(LETTER)

    confirm = re.compile(r'value="ssf-benefit/3" class="choice">ยืนยันว่าเป็นกระบวนงานนี้')
    assert [True, False] == [bool(confirm.search(page.body)) for page in (asks, said)]
    assert DecidedBy.PERSON is house.room.item().decided_by
    [kept] = house.room.register.events.corrections()
    assert "ssf-benefit/3 ssf-benefit/3" == kept.detail
    assert "ยืนยันกระบวนงาน · anong" in text(said)
    assert "แก้ไขกระบวนงาน · anong" not in text(said)


def test_a_letter_goes_from_queue_to_finished_through_forms(house: House):
    house.room.lay()
    page = CLERK.get(LETTER)
    assert 200 == page.status
    assert "ขอเบิกค่าคลอดบุตร" in text(page)

    taken = CLERK.post(f"{LETTER}/take", version=2)
    done = CLERK.post(f"{LETTER}/finish", version=3, note="อนุมัติแล้ว", tell="1")

    assert (303, LETTER) == (taken.status, taken.headers["location"])
    assert (303, "/offices/nan/queue?done=finish") == (done.status, done.headers["location"])
    assert State.FINISHED is house.room.item().state
    [told] = house.told()
    assert "อนุมัติแล้ว" in told
    assert [Did.REGISTERED, Did.SEEN, Did.TAKEN, Did.FINISHED] == [
        event.did for event in house.room.register.events.of(SubmissionId("s1"))
    ]


def test_the_slower_of_two_clerks_sees_that_nothing_was_recorded(house: House):
    house.room.lay()
    CLERK.get(LETTER)
    CLERK.post(f"{LETTER}/take", version=2)
    late = OTHER.post(f"{LETTER}/take", version=2)

    assert 409 == late.status
    assert "มีผู้อื่นดำเนินการกับเรื่องนี้ก่อนแล้ว" in text(late)
    assert "anong" == house.room.item().clerk


def test_a_form_that_lacks_something_says_what(house: House):
    house.room.lay()
    answer = CLERK.post(f"{LETTER}/pass", version=1, note="นอกเขต")

    assert 422 == answer.status
    assert "โปรดเลือกหน่วยงานอื่น" in text(answer)


def test_a_form_from_another_site_is_refused_like_anything_else(house: House):
    house.room.lay()
    forged = CLERK.ask("POST", f"{LETTER}/take", "version=1&form_token=guess")

    assert (404, State.OPEN) == (forged.status, house.room.item().state)


def test_a_broken_form_breaks_nothing(house: House):
    """Nobody need be signed in to send one."""
    assert 404 == Visitor().ask("POST", "/language", "&".join(["a=1"] * 300)).status
    assert 404 == Visitor().ask("POST", "/sign-in", "a" * (MOST_BYTES + 1)).status


def test_nobody_sees_anything_without_signing_in(house: House):
    house.room.lay()
    answer = Visitor().get(LETTER)

    assert (303, "/sign-in") == (answer.status, answer.headers["location"])
    assert 200 == Visitor().get("/sign-in").status


def test_a_page_runs_no_script_but_ours_and_is_not_kept(house: House):
    house.room.lay()
    page = CLERK.get(LETTER)
    policy = page.headers["content-security-policy"]

    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert ("no-store", "nosniff") == (
        page.headers["cache-control"],
        page.headers["x-content-type-options"],
    )
    assert not re.search(r"<script(?![^>]*src=)|<style|\son\w+=|style=", page.body)


def test_a_changed_style_has_another_address(house: House):
    page = Visitor().get("/sign-in").body
    [address] = re.findall(r'rel="stylesheet" href="([^"]+)"', page)
    style = Visitor().get(address)

    assert re.fullmatch(r"/static/desk\.css\?[0-9a-f]{8}", address)
    assert (200, "text/css") == (style.status, style.headers["content-type"])
    assert 404 == Visitor().get("/static/README.md").status


def test_what_a_stranger_writes_is_shown_and_never_run(house: House):
    house.room.lay(subject="<script>alert(1)</script>")
    bodies = CLERK.get("/offices/nan/queue").body + CLERK.get("/offices/nan/register/2569").body

    assert "<script>alert" not in bodies
    assert "&lt;script&gt;alert" in bodies


def with_file(letters: LetterStore, size: int = len(PDF)) -> None:
    """Letter 7 with a PDF beside its words."""
    arrival = an_arrival("mail/7")
    letter = a_letter("เนื้อความ", "หน้าแรก", arrival=arrival, id="s7")
    key = letters.keep_document(SubmissionId("s7"), 2, PDF)
    body, _ = letter.submission.documents
    file = a_document(2, role="attachment", name="คำขอ.pdf", kind="pdf", key=key, size=size)
    sent = letter.submission.model_copy(update={"documents": (body, file)})
    letters.keep_letter(letter.model_copy(update={"submission": sent}))


def test_pages_are_pictures_of_ours_and_originals_only_downloads(house: House):
    house.room.lay(7)
    with_file(house.room.letters)
    here = "/offices/nan/letters/s7/files/s7/2"
    drawn, original = CLERK.get(f"{here}/pages/1"), CLERK.get(here)

    assert ("image/jpeg", True) == (drawn.headers["content-type"], drawn.encoded)
    assert b64decode(drawn.body).startswith(b"\xff\xd8")
    assert b64decode(original.body) == PDF
    assert "attachment" in original.headers["content-disposition"]
    assert "sandbox" in original.headers["content-security-policy"]
    assert f"{here}/pages/1" in CLERK.get("/offices/nan/letters/s7").body
    assert 404 == CLERK.get(f"{here}/pages/99").status


def test_a_sign_that_was_not_read_with_certainty_is_explained(house: House):
    house.room.lay(7)
    arrival = an_arrival("mail/7")
    letter = a_letter("เนื้อความ", f"ลงวันที่ {UNSURE}{UNSURE} พ.ย.", arrival=arrival, id="s7")
    body, seen = letter.readings
    scanned = seen.pages[0].model_copy(update={"source": Source.OCR, "legibility": 1.0})
    seen = seen.model_copy(update={"pages": (scanned,)})
    house.room.letters.keep_letter(letter.model_copy(update={"readings": (body, seen)}))

    said = text(CLERK.get("/offices/nan/letters/s7"))

    assert f"{UNSURE} คือตัวเลขหรือตัวอักษรที่ระบบอ่านได้ไม่ชัดเจน" in said
    assert "ความชัดเจนโดยประมาณ มากกว่า 99%" in said  # never all: it is an estimate
    assert "100%" not in said


def test_a_file_too_large_for_an_answer_is_lent_by_the_bucket(house: House):
    house.room.lay(7)
    with_file(house.room.letters, size=30_000_000)
    answer = CLERK.get("/offices/nan/letters/s7/files/s7/2")
    lent = unquote(answer.headers["location"])

    assert 303 == answer.status
    assert "/letters/s7/documents/2?" in lent
    assert "attachment; filename" in lent


def test_a_secret_letter_is_read_by_those_who_may(house: House):
    house.room.lay(7, secret=True, subject=SECRET_SUBJECT)
    with_file(house.room.letters)
    here = "/offices/nan/letters/s7"

    for visitor in (CLERK, Visitor(AUDITOR)):
        assert "เนื้อความ" not in visitor.get(here).body
        assert 404 == visitor.get(f"{here}/files/s7/2").status
        assert 404 == visitor.get(f"{here}/files/s7/2/pages/1").status
    assert "เนื้อความ" in Visitor(HEAD).get(here).body


def test_the_register_comes_as_a_page_and_as_files(house: House):
    house.room.lay(1, subject="=HYPERLINK(1)")
    page = CLERK.get("/offices/nan/register/2569")
    table = CLERK.get("/offices/nan/register/2569/file/csv")
    book = CLERK.get("/offices/nan/register/2569/file/xlsx")

    assert "ทะเบียนหนังสือรับ" in text(page)
    assert ",'=HYPERLINK(1)," in b64decode(table.body).decode("utf-8-sig")
    assert b64decode(book.body).startswith(b"PK")


def test_a_register_is_laid_out_for_paper_in_fewer_and_longer_pages(
    house: House, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(functions.desk.routes.books, "MOST_LINES", 1)
    house.room.lay(1, subject="เรื่องแรก")
    house.room.lay(2, subject="เรื่องที่สอง")
    shown = CLERK.get("/offices/nan/register/2569")
    paper = CLERK.get("/offices/nan/register/2569?print=1")

    assert ("เรื่องแรก" in text(shown), "เรื่องที่สอง" in text(shown)) == (True, False)
    assert ("เรื่องแรก" in text(paper), "เรื่องที่สอง" in text(paper)) == (True, True)
    assert 'href="/offices/nan/register/2569?print=1"' in shown.body
    assert "data-prints" in paper.body


def test_a_long_register_is_sent_compressed_to_browsers_that_can(house: House):
    house.room.lay(1)
    browser = Visitor(ANONG, headers={"accept-encoding": "gzip, br"})
    table = browser.get("/offices/nan/register/2569/file/csv")

    assert "gzip" == table.headers["content-encoding"]
    assert "ขอส่งเอกสาร" in decompress(b64decode(table.body)).decode("utf-8-sig")


SOUGHT = [
    pytest.param("{reference}", id="by reference"),
    pytest.param("1/2569", id="by register number"),
    pytest.param("๑/๒๕๖๙", id="in Thai digits"),
]


@pytest.mark.parametrize("asked", SOUGHT)
def test_one_letter_that_is_asked_for_opens(house: House, asked: str):
    item = house.room.lay(1)

    answer = CLERK.get(f"/offices/nan/search?q={asked.format(reference=item.reference)}")

    assert (303, LETTER) == (answer.status, answer.headers["location"])


def test_words_and_senders_are_found_in_the_own_office_only(house: House):
    house.room.lay(1, subject="ค่าคลอดบุตรของปิยะดา")
    house.room.lay(2, PUA, subject="ค่าคลอดบุตรของปิยะดา")

    for asked in ("ปิยะดา", "somchai@mail.example"):
        body = CLERK.get(f"/offices/nan/search?q={asked}").body
        assert "/letters/s1" in body
        assert "/letters/s2" not in body


def test_the_reader_chooses_the_language(house: House):
    chosen = CLERK.ask("POST", "/language", "language=en&back=/offices/nan/queue")

    assert "/offices/nan/queue" == chosen.headers["location"]
    assert chosen.cookies[0].startswith("__Host-language=en; Path=/")
    assert "Nothing to do." in Visitor(ANONG, "en").get("/offices/nan/queue").body
    away = CLERK.ask("POST", "/language", "language=en&back=//evil.example/")
    assert "/" == away.headers["location"]


def test_opening_a_letter_is_noted_once_a_day_for_each_person(house: House):
    house.room.lay()
    for visitor in (CLERK, CLERK, OTHER, OTHER, Visitor(AUDITOR)):
        assert 200 == visitor.get(LETTER).status

    looked = [e.who for e in house.room.register.events.of(SubmissionId("s1")) if e.did is Did.SEEN]

    assert ["anong", "auditor", "boonmee"] == sorted(looked)
    assert house.room.item().read


def test_an_auditor_sees_what_was_done_on_a_day(house: House):
    house.room.lay()
    day = "2026-11-20"
    page = Visitor(AUDITOR).get(f"/audit?day={day}")
    table = Visitor(AUDITOR).get(f"/audit/{day}/csv")

    assert "ลงทะเบียนรับ" in text(page)
    assert "registered" in b64decode(table.body).decode("utf-8-sig")


PAGES = [
    pytest.param("/offices/nan/queue", 5, id="queue"),
    pytest.param("/offices/nan/queue?mine=1&unread=1&overdue=1", 8, id="a filtered queue"),
    pytest.param("/offices/nan/search?q=ค่าคลอดบุตร", 6, id="search"),
    pytest.param("/offices/nan/register/2569", 3, id="register"),
    pytest.param(LETTER, 9, id="letter"),
]


@pytest.mark.parametrize(("path", "most"), PAGES)
def test_a_page_takes_few_calls_however_much_there_is(house: House, calls, path: str, most: int):
    for number in range(1, 15):
        house.room.lay(number)
    CLERK.get("/offices/nan/queue")
    calls.clear()

    assert 200 == CLERK.get(path).status
    assert len(calls) <= most, calls
