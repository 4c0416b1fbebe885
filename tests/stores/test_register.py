"""The register keeps its promises, in memory and on DynamoDB alike."""

from datetime import UTC, date, datetime, timedelta

import pytest

import shared.aws.work
from shared.aws.register import dynamo_register
from shared.errors import ReferenceTaken, StaleWork, TryLater
from shared.model.event import Did, Event
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.letter import ArrivalRecord, Outcome
from shared.model.official import Urgency
from shared.model.receipt import Receipt, Sending
from shared.model.task import Task, TaskKind
from shared.model.work import WorkItem
from shared.ports.register import Register
from tests.fakes.register import fake_register
from tests.letters import MORNING, a_record, a_reply, an_arrival

NAN = OfficeCode("nan")
DUE = date(2026, 11, 25)


@pytest.fixture(params=["fake", "dynamo"])
def register(request: pytest.FixtureRequest) -> Register:
    if request.param == "fake":
        return fake_register()
    return dynamo_register(request.getfixturevalue("register_table"))


def opened(
    register: Register,
    number: int,
    office: OfficeCode = NAN,
    at: datetime = MORNING,
    *,
    due_on: date = DUE,
    urgency: Urgency = Urgency.NONE,
):
    """The work item of the letter with this number."""
    arrival = an_arrival(f"mail/{number}", received_at=at)
    record = a_record(f"s{number}", f"2222-2222-{number:04}", arrival, urgency=urgency)
    return register.work.open(register.letters.open(record), office, arrival, at, due_on)


def test_numbers_of_an_office_run_without_gap_or_double(register: Register):
    numbers = [opened(register, n).number.number for n in (1, 2, 3)]

    assert [1, 2, 3] == numbers
    assert [1, 2, 3] == [line.number.number for line in register.work.register(NAN, 2569)]


def test_each_office_and_year_counts_for_itself(register: Register):
    new_year = datetime(2026, 12, 31, 17, 0, tzinfo=UTC)  # 1 January 2570, 00.00 Thai time
    before = opened(register, 1, at=new_year - timedelta(seconds=1))
    after = opened(register, 2, at=new_year)
    elsewhere = opened(register, 3, OfficeCode("pua"))

    assert ["1/2569", "1/2570", "1/2569"] == [str(i.number) for i in (before, after, elsewhere)]


def test_a_redelivery_gets_the_number_it_has(register: Register):
    first = opened(register, 1)
    again = opened(register, 1)

    assert first == again
    assert 1 == len(register.work.register(NAN, 2569))


def test_a_letter_at_two_offices_has_a_number_at_each(register: Register):
    opened(register, 1)
    opened(register, 1, OfficeCode("pua"))

    assert ["nan", "pua"] == [item.office for item in register.work.of(SubmissionId("s1"))]


def test_the_first_record_of_a_letter_stands(register: Register):
    first = register.letters.open(a_record())
    second = register.letters.open(a_record(reference="3333-3333-3333", subject="other"))

    assert first == second
    assert register.letters.by_reference("3333-3333-3333") is None
    assert first == register.letters.by_reference(first.reference)


def test_two_letters_never_share_a_reference(register: Register):
    register.letters.open(a_record("a1"))

    with pytest.raises(ReferenceTaken):
        register.letters.open(a_record("b2"))


def test_addressed_offices_add_up_over_arrivals(register: Register):
    register.letters.open(a_record())

    assert () == register.letters.add_addressed(SubmissionId("a1"), ())
    assert (NAN,) == register.letters.add_addressed(SubmissionId("a1"), (NAN,))
    assert ("nan", "pua") == register.letters.add_addressed(
        SubmissionId("a1"), (OfficeCode("pua"),)
    )


def move(register: Register, item: WorkItem, name: str, did: Did, who: str = "anong") -> WorkItem:
    """The item after a clerk's move."""
    after = item.moved(name, who)
    event = Event(
        submission_id=item.submission_id,
        office=item.office,
        at=MORNING,
        who=who,
        did=did,
        version=after.version,
    )
    register.work.replace(item, after, event)
    return after


def test_the_slower_clerk_is_told(register: Register):
    item = opened(register, 1)
    move(register, item, "claim", Did.TAKEN)

    with pytest.raises(StaleWork):
        move(register, item, "claim", Did.TAKEN, "boonmee")
    assert "anong" == register.work.of(item.submission_id)[0].clerk


