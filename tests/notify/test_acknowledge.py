"""Who wrote is told once what became of the letter; who must not be answered is not."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from functions.notify.acknowledge import Notify, acknowledge
from functions.notify.counting import Limits
from functions.notify.paper.paperwork import Paperwork
from functions.notify.paper.printing import print_paper
from functions.notify.writing import Letterhead
from shared.directory import checklists, offices, processes
from shared.errors import TryLater, Undeliverable
from shared.model.arrival import Arrival, Verdict, Verdicts
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.figures import Told
from shared.model.letter import ArrivalRecord, LetterRecord, Outcome, RefusedLetter
from shared.model.messages import (
    AnyDue,
    DocumentsAsked,
    ReceiptDue,
    ReceiptImpossible,
    ReceiptReleased,
    RefusalDue,
    ResultDue,
    TransferDue,
)
from shared.model.receipt import Receipt, Sending
from shared.model.seal import Seal
from shared.model.submission import Machine, Sender
from shared.model.suppression import Suppression, hidden
from shared.ports.register import Register
from tests.fakes.neighbours import FakePost, FakeQueue
from tests.fakes.register import fake_register
from tests.fakes.signer import FakeSigner
from tests.letters import MORNING, a_record, a_reply, an_arrival

HALF = Verdicts(spf=Verdict.FAIL, dkim=Verdict.GRAY, dmarc=Verdict.GRAY)
BORROWED = Verdicts(spf=Verdict.PASS, dkim=Verdict.PASS, dmarc=Verdict.FAIL)
FAILED = Verdicts(spf=Verdict.FAIL, dkim=Verdict.FAIL, dmarc=Verdict.FAIL)


@dataclass
class Counter:
    """Notify with neighbours in memory."""

    register: Register = field(default_factory=fake_register)
    post: FakePost = field(default_factory=FakePost)
    feedback: FakeQueue = field(default_factory=FakeQueue)
    signer: FakeSigner = field(default_factory=FakeSigner)
    printer: Callable[[Seal], bytes] = print_paper
    now: datetime = MORNING

    @property
    def notify(self) -> Notify:
        return Notify(
            register=self.register,
            post=self.post,
            feedback=self.feedback,
            letterhead=Letterhead(
                "saraban@sso.go.th", offices.load, processes.load, checklists.load, Limits(2, 3)
            ),
            our_mailboxes=offices.load().mailboxes,
            paperwork=Paperwork(self.signer, "", self.printer),
            now=lambda: self.now,
        )

    def registered(self, record: LetterRecord, arrival: Arrival) -> ReceiptDue:
        self.register.letters.open(record)
        self.register.arrivals.note(ArrivalRecord(arrival=arrival, outcome=Outcome.TAKEN_IN))
        self.register.work.open(
            record, OfficeCode("chiangmai"), arrival, MORNING, date(2026, 11, 25)
        )
        return ReceiptDue(arrival_id=arrival.id, submission_id=record.submission_id)

    def tell(self, due: AnyDue) -> Receipt:
        return acknowledge(due, self.notify)

    def marks(self) -> list[str]:
        return [self.mail(place)["X-Saraban"] for place in range(len(self.post.sent))]

    def mail(self, place: int = -1) -> EmailMessage:
        message = message_from_bytes(self.post.sent[place][1], policy=policy.default)
        assert isinstance(message, EmailMessage)
        return message


@pytest.fixture
def counter() -> Counter:
    return Counter()


def test_the_sender_gets_a_receipt_with_the_number_and_the_office(counter: Counter):
    receipt = counter.tell(counter.registered(a_record(), an_arrival()))
    body = counter.mail().get_body(("plain",))

    assert Sending.SENT is receipt.sending
    assert ["somchai@mail.example"] == [to for to, _ in counter.post.sent]
    assert body is not None
    assert "1/2569" in body.get_content()
    assert "เชียงใหม่" in body.get_content()


def test_a_redelivered_message_sends_nothing_more(counter: Counter):
    due = counter.registered(a_record(), an_arrival())

    assert counter.tell(due) == counter.tell(due)
    assert 1 == len(counter.post.sent)


def test_a_crash_after_ses_took_it_repeats_the_same_message(counter: Counter, monkeypatch):
    """The documented instant: SES has the mail, we could not note it."""
    due = counter.registered(a_record(), an_arrival())
    with monkeypatch.context() as broken:

        def crash(receipt: Receipt) -> None:
            raise TryLater

        broken.setattr(counter.register.receipts, "end", crash)
        with pytest.raises(TryLater):
            counter.tell(due)
    counter.tell(due)

    assert 2 == len(counter.post.sent)
    assert counter.post.sent[0] == counter.post.sent[1], "the same bytes, the same Message-ID"


def test_ses_busy_is_tried_again_and_then_sent_once(counter: Counter):
    due = counter.registered(a_record(), an_arrival())
    counter.post.failure = TryLater()
    with pytest.raises(TryLater):
        counter.tell(due)
    counter.post.failure = None

    assert Sending.SENT is counter.tell(due).sending
    assert 1 == len(counter.post.sent)


def test_what_ses_refuses_for_good_is_noted_and_not_tried_again(counter: Counter):
    due = counter.registered(a_record(), an_arrival())
    counter.post.failure = Undeliverable("MessageRejected")
    noted = counter.tell(due)
    counter.post.failure = None

    assert (Sending.IMPOSSIBLE, "MessageRejected") == (noted.sending, noted.reason)
    assert noted == counter.tell(due)
    assert [] == counter.post.sent


def test_what_ses_refuses_for_good_is_told_to_feedback_after_every_crash(counter: Counter):
    """Feedback lays the task once: telling it again costs nothing, not telling it a phone call."""
    due = counter.registered(a_record(), an_arrival())
    counter.post.failure = Undeliverable("MessageRejected")
    noted, again = counter.tell(due), counter.tell(due)
    told = ReceiptImpossible(message_id=noted.message_id, at=noted.at)

    assert noted == again
    assert [told, told] == counter.feedback.messages


def test_how_soon_a_sender_was_told_is_counted_once(counter: Counter):
    due = counter.registered(a_record(), an_arrival())
    counter.now = MORNING + timedelta(minutes=4)
    counter.tell(due)
    counter.now = MORNING + timedelta(hours=9)
    counter.tell(due)
    (found,) = counter.register.statistics.of([OfficeCode("chiangmai")], MORNING.date())

    assert (1, 1) == (found.of(Told.FIVE_MINUTES), found.of(*Told))


def test_a_count_that_failed_is_made_up_for_without_a_second_mail(counter: Counter, monkeypatch):
    due = counter.registered(a_record(), an_arrival())
    with monkeypatch.context() as broken:

        def busy(*_: object) -> None:
            raise TryLater

        broken.setattr(counter.register.statistics, "count_once", busy)
        with pytest.raises(TryLater):
            counter.tell(due)
    counter.tell(due)
    (found,) = counter.register.statistics.of([OfficeCode("chiangmai")], MORNING.date())

    assert 1 == found.of(*Told)
    assert 1 == len(counter.post.sent)


SILENCE = [
    pytest.param({"sender": None}, "no_sender", id="nobody to answer"),
    pytest.param({"envelope_sender": ""}, "null_envelope_sender", id="null sender"),
    pytest.param({"machine": Machine.LIST}, "machine_list", id="mailing list"),
    pytest.param({"machine": Machine.BULK}, "machine_bulk", id="bulk mail"),
    pytest.param({"verdicts": FAILED}, "sender_unproven", id="forged sender"),
    pytest.param(
        {"sender": Sender(address="Saraban_Nan@sso.go.th")}, "our_own_mailbox", id="ourselves"
    ),
    *(
        pytest.param({"sender": Sender(address=address)}, "unusable_address", id=address)
        for address in (
            "somchai",
            "somchai@localhost",
            "som chai@mail.example",
            "a..b@mail.example",
            "somchai@mail..example",
            "somchai@mail.invalid",
            "somchai@[192.0.2.1]",
            f"{'a' * 65}@mail.example",
        )
    ),
    pytest.param({"verdicts": HALF}, "sender_unproven", id="one check failed and none passed"),
    pytest.param(
        {"verdicts": BORROWED}, "sender_unproven", id="what passed was the forger's own domain"
    ),
]


@pytest.mark.parametrize(("changes", "reason"), SILENCE)
def test_who_must_not_be_answered_is_not(counter: Counter, changes: dict, reason: str):
    receipt = counter.tell(counter.registered(a_record(**changes), an_arrival()))

    assert (Sending.WITHHELD, reason) == (receipt.sending, receipt.reason)
    assert [] == counter.post.sent


PROVEN = [
    pytest.param(Verdicts(), id="nothing is said"),
    pytest.param(
        Verdicts(spf=Verdict.GRAY, dkim=Verdict.GRAY, dmarc=Verdict.GRAY), id="nothing is published"
    ),
    pytest.param(
        Verdicts(spf=Verdict.FAIL, dkim=Verdict.PASS, dmarc=Verdict.PASS), id="forwarded by a list"
    ),
]


@pytest.mark.parametrize("verdicts", PROVEN)
def test_a_sender_whom_nothing_speaks_against_is_answered(counter: Counter, verdicts):
    receipt = counter.tell(counter.registered(a_record(verdicts=verdicts), an_arrival()))

    assert Sending.SENT is receipt.sending


def test_one_address_gets_so_many_answers_then_one_word_then_none(counter: Counter):
    """Each withheld receipt is on record with its reason; the letters are registered all the
    same, and the next hour has answers again until the day has had enough."""

    def one(number: int) -> str | None:
        arrival = an_arrival(f"mail/{number}")
        record = a_record(f"s{number}", f"2222-2222-{number:04}", arrival)
        return counter.tell(counter.registered(record, arrival)).reason

    many = "too_many_answers"
    assert [None, None, many, many] == [one(number) for number in (1, 2, 3, 4)]
    assert ["receipt", "receipt", "notice"] == counter.marks()
    counter.now += timedelta(hours=1)
    assert [None, many, many] == [one(number) for number in (5, 6, 7)]
    assert ["receipt", "receipt", "notice", "receipt"] == counter.marks()


def test_the_one_word_names_the_letter_and_is_not_doubled(counter: Counter):
    """Who asks by telephone has a reference; a redelivered message repeats nothing."""
    for number in (1, 2, 3, 3, 3):
        arrival = an_arrival(f"mail/{number}")
        record = a_record(f"s{number}", f"2222-2222-{number:04}", arrival)
        counter.tell(counter.registered(record, arrival))

    assert ["receipt", "receipt", "notice"] == counter.marks()
    assert "2222-2222-0003" in str(counter.mail()["Subject"])
    assert [Sending.SENT] == [
        told.sending for told in counter.register.receipts.notices(SubmissionId("s3"))
    ]


def test_a_withheld_receipt_is_sent_when_a_person_releases_it(counter: Counter):
    """No backscatter to a forged sender, and no citizen without his receipt for good."""
    arrival = an_arrival()
    due = counter.registered(a_record(verdicts=FAILED), arrival)
    withheld = counter.tell(due)
    release = ReceiptReleased(arrival_id=arrival.id, submission_id=due.submission_id)
    released = counter.tell(release)

    assert (Sending.WITHHELD, Sending.SENT) == (withheld.sending, released.sending)
    assert released == counter.tell(release) == counter.tell(due)
    assert ["receipt"] == counter.marks()


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"sender": None}, id="nobody to answer"),
        pytest.param({"machine": Machine.LIST}, id="mailing list"),
    ],
)
def test_what_may_never_be_answered_cannot_be_released(counter: Counter, changes: dict):
    due = counter.registered(a_record(**changes), an_arrival())
    counter.tell(due)
    release = ReceiptReleased(arrival_id=due.arrival_id, submission_id=due.submission_id)

    assert Sending.WITHHELD is counter.tell(release).sending
    assert [] == counter.post.sent


def test_a_suppressed_address_gets_nothing_more(counter: Counter):
    due = counter.registered(a_record(), an_arrival())
    gone = hidden("Somchai@mail.example")
    counter.register.suppressions.suppress(
        Suppression(address=gone, reason="bounce_permanent", at=MORNING)
    )

    assert "suppressed" == counter.tell(due).reason
    assert [] == counter.post.sent


def asked(**changes: object) -> DocumentsAsked:
    """A clerk's wish for documents."""
    given = {
        "submission_id": "a1",
        "event": "asked-3",
        "office": "chiangmai",
        "documents": ("ใบรับรองแพทย์ฉบับที่ระบุวันหยุดงาน",),
        "answer_by": date(2026, 12, 5),
    }
    return DocumentsAsked.model_validate(given | changes)


