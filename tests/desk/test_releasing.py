"""A receipt that was withheld goes out when somebody who looked wants it to, and not else."""

import pytest

from shared.model.event import Did
from shared.model.fact import SubmissionId
from shared.model.messages import ReceiptReleased
from shared.model.receipt import Receipt, Sending
from shared.model.work import WorkItem
from tests.desk.conftest import House
from tests.desk.desks import ANONG, AUDITOR, PUA, a_person
from tests.desk.front_door import Visitor
from tests.letters import MORNING, a_reply, an_arrival

HERE = "/offices/nan/letters/s1"
BUTTON = "ให้ส่งใบรับหนังสือ</button>"


def withheld(house: House, item: WorkItem, reason: str, sending: Sending = Sending.WITHHELD) -> str:
    """Note the letter's receipt; returns the address that its button posts to."""
    receipt = Receipt(
        arrival_id=item.opened_by,
        submission_id=item.submission_id,
        message_id="<receipt@sso.go.th>",
        sending=sending,
        reason=reason,
        at=MORNING,
    )
    house.room.register.receipts.start(receipt)
    return f"{HERE}/receipts/{item.opened_by}"


def notified(house: House) -> list[ReceiptReleased]:
    """What notify was told to send after all."""
    return [ReceiptReleased.model_validate_json(body) for body in house.told()]


@pytest.mark.parametrize("reason", ["sender_unproven", "too_many_answers"])
def test_a_clerk_who_looked_has_it_sent(house: House, reason: str):
    item = house.room.lay()
    button = withheld(house, item, reason)
    clerk = Visitor(ANONG)
    assert BUTTON in clerk.get(HERE).body

    assert 303 == clerk.post(button).status

    due = ReceiptReleased(arrival_id=item.opened_by, submission_id=item.submission_id)
    assert [due] == notified(house)
    done = [(e.who, e.did) for e in house.room.register.events.of(SubmissionId("s1"))]
    assert ("anong", Did.RECEIPT_RELEASED) in done


def test_the_answer_to_what_the_sender_wrote_later_is_released_as_such(house: House):
    item = house.room.lay()
    arrival = an_arrival("mail/later")
    house.room.register.work.join(item.submission_id, a_reply(arrival=arrival), item.due_on)
    later = item.model_copy(update={"opened_by": arrival.id})

    assert 303 == Visitor(ANONG).post(withheld(house, later, "sender_unproven")).status
    [due] = notified(house)
    assert (arrival.id, True) == (due.arrival_id, due.joined)


@pytest.mark.parametrize(
    ("reason", "sending"),
    [
        pytest.param("machine_list", Sending.WITHHELD, id="a machine is never answered"),
        pytest.param("our_own_mailbox", Sending.WITHHELD, id="nor ourselves"),
        pytest.param("suppressed", Sending.WITHHELD, id="nor an address that came back"),
        pytest.param("sender_unproven", Sending.SENT, id="what is sent is sent"),
    ],
)
def test_some_reasons_are_nobodys_to_overrule(house: House, reason: str, sending: Sending):
    button = withheld(house, house.room.lay(), reason, sending)
    clerk = Visitor(ANONG)

    assert BUTTON not in clerk.get(HERE).body
    assert 404 == clerk.post(button).status
    assert [] == notified(house)


def test_only_those_who_work_the_letter_release_its_receipt(house: House):
    item = house.room.lay()
    button = withheld(house, item, "sender_unproven")
    other = house.room.lay(2)

    assert BUTTON not in Visitor(AUDITOR).get(HERE).body
    assert 404 == Visitor(AUDITOR).post(button).status
    assert 404 == Visitor(a_person("pim", PUA)).post(button).status
    foreign = f"/offices/nan/letters/{other.submission_id}/receipts/{item.opened_by}"
    assert 404 == Visitor(ANONG).post(foreign).status
    assert [] == notified(house)


def test_a_sender_is_told_in_words_why_nothing_was_sent(house: House):
    withheld(house, house.room.lay(), "machine_list")

    assert "ส่งผ่านกลุ่มอีเมล" in Visitor(ANONG).get(HERE).body
