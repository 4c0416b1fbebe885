"""A sender is told what a clerk did, though the desk died before it had said so."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from pydantic import BaseModel

from functions.daily.owed import Owing, pay
from functions.daily.reconcile import days_back
from functions.desk.deeds import Deed
from functions.desk.releasing import release_receipt
from shared.errors import TryLater
from shared.model.fact import SubmissionId
from shared.model.receipt import Receipt, Sending
from shared.model.work import WorkItem
from tests.desk.desks import ANONG, NAN, PUA, Room
from tests.fakes.neighbours import FakeQueue


class Dead(FakeQueue):
    """A queue that cannot be reached: as if the desk died there."""

    def send(self, message: BaseModel) -> None:
        raise TryLater("sqs")


@dataclass
class House(Room):
    """A desk that dies before it has said anything, and clerks who do not try again."""

    notify: Dead = field(default_factory=Dead)

    def once(self, deed: Deed, item: WorkItem, **given) -> WorkItem:
        with pytest.raises(TryLater):
            self.do(deed, item, **given)
        return self.item(item.submission_id, item.office)

    def looks(self, after: timedelta = timedelta(hours=2)) -> list[BaseModel]:
        """What the daily look hands over."""
        queue, now = FakeQueue(), self.at + after
        owing = Owing(self.register, queue, now - timedelta(hours=1))
        assert pay(days_back(now, 3), owing) == len(queue.messages)
        return queue.messages


def taken(house: House) -> WorkItem:
    return house.do(Deed.TAKE, house.lay())


DEEDS = [
    pytest.param(Deed.FINISH, {"note": "อนุมัติแล้ว", "tell": True}, id="the result"),
    pytest.param(Deed.RETURN, {"documents": ("สำเนาสูติบัตร",), "note": "ด่วน"}, id="documents wanted"),
    pytest.param(Deed.PASS, {"to_office": PUA, "note": "เขตของสาขา"}, id="another office"),
]


@pytest.mark.parametrize(("deed", "given"), DEEDS)
def test_what_was_done_is_told_by_the_next_look_as_the_desk_would_have_told_it(deed, given):
    house, well = House(), Room()
    house.once(deed, taken(house), **given)
    well.do(deed, well.do(Deed.TAKE, well.lay()), **given)

    assert well.notify.messages == house.looks()


def test_what_is_young_may_still_be_on_its_way():
    house = House()
    house.once(Deed.FINISH, taken(house), note="อนุมัติแล้ว", tell=True)

    assert [] == house.looks(timedelta(minutes=30))


def test_what_notify_had_is_not_handed_over_again():
    house = House()
    house.once(Deed.FINISH, taken(house), note="อนุมัติแล้ว", tell=True)
    [message] = house.looks()
    house.register.receipts.start(a_receipt(house, Sending.SENT, event=message.event))

    assert [] == house.looks()


def test_a_result_that_the_sender_need_not_know_is_not_owed():
    house = House()
    house.do(Deed.FINISH, taken(house), note="เก็บเข้าแฟ้ม")

    assert [] == house.looks()


def test_a_receipt_that_a_person_released_goes_out():
    house = House()
    item = house.lay()
    withheld = a_receipt(house, Sending.WITHHELD, reason="sender_unproven")
    house.register.receipts.start(withheld)
    with pytest.raises(TryLater):
        release_receipt(withheld.arrival_id, item.submission_id, NAN, ANONG, house.desk)

    assert [withheld.arrival_id] == [message.arrival_id for message in house.looks()]
    house.register.receipts.release(withheld.model_copy(update={"sending": Sending.SENT}))
    assert [] == house.looks()


def a_receipt(house: House, sending: Sending, **changes) -> Receipt:
    item = house.item()
    given = {
        "arrival_id": item.opened_by,
        "submission_id": SubmissionId("s1"),
        "message_id": "<m@sso.go.th>",
        "sending": sending,
        "at": house.at,
    }
    return Receipt.model_validate(given | changes)


def test_an_office_finds_what_is_passed_to_it_though_the_desk_dies():
    house = House()
    house.once(Deed.PASS, taken(house), to_office=PUA, note="เขตของสาขา")
    found = house.register.search.by_sender(PUA, "somchai@mail.example", "", 5)

    assert ("s1",) == found.letters