def test_a_clerk_s_message_is_sent_once_and_kept_with_the_letter(counter: Counter):
    counter.tell(counter.registered(a_record(), an_arrival()))
    told = counter.tell(asked())

    assert told == counter.tell(asked())
    assert ["receipt", "notice"] == counter.marks()
    assert (told,) == counter.register.receipts.notices(SubmissionId("a1"))
    assert "<a1.asked-3@sso.go.th>" == counter.mail()["Message-ID"]
    assert "<one@mail.example>" == counter.mail()["In-Reply-To"]


def test_a_clerk_s_messages_are_not_counted_as_answers_of_a_machine(counter: Counter):
    counter.registered(a_record(), an_arrival())
    told = [counter.tell(asked(event=f"asked-{n}")).sending for n in range(5)]

    assert [Sending.SENT] * 5 == told


def test_a_forged_sender_is_told_nothing_until_his_receipt_is_released(counter: Counter):
    due = counter.registered(a_record(verdicts=FAILED), an_arrival())
    counter.tell(due)

    assert "sender_unproven" == counter.tell(asked()).reason
    counter.tell(ReceiptReleased(arrival_id=due.arrival_id, submission_id=due.submission_id))
    assert Sending.SENT is counter.tell(asked()).sending


def test_a_passed_letter_names_the_office_that_has_it_and_its_number(counter: Counter):
    counter.registered(a_record(), an_arrival())
    counter.register.work.open(
        a_record(), OfficeCode("nan"), an_arrival(), MORNING, date(2026, 11, 25)
    )
    passed = {"submission_id": SubmissionId("a1"), "event": "passed-2", "office": "chiangmai"}
    counter.tell(TransferDue.model_validate(passed | {"to_office": "nan"}))
    body = counter.mail().get_body(("plain",))

    assert body is not None
    assert "จังหวัดน่าน" in body.get_content()
    assert "1/2569" in body.get_content()


