"""What the registry says once of a khet decides the next letter from there, with nobody asked."""

import re
from collections.abc import Iterator

import pytest

import functions.desk.handler
from shared.model.fact import CENTRAL, SubmissionId
from shared.model.letter import LetterRecord
from shared.model.routing import Decision
from tests.desk.desks import REGISTRAR
from tests.desk.front_door import Visitor
from tests.story.line import Line, forget
from tests.story.test_mail import a_mail, receive

REGISTRY = Visitor(REGISTRAR)
SARABAN = "saraban@sso.go.th"
LAT_PHRAO = "1038"


@pytest.fixture
def desk(line: Line, monkeypatch: pytest.MonkeyPatch) -> Iterator[Visitor]:
    """The central registry's desk on the same register."""
    for name in ("MAIL", "UPLOAD", "ROUTER", "NOTIFY", "FEEDBACK"):
        monkeypatch.setenv(f"{name}_QUEUE_URL", line.queues[name.lower()])
        monkeypatch.setenv(f"{name}_DEAD_LETTERS_URL", "https://sqs.example/dead")
    for name in ("USER_POOL", "USER_POOL_CLIENT"):
        monkeypatch.setenv(name, "none")
    functions.desk.handler.wiring.cache_clear()
    yield REGISTRY
    functions.desk.handler.wiring.cache_clear()


def write(line: Line, number: int, text: str) -> LetterRecord:
    """A mail to the central mailbox, carried to its end; its record."""
    mail = a_mail(text, "ขอเบิกค่าคลอดบุตร", To=SARABAN, Message_ID=f"<{number}@mail.example>")
    receive(line, mail, SARABAN, key=f"mail/{number}")
    line.carry()
    ended = [one for one in line.ledger() if one.arrival.key == f"mail/{number}"]
    record = line.register.letters.get(SubmissionId(ended[0].submission_id or ""))
    assert record
    return record


def assign(desk: Visitor, office: str, **fields: str) -> None:
    """Decide the letter that triage shows."""
    page = desk.get("/triage").body
    name = re.search(r'action="/triage/(\w+)"', page)
    version = re.search(r'name="version" value="(\d+)"', page)
    assert name
    assert version
    desk.post(f"/triage/{name[1]}", version=version[1], to_office=office, **fields)


def test_the_second_letter_from_a_khet_is_decided_by_itself(line: Line, desk: Visitor):
    first = write(line, 1, "ขอเบิกค่าคลอดบุตร มาตรา 33 บ้านอยู่เขตลาดพร้าว กรุงเทพมหานคร")
    assert (Decision.TRIAGE, LAT_PHRAO) == (first.routing.decision, first.routing.place)

    assign(desk, "bkkarea8", remember="1")
    forget()  # a new function, or one whose memory of it has run out
    second = write(line, 2, "เบิกค่าคลอดบุตรค่ะ ผู้ประกันตนมาตรา 33 อยู่เขตลาดพร้าว กทม.")

    assert ("jurisdiction confirmed", ("bkkarea8",)) == (
        second.routing.rule,
        second.routing.offices,
    )
    assert Decision.AUTO is second.routing.decision


def test_what_was_taken_back_decides_nothing(line: Line, desk: Visitor):
    write(line, 1, "ขอเบิกค่าคลอดบุตร มาตรา 33 บ้านอยู่เขตลาดพร้าว กรุงเทพมหานคร")
    assign(desk, "bkkarea8", remember="1")
    desk.post(f"/areas/{LAT_PHRAO}/revoke")
    forget()
    second = write(line, 2, "เบิกค่าคลอดบุตรค่ะ ผู้ประกันตนมาตรา 33 อยู่เขตลาดพร้าว กทม.")

    assert (CENTRAL,) == second.routing.offices
