"""The desk's part of the register keeps its promises, in memory and on DynamoDB alike."""

from datetime import date, timedelta

import pytest

from shared.aws.register import dynamo_register
from shared.aws.work_items import opening
from shared.errors import IllegalMove, StaleWork
from shared.model.event import Did, Event
from shared.model.fact import OfficeCode, ProcessId, SubmissionId
from shared.model.handing import entry_of, registered, work_item
from shared.model.letter import ArrivalRecord, Outcome
from shared.model.official import Urgency
from shared.model.queue import ALL, QueueQuery
from shared.model.register import RegisterNumber
from shared.model.search import SearchEntry, address_hash
from shared.model.work import DecidedBy, State, WorkItem
from shared.ports.register import Register
from shared.thai.winnowing import terms_asked, terms_in
from tests.fakes.register import fake_register
from tests.letters import MORNING, a_classification, a_record, a_reply, an_arrival

NAN, PUA = OfficeCode("nan"), OfficeCode("pua")
DUE = date(2026, 11, 25)
MATERNITY, DENTAL = ProcessId("ssf-benefit/3"), ProcessId("ssf-benefit/1.2")


@pytest.fixture(params=["fake", "dynamo"])
def register(request: pytest.FixtureRequest) -> Register:
    if request.param == "fake":
        return fake_register()
    tables = map(request.getfixturevalue, ("register_table", "search_table"))
    return dynamo_register(*tables)


def opened(
    register: Register,
    number: int,
    office: OfficeCode = NAN,
    *,
    due_on: date = DUE,
    process: str = MATERNITY,
    sure: bool = True,
    urgency: Urgency = Urgency.NONE,
) -> WorkItem:
    """The work item of the letter with this number."""
    arrival = an_arrival(f"mail/{number}")
    record = a_record(
        f"s{number}",
        f"2222-2222-{number:04}",
        arrival,
        classification=a_classification(process, sure=sure),
        urgency=urgency,
    )
    at = MORNING + timedelta(minutes=number)
    return register.work.open(register.letters.open(record), office, arrival, at, due_on)


def told(item: WorkItem, did: Did, office: OfficeCode = NAN, **changes: str) -> Event:
    """The event of a change that made ``item``."""
    return Event(
        submission_id=item.submission_id,
        office=office,
        at=MORNING + timedelta(hours=item.version),
        who="anong",
        did=did,
        version=item.version,
        **changes,
    )


def move(register: Register, item: WorkItem, name: str, did: Did, **changes) -> WorkItem:
    after = item.moved(name, "anong", **changes)
    register.work.replace(item, after, told(after, did))
    return after


def shown(register: Register, **asked) -> list[str]:
    """Everything that a question finds, page by page."""
    query = QueueQuery(office=NAN, most=2, **asked)
    found: list[str] = []
    while True:
        page = register.work.page(query)
        assert len(page.items) <= query.most
        found += [item.submission_id for item in page.items]
        if page.after is None:
            return found
        query = query.model_copy(update={"after": page.after})


def test_a_queue_is_read_page_by_page_in_order(register: Register):
    for number in range(1, 6):
        opened(register, number, due_on=DUE - timedelta(days=number))
    opened(register, 6, urgency=Urgency.VERY)
    opened(register, 7, PUA)

    assert ["s6", "s5", "s4", "s3", "s2", "s1"] == shown(register)


QUESTIONS = [
    pytest.param({"process": DENTAL}, ["s2", "s5"], id="one process"),
    pytest.param({"state": State.CLAIMED}, ["s3"], id="taken"),
    pytest.param({"clerk": "anong"}, ["s3"], id="mine"),
    pytest.param({"unread": True}, ["s4", "s1", "s2", "s5"], id="unread"),
    pytest.param({"overdue_on": DUE}, ["s5"], id="overdue"),
    pytest.param({"overdue_on": DUE + timedelta(days=1)}, ["s4", "s3", "s1", "s2", "s5"], id="all"),
    pytest.param({"decided_by": DecidedBy.UNSURE}, ["s1"], id="a person must decide"),
    pytest.param({"process": DENTAL, "overdue_on": DUE}, ["s5"], id="two at once"),
    pytest.param({"process": DENTAL, "clerk": "anong"}, [], id="nothing"),
]