WRONG = [
    pytest.param({"to_office": "pua"}, id="an office that does not have it"),
    pytest.param({}, id="nobody"),
    pytest.param({"to_office": "chiangmai", "agency": "กรมการจัดหางาน"}, id="both"),
]


@pytest.mark.parametrize("changes", WRONG)
def test_a_transfer_that_names_no_one_responsible_is_our_bug(counter: Counter, changes: dict):
    """The law wants the responsible named: nothing is sent, and a person hears of it."""
    counter.registered(a_record(), an_arrival())
    given = {"submission_id": "a1", "event": "passed-2", "office": "chiangmai"}

    with pytest.raises(ValueError, match=r"transfer|work item"):
        counter.tell(TransferDue.model_validate(given | changes))
    assert [] == counter.post.sent


def test_a_clerk_s_words_cannot_show_a_personal_number(counter: Counter):
    counter.registered(a_record(), an_arrival())
    result = ResultDue(
        submission_id=SubmissionId("a1"),
        event="finished-4",
        office=OfficeCode("chiangmai"),
        result="ตรวจสอบบัตร 1-2345-67890-12-1 แล้ว\nอนุมัติ",
    )
    counter.tell(result)
    body = counter.mail().get_body(("plain",))

    assert body is not None
    assert "67890" not in body.get_content()
    assert "อนุมัติ" in body.get_content()


