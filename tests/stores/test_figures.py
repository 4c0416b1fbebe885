"""Figures are kept as things happen: each thing once, on the day on which the letter came."""

from datetime import date, timedelta

import pytest

from shared.aws.register import dynamo_register
from shared.model.event import Did, Event
from shared.model.fact import OfficeCode, ProcessId
from shared.model.failure import Failure
from shared.model.figures import Counted, Figures, Look, Overdue, Tally, Told, Touched, whole
from shared.model.work import WorkItem
from shared.ports.register import Register
from tests.fakes.register import fake_register
from tests.letters import MORNING, a_classification, a_record, a_reply, an_arrival

NAN, PUA = OfficeCode("nan"), OfficeCode("pua")
MATERNITY, DENTAL = ProcessId("ssf-benefit/3"), ProcessId("ssf-benefit/1.2")
DAY = MORNING.day


@pytest.fixture(params=["fake", "dynamo"])
def register(request: pytest.FixtureRequest) -> Register:
    if request.param == "fake":
        return fake_register()
    return dynamo_register(request.getfixturevalue("register_table"))


def opened(register: Register, number: int = 1, *, sure: bool = True) -> WorkItem:
    """The work item of the letter with this number, twice delivered."""
    arrival = an_arrival(f"mail/{number}")
    decided = a_classification(MATERNITY, sure=sure)
    record = a_record(f"s{number}", f"2222-2222-{number:04}", arrival, classification=decided)
    kept = register.letters.open(record)
    due = date(2026, 11, 25)
    register.work.open(kept, NAN, arrival, MORNING, due)
    return register.work.open(kept, NAN, arrival, MORNING + timedelta(hours=5), due)


def move(register: Register, item: WorkItem, name: str, did: Did, days: int = 0, **changes):
    """The item after somebody's move, so many days after it came."""
    after = item.moved(name, "anong", **changes)
    at = MORNING + timedelta(days=days)
    event = Event(
        submission_id=item.submission_id,
        office=item.office,
        at=at,
        who="anong",
        did=did,
        version=after.version,
    )
    register.work.replace(item, after, event)
    return after


def figures(register: Register, office: OfficeCode = NAN) -> Figures:
    (found,) = register.statistics.of([office], MORNING.date())
    return found


def test_a_letter_is_counted_once_however_often_it_is_delivered(register: Register):
    opened(register, 1)
    opened(register, 2, sure=False)
    found = figures(register)

    assert {Counted.CAME: 2, Counted.MACHINE: 1} == dict(found.by_day[DAY])
    assert {Counted.CAME: 2, Counted.MACHINE: 1} == dict(found.by_process[MATERNITY])
    assert 0 == figures(register, PUA).of(Counted.CAME)


def test_the_first_look_is_counted_on_the_working_day_that_it_was(register: Register):
    """The letters came on a Friday: Monday is the next working day, Saturday before it as well."""
    for number, days in ((1, 0), (2, 1), (3, 3), (4, 4), (5, 30)):
        item = move(register, opened(register, number), "see", Did.SEEN, days, read=True)
        move(register, item, "claim", Did.TAKEN, days)

    counted = {name: figures(register).of(name) for name in Touched}

    assert {
        Touched.SAME_DAY: 1,
        Touched.NEXT_DAY: 2,
        Touched.SECOND_DAY: 1,
        Touched.THIRD_DAY: 0,
        Touched.LATER: 1,
    } == counted


def test_a_later_letter_of_the_sender_is_no_second_first_look(register: Register):
    item = move(register, opened(register), "see", Did.SEEN, read=True)
    register.work.join(item.submission_id, a_reply())
    woken = register.work.at(item.submission_id, NAN)
    assert woken is not None
    move(register, woken, "see", Did.SEEN, read=True)

    assert 1 == figures(register).of(*Touched)


def test_a_correction_counts_once_and_only_against_the_machine(register: Register):
    item = move(register, opened(register, 1), "correct", Did.CORRECTED, process=DENTAL)
    assert 1 == figures(register).of(Counted.CORRECTED)
    assert 1 == figures(register).by_process[MATERNITY][Counted.CORRECTED]

    unsure = opened(register, 2, sure=False)
    move(register, unsure, "correct", Did.CORRECTED, process=DENTAL)
    confirmed = opened(register, 3)
    move(register, confirmed, "correct", Did.CORRECTED, process=MATERNITY)

    assert 1 == figures(register).of(Counted.CORRECTED)
    assert DENTAL == item.process


def test_a_letter_passed_on_and_back_is_counted_where_it_came(register: Register):
    item = opened(register)
    record = register.letters.get(item.submission_id)
    assert record is not None
    passed(register, item, PUA, record)
    theirs = register.work.at(item.submission_id, PUA)
    assert theirs is not None
    passed(register, theirs, NAN, record)
    ours, there = figures(register), figures(register, PUA)

    assert (1, 1, 1) == tuple(map(ours.of, (Counted.CAME, Counted.PASSED_ON, Counted.PASSED_IN)))
    assert (0, 0, 1) == tuple(map(there.of, (Counted.CAME, Counted.PASSED_ON, Counted.PASSED_IN)))


def passed(register: Register, item: WorkItem, office: OfficeCode, record) -> None:
    after = item.moved("pass", passed_to=office)
    gone = Event(
        submission_id=item.submission_id,
        office=item.office,
        at=MORNING,
        who="anong",
        did=Did.PASSED,
        version=after.version,
    )
    came = gone.model_copy(update={"office": office, "did": Did.RECEIVED, "version": 1})
    register.work.hand_over(item, after, gone, came, record)


def test_a_receipt_is_counted_once_however_often_it_is_told(register: Register):
    arrival = an_arrival().id
    tally = Tally(office=NAN, day=MORNING.date(), process=None, names=(Told.MINUTE,))
    for _ in range(3):
        register.statistics.count_once(arrival, [tally])
    register.statistics.count_once(an_arrival("mail/2").id, [tally])

    assert 2 == figures(register).of(*Told)


def test_months_and_offices_are_apart_and_add_up(register: Register):
    opened(register)
    next_month = MORNING.date() + timedelta(days=20)
    nothing, found = register.statistics.of([PUA, NAN], MORNING.date())
    (later,) = register.statistics.of([NAN], next_month)

    assert (0, 1, 0) == tuple(one.of(Counted.CAME) for one in (nothing, found, later))
    assert 2 == whole([found, nothing, found]).of(Counted.CAME)
    assert 2 == whole([found, found]).by_process[MATERNITY][Counted.CAME]


def test_the_last_look_takes_the_place_of_the_one_before(register: Register):
    assert register.looks.last() is None
    for differences in (3, 0):
        register.looks.note(Look(at=MORNING, objects=10, differences=differences))
    late = Overdue(office=NAN, at=MORNING, by_process={MATERNITY: 2})
    register.looks.note_overdue(late)

    assert Look(at=MORNING, objects=10, differences=0) == register.looks.last()
    assert (late,) == register.looks.overdue([PUA, NAN])


def test_the_last_reason_of_a_message_stands(register: Register):
    for error in ("TryLater", "KeyError"):
        register.failures.note(Failure(message_id="m1", station="router", at=MORNING, error=error))
    (found,) = register.failures.several(["m0", "m1"])

    assert "KeyError" == found.error