def test_finished_work_leaves_the_queue_and_a_reply_brings_it_back(register: Register):
    item = opened(register, 1)
    move(register, move(register, item, "claim", Did.TAKEN), "finish", Did.FINISHED)

    assert () == register.work.queue(NAN)

    register.work.join(item.submission_id, a_reply())

    assert [1] == [found.replies for found in register.work.queue(NAN)]


def test_a_reply_joins_once(register: Register):
    item = opened(register, 1)
    first = register.work.join(item.submission_id, a_reply())
    again = register.work.join(item.submission_id, a_reply(arrival=an_arrival("mail/again")))

    assert first == again
    assert (first,) == register.letters.replies(item.submission_id)
    assert 1 == register.work.of(item.submission_id)[0].replies


def test_the_queue_shows_what_is_due_first(register: Register):
    later = opened(register, 1, at=MORNING + timedelta(hours=1))
    sooner = opened(register, 2)

    assert (sooner, later) == register.work.queue(NAN)


def test_urgency_goes_before_the_due_date_and_the_due_date_before_time(register: Register):
    tomorrow, hour = DUE + timedelta(days=1), timedelta(hours=1)
    plain = opened(register, 1)
    urgent = opened(register, 2, at=MORNING + hour, due_on=tomorrow, urgency=Urgency.URGENT)
    most_later = opened(register, 3, at=MORNING + hour, due_on=tomorrow, urgency=Urgency.MOST)
    most = opened(register, 4, at=MORNING + 2 * hour, urgency=Urgency.MOST)
    very = opened(register, 5, at=MORNING + 2 * hour, due_on=tomorrow, urgency=Urgency.VERY)

    assert (most, most_later, very, urgent, plain) == register.work.queue(NAN)


def test_urgent_work_stays_first_when_its_clerk_changes(register: Register):
    plain = opened(register, 1)
    urgent = opened(register, 2, at=MORNING + timedelta(hours=1), urgency=Urgency.URGENT)
    move(register, urgent, "claim", Did.TAKEN)

    assert ["s2", "s1"] == [item.submission_id for item in register.work.queue(NAN)]
    assert plain == register.work.queue(NAN)[1]


def test_an_arrival_ends_once(register: Register):
    arrival = an_arrival()
    register.arrivals.note(ArrivalRecord(arrival=arrival, outcome=Outcome.TAKEN_IN))
    register.arrivals.end(arrival.id, Outcome.WORK_ITEM, SubmissionId("a1"))
    register.arrivals.end(arrival.id, Outcome.DUPLICATE, SubmissionId("b2"))
    register.arrivals.note(ArrivalRecord(arrival=arrival, outcome=Outcome.TAKEN_IN))

    line = register.arrivals.get(arrival.id)

    assert line is not None
    assert (Outcome.WORK_ITEM, "a1") == (line.outcome, line.submission_id)
    assert (line,) == register.arrivals.on(date(2026, 11, 20))
    assert (arrival.id,) == register.arrivals.of(SubmissionId("a1"))
    assert () == register.arrivals.of(SubmissionId("b2"))


def test_a_refusal_is_kept_with_its_reason(register: Register):
    refused = ArrivalRecord(arrival=an_arrival(), outcome=Outcome.REFUSED, reason="empty_letter")
    register.arrivals.note(refused)

    assert refused == register.arrivals.get(refused.arrival.id)


def a_receipt(sending: Sending = Sending.STARTED, **changes: str) -> Receipt:
    return Receipt(
        arrival_id=an_arrival().id,
        submission_id=SubmissionId("a1"),
        message_id="<receipt@sso.go.th>",
        sending=sending,
        at=MORNING,
    ).model_copy(update=changes)


def test_a_receipt_is_started_once_and_ended(register: Register):
    register.letters.open(a_record())
    started = register.receipts.start(a_receipt())
    sent = started.model_copy(update={"sending": Sending.SENT, "ses_message_id": "ses-1"})
    register.receipts.end(sent)

    assert sent == register.receipts.start(a_receipt())
    assert sent == register.receipts.get(started.arrival_id)


@pytest.mark.parametrize(
    "name", ["<receipt@sso.go.th>", "ses-1", "<ses-1@ap-southeast-1.amazonses.com>"]
)
def test_an_answer_to_a_receipt_leads_to_its_letter(register: Register, name: str):
    """SES replaces our Message-ID by its own: what a sender answers to has either."""
    record = register.letters.open(a_record())
    sent = a_receipt(Sending.SENT, ses_message_id="ses-1")
    register.receipts.end(sent)

    assert record == register.letters.by_message(name)
    assert sent == register.receipts.by_message(name)
    assert register.letters.by_message("<unknown@sso.go.th>") is None
    assert register.receipts.by_message("<unknown@sso.go.th>") is None


