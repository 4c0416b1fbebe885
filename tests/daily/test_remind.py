"""A sender is reminded before the last day for documents, and an office sees when it is past."""

import itertools
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import partial

import pytest

from functions.daily.remind import Reminded, Reminding, remind
from functions.desk.deeds import Deed
from shared.model.event import Did
from shared.model.fact import SubmissionId
from shared.model.messages import ReminderDue
from shared.model.reference import new_reference
from shared.model.work import WorkItem
from tests.desk.desks import DUE, NAN, PUA, Room
from tests.fakes.neighbours import FakeQueue
from tests.letters import a_record, a_reply, an_arrival

WANTED = ("สำเนาใบรับรองแพทย์", "สำเนาสมุดบัญชีธนาคาร")


class House(Room):
    """An office that asked for documents; ``looks`` is what the daily look does on a later day."""

    def asked(self, number: int = 1) -> WorkItem:
        return self.do(Deed.RETURN, self.do(Deed.TAKE, self.lay(number)), documents=WANTED)

    def looks(self, day: date, days: int = 3) -> tuple[Reminded, list[ReminderDue]]:
        queue = FakeQueue()
        to = Reminding(register=self.register, notify=queue, offices=(PUA, NAN), days=days)
        at = datetime.combine(day, self.at.timetz())
        found = remind(at, to)
        reminders = [due for due in queue.messages if isinstance(due, ReminderDue)]
        assert len(queue.messages) == len(reminders)
        return found, reminders

    def late(self) -> int:
        history = self.register.events.of(SubmissionId("s1"))
        return sum(event.did is Did.ANSWER_LATE for event in history)


DAYS = [
    pytest.param(-15, 0, 0, id="on the day of asking"),
    pytest.param(-4, 0, 0, id="four days before"),
    pytest.param(-3, 1, 0, id="three days before"),
    pytest.param(-1, 1, 0, id="the day before, if nobody looked earlier"),
    pytest.param(0, 1, 0, id="on the last day"),
    pytest.param(1, 0, 1, id="the day after"),
    pytest.param(40, 0, 1, id="long after"),
]


@pytest.mark.parametrize(("offset", "near", "late"), DAYS)
def test_which_days_remind(offset, near, late):
    house = House()
    item = house.asked()
    found, reminders = house.looks(item.due_on + timedelta(days=offset))

    assert Reminded(near=near, late=late) == found
    assert near == len(reminders)
    assert late == house.late()


def test_a_reminder_names_the_documents_and_the_last_day():
    house = House()
    item = house.asked()
    _, [reminder] = house.looks(item.due_on)

    assert (NAN, WANTED, item.due_on) == (
        reminder.office,
        reminder.documents,
        reminder.answer_by,
    )


def test_looking_again_asks_for_the_same_reminder_and_notes_nothing_twice():
    """Notify tells an event once."""
    house = House()
    item = house.asked()
    _, first = house.looks(item.due_on)
    house.do(Deed.CORRECT, item, process="ssf-benefit/4")
    _, again = house.looks(item.due_on)
    house.looks(item.due_on + timedelta(days=1))
    house.looks(item.due_on + timedelta(days=2))

    assert first == again
    assert 1 == house.late()


def test_a_sender_who_answered_is_left_in_peace():
    house = House()
    item = house.asked()
    reply = a_reply(arrival=an_arrival("mail/reply"))
    house.register.work.join(item.submission_id, reply, item.due_on)

    assert (Reminded(near=0, late=0), []) == house.looks(item.due_on)


def test_a_letter_that_is_asked_about_again_is_reminded_of_again():
    house = House()
    first = house.asked()
    _, before = house.looks(first.due_on)
    second = house.do(Deed.RETURN, house.do(Deed.TAKE, first), documents=("ใบเสร็จรับเงิน",))
    _, after = house.looks(second.due_on)

    assert before[0].event != after[0].event
    assert ("ใบเสร็จรับเงิน",) == after[0].documents


def _next_of(drawn: Iterator[int], signs: Sequence[str]) -> str:
    return signs[next(drawn)]


def test_more_letters_than_a_page_are_all_looked_at():
    house = House()
    for number in range(60):
        drawn = itertools.cycle((number // 8, number % 8))
        reference = new_reference(partial(_next_of, drawn))
        arrival = an_arrival(f"mail/{number}")
        record = house.register.letters.open(a_record(f"s{number}", reference, arrival))
        item = house.register.work.open(record, NAN, arrival, house.at, DUE)
        house.do(Deed.RETURN, house.do(Deed.TAKE, item), documents=WANTED)
    found, reminders = house.looks(house.item().due_on)

    assert 60 == found.near
    assert 60 == len({reminder.submission_id for reminder in reminders})
