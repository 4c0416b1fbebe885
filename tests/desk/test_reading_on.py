"""A clerk has the unread pages read; what they say appears on the letter's page."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from functions.intake.read_on import asked_further, read_on
from functions.intake.reading.reader import read
from shared.model.event import Did
from shared.model.fact import SubmissionId
from shared.model.reading import Page, Reading, Source
from shared.model.submission import Role
from tests.desk.conftest import House
from tests.desk.desks import ANONG, AUDITOR, HEAD
from tests.desk.front_door import Visitor
from tests.letters import a_document, a_letter, a_reply, an_arrival

PRINT = Path(__file__).parents[1] / "documents" / "letter.png"
CLERK = Visitor(ANONG)
HERE = "/offices/nan/letters/s1"
BUTTON = "ให้ระบบอ่านหน้าที่เหลือ"


def fax() -> bytes:
    """Two sheets with the same print."""
    file = BytesIO()
    sheet = Image.open(PRINT).convert("L")
    sheet.save(file, "TIFF", save_all=True, append_images=[sheet])
    return file.getvalue()


def faxed(house: House, name: str) -> str:
    """The letter of this name, a fax of which the second sheet was left unread; its key."""
    letters = house.room.letters
    kept = letters.keep_document(SubmissionId(name), 2, fax())
    document = a_document(2, role=Role.ATTACHMENT, kind="tiff", name="fax.tif", key=kept)
    first = Page(text="หน้าแรก", source=Source.OCR, legibility=0.9, number=1)
    arrival = an_arrival(f"mail/{name.removeprefix('s')}")
    letter = a_letter("ขอส่งแฟกซ์", arrival=arrival, id=name, documents=(a_document(1), document))
    fax_read = Reading(pages=(first,), unread_pages=1)
    return letters.keep_letter(letter.model_copy(update={"readings": (*letter.readings, fax_read)}))


def laid(house: House, **changes: bool) -> str:
    """Such a letter at Nan."""
    house.room.lay(1, **changes)
    return faxed(house, "s1")


def test_the_rest_is_read_and_shown(house: House):
    key = laid(house)
    assert BUTTON in CLERK.get(HERE).body
    assert "maternity benefit" not in CLERK.get(HERE).body

    assert HERE == CLERK.post(f"{HERE}/unread/s1").headers["location"]
    waiting = CLERK.get(HERE).body
    [message] = house.told(house.intake)
    asked = asked_further(message)
    assert asked
    assert (key, 1) == (asked.letter_key, asked.unread)
    assert "กำลังอ่านหน้าที่เหลือ" in waiting
    assert f">{BUTTON}</button>" not in waiting

    read_on(asked, house.room.letters, read, house.room.desk.now)

    page = CLERK.get(HERE).body
    assert "maternity benefit" in page
    assert page.index("หน้าแรก") < page.index("maternity benefit")
    assert "กำลังอ่านหน้าที่เหลือ" not in page
    assert f">{BUTTON}</button>" not in page


def test_asking_twice_asks_once(house: House):
    laid(house)
    CLERK.post(f"{HERE}/unread/s1")
    CLERK.post(f"{HERE}/unread/s1")

    assert 1 == len(house.told(house.intake))
    events = house.room.register.events.of(SubmissionId("s1"))
    assert 1 == sum(event.did is Did.READ_FURTHER for event in events)


def test_a_letter_and_what_was_sent_later_are_each_asked_for(house: House):
    laid(house)
    later = a_reply(submission_id="s2", arrival=an_arrival("mail/2"), letter_key=faxed(house, "s2"))
    house.room.register.work.join(SubmissionId("s1"), later)
    for of in ("s1", "s2"):
        CLERK.post(f"{HERE}/unread/{of}")

    events = house.room.register.events.of(SubmissionId("s1"))
    assert {"s1 1", "s2 1"} == {e.detail for e in events if e.did is Did.READ_FURTHER}
    assert 2 == CLERK.get(HERE).body.count("กำลังอ่านหน้าที่เหลือ")


def test_where_all_was_read_there_is_nothing_to_ask_for(house: House):
    house.room.lay(1)
    CLERK.post(f"{HERE}/unread/s1")

    assert [] == house.told(house.intake)
    assert BUTTON not in CLERK.get(HERE).body


def test_only_this_letter_and_its_replies_can_be_asked_for(house: House):
    laid(house)
    house.room.lay(2)

    assert 404 == CLERK.post(f"{HERE}/unread/s2").status
    assert 404 == Visitor(AUDITOR).post(f"{HERE}/unread/s1").status
    assert [] == house.told(house.intake)


@pytest.mark.parametrize(("visitor", "messages"), [(CLERK, 0), (Visitor(HEAD), 1)])
def test_of_a_secret_letter_only_who_may_read_it(house: House, visitor: Visitor, messages: int):
    laid(house, secret=True)
    visitor.post(f"{HERE}/unread/s1")

    assert messages == len(house.told(house.intake))


def test_the_message_has_no_words_of_the_letter(house: House):
    laid(house)
    CLERK.post(f"{HERE}/unread/s1")
    [message] = house.told(house.intake)

    assert {"kind", "letter_key", "unread"} == set(json.loads(message))