@pytest.mark.parametrize(("asked", "found"), QUESTIONS)
def test_a_clerk_sees_what_was_asked_for(register: Register, asked, found):
    opened(register, 1, sure=False)
    opened(register, 2, process=DENTAL)
    item = opened(register, 3)
    opened(register, 4, urgency=Urgency.MOST)
    opened(register, 5, process=DENTAL, due_on=DUE - timedelta(days=1))
    move(register, move(register, item, "see", Did.SEEN, read=True), "claim", Did.TAKEN)

    assert sorted(found) == sorted(shown(register, **asked))


def test_counts_follow_every_change(register: Register):
    item = opened(register, 1)
    opened(register, 2)
    counts = register.work.counts(NAN)

    assert (2, 2, 0) == (counts.of(ALL), counts.of("unread"), counts.overdue(DUE))
    assert 2 == counts.overdue(DUE + timedelta(days=1))

    taken = move(register, item, "claim", Did.TAKEN, read=True)
    counts = register.work.counts(NAN)

    assert (1, 1, 1) == tuple(map(counts.of, ("clerk:anong", "state:claimed", "unread")))

    move(register, taken, "finish", Did.FINISHED)
    counts = register.work.counts(NAN)

    assert (1, 0, 0) == tuple(map(counts.of, (ALL, "clerk:anong", "state:claimed")))
    assert 1 == counts.overdue(DUE + timedelta(days=1))


def test_an_action_that_came_too_late_leaves_no_trace(register: Register):
    item = opened(register, 1)
    move(register, item, "claim", Did.TAKEN)

    with pytest.raises(StaleWork):
        move(register, item, "spam", Did.MARKED_SPAM)
    assert [Did.REGISTERED, Did.TAKEN] == [e.did for e in register.events.of(item.submission_id)]
    assert 1 == register.work.counts(NAN).of(ALL)


def passed(register: Register, item: WorkItem, to: OfficeCode) -> WorkItem:
    gone = item.moved("pass", passed_to=to)
    record = register.letters.get(item.submission_id)
    assert record
    return register.work.hand_over(
        item,
        gone,
        told(gone, Did.PASSED, item.office, detail=to, note="นอกเขต"),
        told(item, Did.RECEIVED, to, detail=item.office, note="นอกเขต"),
        record,
    )


def test_a_letter_passed_on_has_a_number_in_both_registers(register: Register):
    opened(register, 1, PUA)
    theirs = passed(register, opened(register, 2), PUA)
    ours = register.work.at(SubmissionId("s2"), NAN)

    assert ours
    assert (State.PASSED, PUA) == (ours.state, ours.passed_to)
    assert (State.OPEN, NAN, "2/2569") == (theirs.state, theirs.passed_from, str(theirs.number))
    assert [1] == [line.number.number for line in register.work.register(NAN, 2569)]
    assert [1, 2] == [line.number.number for line in register.work.register(PUA, 2569)]
    assert ([], 0) == (shown(register), register.work.counts(NAN).of(ALL))
    assert 2 == register.work.counts(PUA).of(ALL)


def test_a_letter_passed_back_keeps_its_number(register: Register):
    theirs = passed(register, opened(register, 1), PUA)
    back = passed(register, theirs, NAN)

    assert (State.OPEN, "1/2569", PUA) == (back.state, str(back.number), back.passed_from)
    assert 1 == len(register.work.register(NAN, 2569))
    assert ["s1"] == shown(register)


def test_a_letter_is_not_passed_to_an_office_that_has_it(register: Register):
    opened(register, 1, PUA)
    item = opened(register, 1)

    with pytest.raises(IllegalMove):
        passed(register, item, PUA)
    assert item == register.work.at(item.submission_id, NAN)