def test_a_reply_is_told_that_it_joined(counter: Counter):
    counter.registered(a_record(), an_arrival())
    reply = a_reply()
    counter.register.work.join(SubmissionId("a1"), reply)
    due = ReceiptDue(arrival_id=reply.arrival_id, submission_id=SubmissionId("a1"), joined=True)
    counter.tell(due)

    assert "หนังสือเพิ่มเติม" in counter.mail()["Subject"]
    assert "<two@mail.example>" == counter.mail()["In-Reply-To"]


def test_a_second_arrival_is_told_its_own_time_and_office(counter: Counter):
    counter.registered(a_record(), an_arrival())
    evening = MORNING.replace(hour=8, minute=1)
    later = an_arrival("mail/later", received_at=evening)
    counter.register.arrivals.note(ArrivalRecord(arrival=later, outcome=Outcome.TAKEN_IN))
    counter.register.work.open(a_record(), OfficeCode("nan"), later, MORNING, date(2026, 11, 25))
    counter.tell(ReceiptDue(arrival_id=later.id, submission_id=SubmissionId("a1")))
    body = counter.mail().get_body(("plain",))

    assert body is not None
    assert "15.01" in body.get_content()
    assert "จังหวัดน่าน" in body.get_content()
    assert "เชียงใหม่" not in body.get_content()


@pytest.fixture
def refusal(counter: Counter) -> Callable[..., RefusalDue]:
    def make(reason: str = "empty_letter", **changes: object) -> RefusalDue:
        given = {
            "sender": Sender(address="somchai@mail.example"),
            "message_id": "<one@mail.example>",
        }
        refused = RefusedLetter.model_validate(given | changes)
        line = ArrivalRecord(
            arrival=an_arrival(), outcome=Outcome.REFUSED, reason=reason, refused=refused
        )
        counter.register.arrivals.note(line)
        return RefusalDue(arrival_id=line.arrival.id)

    return make


def test_a_refused_sender_is_told_why(counter: Counter, refusal):
    receipt = counter.tell(refusal())

    assert Sending.SENT is receipt.sending
    assert "refusal" == counter.mail()["X-Saraban"]


def test_a_machine_is_not_told_why(counter: Counter, refusal):
    assert "machine_bulk" == counter.tell(refusal(machine=Machine.BULK)).reason


def test_a_receipt_whose_letter_is_not_there_yet_waits(counter: Counter):
    with pytest.raises(TryLater):
        counter.tell(ReceiptDue(arrival_id=an_arrival().id, submission_id=SubmissionId("a1")))