def test_a_refusal_s_mail_leads_to_its_receipt_and_to_no_letter(register: Register):
    sent = a_receipt(Sending.SENT, submission_id=None)
    register.receipts.end(sent)

    assert sent == register.receipts.by_message(sent.message_id)
    assert register.letters.by_message(sent.message_id) is None


def test_a_later_message_stands_beside_the_receipt(register: Register):
    receipt = register.receipts.start(a_receipt())
    notice = a_receipt(event="result-2", message_id="<a1.result-2@sso.go.th>")
    register.receipts.start(notice)
    sent = notice.model_copy(update={"sending": Sending.SENT})
    register.receipts.end(sent)

    assert sent == register.receipts.start(notice)
    assert (sent,) == register.receipts.notices(SubmissionId("a1"))
    assert receipt == register.receipts.get(receipt.arrival_id)


def test_only_a_withheld_receipt_can_be_released(register: Register):
    withheld = register.receipts.start(a_receipt(Sending.WITHHELD, reason="sender_unproven"))
    released = register.receipts.release(a_receipt())
    sent = released.model_copy(update={"sending": Sending.SENT})
    register.receipts.end(sent)

    assert (Sending.WITHHELD, Sending.STARTED) == (withheld.sending, released.sending)
    assert sent == register.receipts.release(a_receipt())


def test_answers_to_one_address_are_limited_and_counted_once(register: Register):
    def ask(arrival: str, counter: str = "hash#2026-11-25") -> bool:
        until = MORNING + timedelta(days=1)
        return register.receipts.count_answer(counter, until, an_arrival(arrival).id, most=2)

    assert [True, True, False] == [ask("one"), ask("two"), ask("three")]
    assert ask("one"), "a redelivered message may be answered again"
    assert ask("three", "hash#2026-11-26")


def test_an_address_stays_suppressed_for_its_first_reason_until_that_is_lifted(register: Register):
    assert register.suppressions.reason("hash") is None
    register.suppressions.suppress("hash", "bounce_permanent", MORNING)
    register.suppressions.suppress("hash", "complaint", MORNING)

    assert "bounce_permanent" == register.suppressions.reason("hash")
    register.suppressions.lift("hash")
    assert register.suppressions.reason("hash") is None


def a_task(arrival: str, **changes: object) -> Task:
    return Task(
        kind=TaskKind.TELL_SENDER,
        office=NAN,
        arrival_id=an_arrival(arrival).id,
        reason="bounce_permanent",
        phone="0812345678",
        raised_at=MORNING,
    ).model_copy(update=changes)


def test_a_task_lies_on_its_desk_once_until_it_is_done(register: Register):
    first = a_task("one")
    assert register.tasks.add(first)
    assert register.tasks.add(a_task("two", raised_at=MORNING - timedelta(hours=1)))
    assert not register.tasks.add(a_task("one", reason="complaint"))
    assert [a_task("two").arrival_id, first.arrival_id] == [
        task.arrival_id for task in register.tasks.of(NAN)
    ]
    assert () == register.tasks.of(OfficeCode("pua"))
    register.tasks.done(first)
    assert not register.tasks.add(first)
    assert [a_task("two").arrival_id] == [task.arrival_id for task in register.tasks.of(NAN)]


def test_a_number_taken_in_between_is_not_given_twice(register_table, monkeypatch):
    """Another letter takes the next number between our look and our write."""
    register = dynamo_register(register_table)
    look = shared.aws.work.get
    waiting = [2, 3]

    def look_then_be_overtaken(table, where):
        seen = look(table, where)
        if waiting and where["sk"] == "NUMBERS":
            opened(register, waiting.pop())
        return seen

    monkeypatch.setattr(shared.aws.work, "get", look_then_be_overtaken)
    ours = opened(register, 1)

    assert 3 == ours.number.number
    assert [1, 2, 3] == [line.number.number for line in register.work.register(NAN, 2569)]


def test_a_crowd_before_one_counter_waits_its_turn(register_table, monkeypatch):
    register = dynamo_register(register_table)
    opened(register, 1)
    monkeypatch.setattr(shared.aws.work, "get", lambda table, where: None)  # always stale

    with pytest.raises(TryLater):
        opened(register, 2)
    assert 1 == len(register.work.register(NAN, 2569))
