"""What does not hold is said: a check that cannot fail would say nothing about letters."""

from dataclasses import replace

import pytest

from faults.books import Books
from faults.dead import told_wrong
from faults.history import gaps
from faults.holding import Expected, violations
from functions.desk.troubles import UNKNOWN
from shared.model.event import Did
from shared.model.fact import OfficeCode
from shared.model.handing import entry_of, registered, work_item
from shared.model.letter import ArrivalRecord, Outcome
from shared.model.queue import counted, order, trays
from shared.model.receipt import Receipt, Sending
from shared.model.register import RegisterNumber
from shared.model.work import State
from tests.desk.desks import DUE
from tests.letters import MORNING, a_record, an_arrival

NAN = OfficeCode("nan")
RECORD, ARRIVAL = a_record(), an_arrival()
NUMBER = RegisterNumber(office=NAN, year=2569, number=1)
ITEM = work_item(RECORD, NUMBER, ARRIVAL.id, MORNING, DUE)
ENTRY = entry_of(RECORD, NUMBER, ARRIVAL.id, MORNING)
RECEIPT = Receipt(
    arrival_id=ARRIVAL.id,
    submission_id=RECORD.submission_id,
    message_id="<m>",
    sending=Sending.SENT,
    at=MORNING,
)
LINE = ArrivalRecord(arrival=ARRIVAL, outcome=Outcome.WORK_ITEM, submission_id=RECORD.submission_id)
EXPECTED = Expected({Outcome.WORK_ITEM: 1}, 1, {NAN: 1})


def well_kept() -> Books:
    books = Books(
        lines=[LINE],
        letters=[RECORD],
        items=[ITEM],
        entries=[ENTRY],
        events=[registered(ITEM, MORNING)],
        receipts=[RECEIPT],
        numbers={"nan#2569": 1},
        trays={(f"nan#{name}", order(ITEM), ITEM.submission_id) for name in trays(ITEM)},
        counts={"nan": dict(counted(ITEM))},
        found_at={("nan", ITEM.submission_id)},
    )
    books.mails["<m>"] = 1
    return books


def said(books: Books) -> str:
    return "; ".join([*violations(books, EXPECTED, 0), *gaps(books)])


def test_nothing_is_said_of_books_that_are_well_kept():
    assert "" == said(well_kept())


SECOND = ENTRY.model_copy(update={"number": NUMBER.model_copy(update={"number": 3})})
TAKEN = registered(ITEM, MORNING).model_copy(update={"did": Did.TAKEN, "version": 2})
OWED = registered(ITEM, MORNING).model_copy(update={"owes": '{"event": "finish-nan-2"}'})
WRONG = [
    pytest.param({"lines": []}, "ended as", id="an arrival without a line"),
    pytest.param({"lines": [LINE, LINE]}, "two lines", id="an arrival with two"),
    pytest.param({"entries": [ENTRY, SECOND]}, "has the numbers [1, 3]", id="a gap"),
    pytest.param({"entries": [ENTRY, ENTRY]}, "registered twice", id="a number twice"),
    pytest.param({"numbers": {"nan#2569": 2}}, "counters stand", id="a counter ahead"),
    pytest.param({"items": []}, "lies on no desk", id="a letter on no desk"),
    pytest.param({"letters": []}, "has no letter", id="work without its letter"),
    pytest.param({"found_at": set()}, "cannot find", id="not findable"),
    pytest.param({"trays": set()}, "trays differ", id="in no tray"),
    pytest.param({"counts": {}}, "counts are not", id="not counted"),
    pytest.param({"receipts": []}, "sent and not noted", id="a mail that nobody noted"),
    pytest.param({"mails": Books().mails}, "was not sent", id="a receipt that never went"),
    pytest.param({"events": [OWED]}, "nobody was told", id="a message still owed"),
    pytest.param({"events": []}, "began 0 times", id="no beginning"),
    pytest.param({"events": [registered(ITEM, MORNING), TAKEN]}, "changes of", id="a false step"),
]


@pytest.mark.parametrize(("change", "expected"), WRONG)
def test_each_thing_that_does_not_hold_is_said(change, expected):
    assert expected in said(replace(well_kept(), **change))


def test_a_second_copy_is_allowed_at_the_documented_instant_alone():
    books = well_kept()
    books.mails["<m>"] = 2

    assert ["1 second copies went out, 0 were to be feared"] == list(violations(books, EXPECTED, 0))
    assert [] == list(violations(books, EXPECTED, 1))


def test_a_state_that_no_history_leads_to_is_said():
    item = ITEM.model_copy(update={"state": State.CLAIMED, "version": 2})

    assert "is claimed, its history says open" in "; ".join(
        gaps(replace(well_kept(), items=[item]))
    )


ROUTERS = frozenset({"router-dead"})
DEAD = [
    pytest.param({}, ROUTERS, "", "does not lie in router-dead", id="it is nowhere"),
    pytest.param({"router-dead": ["m1"]}, frozenset(), "m1", "dead letters in", id="one too many"),
    pytest.param({"router-dead": ["m1", "m2"]}, ROUTERS, "m1", "m2 is not on", id="not shown"),
    pytest.param({"router-dead": ["m1"]}, ROUTERS, f"m1 {UNKNOWN.what.th}", "no reason", id="why"),
]


@pytest.mark.parametrize(("dead", "expected", "page", "wrong"), DEAD)
def test_a_dead_letter_that_is_not_as_it_must_be_is_said(dead, expected, page, wrong):
    assert wrong in "; ".join(told_wrong(dead, expected, page))


def test_nothing_is_said_of_a_dead_letter_that_is_shown_with_its_reason():
    assert [] == list(told_wrong({"router-dead": ["m1"]}, ROUTERS, "m1 ValidationError"))
