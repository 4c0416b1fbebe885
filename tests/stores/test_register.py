"""The register keeps its promises, in memory and on DynamoDB alike."""

from datetime import UTC, date, datetime, timedelta

import pytest

import shared.aws.entering
from shared.aws.register import dynamo_register
from shared.errors import ReferenceTaken, StaleWork, TryLater
from shared.model.event import Did, Event
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.letter import ArrivalRecord, Outcome, RefusedLetter
from shared.model.official import Urgency
from shared.model.receipt import SUPPRESSED, TOO_MANY, Counter, Receipt, Sending
from shared.model.suppression import HiddenAddress, Suppression
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


def entered(register: Register, number: int, reference: str = "", **changes: object):
    """A new letter with its work, and what came of it."""
    arrival = an_arrival(f"mail/{number}")
    reference = reference or f"2222-2222-{number:04}"
    record = a_record(f"s{number}", reference, arrival, **changes)
    return register.work.enter(record, (NAN,), arrival, MORNING, DUE)


def test_a_new_letter_lies_on_its_first_desk_at_once(register: Register):
    first, second = entered(register, 1), entered(register, 2)
    office = first.record.routing.offices[0]

    assert ["1/2569", "2/2569"] == [str(one.item.number) for one in (first, second)]
    assert first.item == register.work.at(SubmissionId("s1"), office)
    assert first.record == register.letters.by_reference("2222-2222-0001")
    assert (NAN,) == register.letters.add_addressed(SubmissionId("s1"), ())


def test_a_letter_entered_again_keeps_what_it_has(register: Register):
    first = entered(register, 1)
    again = entered(register, 1, "3333-3333-3333", subject="other")
    office = first.record.routing.offices[0]

    assert (first.record, None) == (again.record, again.item)
    assert register.letters.by_reference("3333-3333-3333") is None
    assert 1 == len(register.work.register(office, 2569))


def test_a_letter_without_a_reference_of_its_own_takes_no_number(register: Register):
    taken = entered(register, 1)
    with pytest.raises(ReferenceTaken):
        entered(register, 2, taken.record.reference)

    assert 1 == len(register.work.register(taken.record.routing.offices[0], 2569))
    assert register.letters.get(SubmissionId("s2")) is None


def test_the_dossier_of_a_letter_has_its_work_and_its_replies(register: Register):
    item = opened(register, 1)
    reply = register.work.join(item.submission_id, a_reply())
    dossier = register.work.dossier(item.submission_id)

    assert dossier
    assert register.letters.get(item.submission_id) == dossier.record
    assert register.work.of(item.submission_id) == dossier.items
    assert (reply,) == dossier.replies
    assert register.work.dossier(SubmissionId("s2")) is None


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
    register.letters.open(a_record("b2", "3333-3333-3333"), (OfficeCode("fang"),))
    register.letters.open(a_record())

    assert ("fang", "nan") == register.letters.add_addressed(SubmissionId("b2"), (NAN,))
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
    refused = ArrivalRecord(
        arrival=an_arrival(),
        outcome=Outcome.REFUSED,
        reason="empty_letter",
        refused=RefusedLetter(sender=None, subject="ขอส่งเอกสาร", message_id="<one@mail.example>"),
    )
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
    def ask(arrival: str, name: str = "hash#2026-11-25") -> bool:
        counter = Counter(name, 2, MORNING + timedelta(days=1))
        return register.receipts.count_answer(counter, an_arrival(arrival).id)

    assert [True, True, False] == [ask("one"), ask("two"), ask("three")]
    assert ask("one"), "a redelivered message may be answered again"
    assert ask("three", "hash#2026-11-26")


def answered(register: Register, arrival: str, hour: str = "hour#1") -> Receipt:
    """The receipt of an arrival, of which an hour takes two and a day three."""
    receipt = a_receipt(arrival_id=an_arrival(arrival).id, message_id=f"<{arrival}@sso.go.th>")
    until = MORNING + timedelta(days=1)
    counters = (Counter(hour, 2, until), Counter("day", 3, until))
    return register.receipts.start_answer(receipt, "hash", counters)


def test_a_receipt_is_started_and_counted_at_once_or_withheld(register: Register):
    started = [answered(register, name) for name in ("one", "two", "three")]
    next_hour = [answered(register, name, "hour#2") for name in ("four", "five")]

    assert [None, None, TOO_MANY] == [receipt.reason for receipt in started]
    assert [None, TOO_MANY] == [receipt.reason for receipt in next_hour]
    assert started[2] == register.receipts.get(an_arrival("three").id)
    assert started[0] == answered(register, "one"), "a redelivery changes nothing"


def a_suppression(reason: str, name: str = "hash", minutes: int = 0) -> Suppression:
    """An address that is no good since the morning."""
    address = HiddenAddress(hash=name, shown="s•••@mail.example")
    return Suppression(address=address, reason=reason, at=MORNING + timedelta(minutes=minutes))


def test_what_is_not_sent_is_not_counted(register: Register):
    register.suppressions.suppress(a_suppression("bounce_permanent"))
    withheld = [answered(register, name).reason for name in ("one", "two", "three", "four")]
    register.suppressions.lift("hash")

    assert [SUPPRESSED] * 4 == withheld
    assert Sending.STARTED is answered(register, "five").sending


def test_an_address_stays_suppressed_for_its_first_reason_until_that_is_lifted(register: Register):
    assert register.suppressions.get("hash") is None
    register.suppressions.suppress(a_suppression("bounce_permanent"))
    register.suppressions.suppress(a_suppression("complaint", minutes=1))
    standing = register.suppressions.get("hash")

    assert standing is not None
    assert ("bounce_permanent", "s•••@mail.example") == (standing.reason, standing.address.shown)
    register.suppressions.lift("hash")
    assert register.suppressions.get("hash") is None


def test_suppressed_addresses_are_listed_newest_first_page_by_page(register: Register):
    for number in range(5):
        register.suppressions.suppress(a_suppression("complaint", f"hash{number}", number))
    first = register.suppressions.newest("", 3)
    second = register.suppressions.newest(first.before or "", 3)

    assert ["hash4", "hash3", "hash2"] == [one.address.hash for one in first.found]
    assert ["hash1", "hash0"] == [one.address.hash for one in second.found]
    assert second.before is None


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
    look = shared.aws.entering.get
    waiting = [2, 3]

    def look_then_be_overtaken(table, where):
        seen = look(table, where)
        if waiting and where["sk"] == "NUMBERS":
            opened(register, waiting.pop())
        return seen

    monkeypatch.setattr(shared.aws.entering, "get", look_then_be_overtaken)
    ours = opened(register, 1)

    assert 3 == ours.number.number
    assert [1, 2, 3] == [line.number.number for line in register.work.register(NAN, 2569)]


def test_a_crowd_before_one_counter_waits_its_turn(register_table, monkeypatch):
    register = dynamo_register(register_table)
    opened(register, 1)
    monkeypatch.setattr(shared.aws.entering, "get", lambda table, where: None)  # always stale

    with pytest.raises(TryLater):
        opened(register, 2)
    assert 1 == len(register.work.register(NAN, 2569))