def test_an_answer_wakes_what_waited_with_a_new_due_date(register: Register):
    item = move(register, opened(register, 1), "claim", Did.TAKEN, read=True)
    move(register, item, "return", Did.RETURNED, due_on=DUE + timedelta(days=15))
    soon = DUE + timedelta(days=3)
    register.work.join(item.submission_id, a_reply(), soon)

    [woken] = register.work.of(item.submission_id)

    assert (State.OPEN, soon, False) == (woken.state, woken.due_on, woken.read)
    assert ["s1"] == shown(register, unread=True)


def test_a_history_is_kept_in_order_and_by_day(register: Register):
    item = opened(register, 1)
    move(register, item, "claim", Did.TAKEN)
    for _ in range(2):
        register.events.note(told(item, Did.SEEN))

    assert [Did.REGISTERED, Did.SEEN, Did.TAKEN] == [
        event.did for event in register.events.of(item.submission_id)
    ]
    assert 3 == len(list(register.events.on(date(2026, 11, 20))))
    assert [] == list(register.events.on(date(2026, 11, 21)))


def test_corrections_are_kept_for_learning(register: Register):
    item = opened(register, 1)
    after = item.moved("correct", process=DENTAL)
    event = told(after, Did.CORRECTED, detail=f"{MATERNITY} {DENTAL}")
    register.work.replace(item, after, event)

    assert [event] == list(register.events.corrections())


def test_the_register_is_read_from_any_number_on(register: Register):
    for number in range(1, 6):
        opened(register, number)

    assert [3, 4] == [line.number.number for line in register.work.lines(NAN, 2569, 2, 2)]


def test_letters_and_items_come_many_at_a_time_in_the_order_asked(register: Register):
    for number in (1, 2, 3):
        opened(register, number)
    wanted = [SubmissionId(name) for name in ("s3", "none", "s1")]

    assert ["s3", "s1"] == [record.submission_id for record in register.letters.several(wanted)]
    assert ["s3", "s1"] == [item.submission_id for item in register.work.several(NAN, wanted)]


def entered(register: Register, number: int, text: str, sender: str = "a@mail.example") -> None:
    register.search.enter(
        SearchEntry(
            office=NAN,
            submission_id=SubmissionId(f"s{number}"),
            opened_at=MORNING + timedelta(minutes=number),
            sender=address_hash(sender),
            terms=terms_in([text], 500),
        )
    )


def test_letters_are_found_by_words_newest_first(register: Register):
    entered(register, 1, "นายสมชาย ใจดี ขอเบิกเงินค่าทำฟัน")
    entered(register, 2, "บริษัท สมชายการช่าง จำกัด")
    entered(register, 3, "ขอเปลี่ยนสถานพยาบาล")

    def found(words: str, office: OfficeCode = NAN) -> list[str]:
        return list(register.search.by_words(office, terms_asked(words), "", 10).letters)

    assert ["s2", "s1"] == found("สมชาย")
    assert ["s1"] == found("สมชาย ค่าทำฟัน")
    assert [] == found("สมหญิงใจร้าย")
    assert [] == found("สมชาย", PUA)


def test_a_search_leads_on(register: Register):
    for number in range(1, 6):
        entered(register, number, "ค่าทำฟัน", "b@mail.example")
    first = register.search.by_words(NAN, terms_asked("ค่าทำฟัน"), "", 3)
    assert first.before
    then = register.search.by_words(NAN, terms_asked("ค่าทำฟัน"), first.before, 3)
    sent = register.search.by_sender(NAN, " B@mail.example ", "", 3)

    assert (("s5", "s4", "s3"), ("s2", "s1")) == (first.letters, then.letters)
    assert then.before is None
    assert ("s5", "s4", "s3") == sent.letters
    assert () == register.search.by_sender(NAN, "c@mail.example", "", 3).letters


def test_only_what_is_in_quarantine_is_released(register: Register):
    arrival = an_arrival()
    held = ArrivalRecord(arrival=arrival, outcome=Outcome.QUARANTINED, reason="spam")
    register.arrivals.note(held)
    for _ in range(2):
        register.arrivals.release(arrival.id)
    register.arrivals.end(arrival.id, Outcome.WORK_ITEM, SubmissionId("s1"))
    register.arrivals.release(arrival.id)
    line = register.arrivals.get(arrival.id)

    assert line
    assert (Outcome.WORK_ITEM, None) == (line.outcome, line.reason)


def test_what_intake_finds_of_a_released_arrival_stands(register: Register):
    """Once: a delivery that comes late neither holds it again nor refuses what was taken in."""
    arrival, letter = an_arrival(), SubmissionId("s1")
    line = ArrivalRecord(arrival=arrival, outcome=Outcome.QUARANTINED, reason="spam")
    refused = ArrivalRecord(arrival=arrival, outcome=Outcome.REFUSED, reason="empty_letter")
    taken = ArrivalRecord(arrival=arrival, outcome=Outcome.TAKEN_IN, submission_id=letter)
    register.arrivals.note(line)
    register.arrivals.note(refused)
    held = register.arrivals.get(arrival.id)
    register.arrivals.release(arrival.id)
    register.arrivals.note(line)
    register.arrivals.note(taken)
    register.arrivals.note(refused)

    assert (line, taken) == (held, register.arrivals.get(arrival.id))


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch, register_table):
    """Every request that reaches DynamoDB."""
    made: list[str] = []
    events = register_table.meta.client.meta.events
    events.register("before-call.dynamodb", lambda model, **_: made.append(model.name))
    return made


def laid(number: int, process: ProcessId) -> list[dict]:
    """The items of one letter's work, without moto's slow transactions."""
    arrival, at = an_arrival(f"mail/{number}"), MORNING + timedelta(minutes=number)
    record = a_record(f"s{number}", arrival=arrival, classification=a_classification(process))
    place = RegisterNumber(office=NAN, year=2569, number=number + 1)
    item = work_item(record, place, arrival.id, at, DUE)
    writes = opening(item, entry_of(record, place, arrival.id, at), registered(item, at))
    return [write["Put"]["Item"] for write in writes if "Put" in write]


def test_a_page_of_a_long_queue_takes_a_bounded_number_of_calls(register_table, calls):
    register = dynamo_register(register_table)
    with register_table.batch_writer() as batch:
        for number in range(300):
            for item in laid(number, DENTAL if number % 100 == 0 else MATERNITY):
                batch.put_item(Item=item)
    calls.clear()

    page = register.work.page(QueueQuery(office=NAN))
    assert 25 == len(page.items)
    assert ["Query", "BatchGetItem"] == calls

    calls.clear()
    rare = register.work.page(QueueQuery(office=NAN, process=DENTAL, overdue_on=DUE))
    assert (0, None) == (len(rare.items), rare.after)
    assert len(calls) <= 5

    calls.clear()
    sparse = QueueQuery(office=NAN, clerk=None, decided_by=DecidedBy.MACHINE, process=DENTAL)
    assert 3 == len(register.work.page(sparse).items)
    assert len(calls) <= 2

    calls.clear()
    register.work.counts(NAN)
    assert ["GetItem"] == calls


def test_a_search_takes_a_bounded_number_of_calls(register_table, calls):
    register = dynamo_register(register_table)
    for number in range(120):
        entered(register, number, f"ขอเบิกค่าทำฟัน {'พิเศษเฉพาะราย' if number == 1 else ''}")
    calls.clear()
    found = register.search.by_words(NAN, terms_asked("ค่าทำฟัน พิเศษเฉพาะราย"), "", 25)

    assert len(calls) <= 20
    assert found.letters == ("s1",) or found.before
