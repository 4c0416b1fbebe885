"""Whom mail does not reach is telephoned; an address that is no good is not written to again."""

from dataclasses import dataclass, field
from datetime import date
from functools import partial

import pytest

from functions.feedback.events import feedback_in
from functions.feedback.handler import our_phones
from functions.feedback.note_feedback import Neighbours, note_feedback
from functions.feedback.phones import phone_of
from shared.errors import TryLater
from shared.model.event import Did, Event
from shared.model.fact import CENTRAL, OfficeCode, SubmissionId
from shared.model.messages import ReceiptImpossible
from shared.model.receipt import Receipt, Sending, address_hash
from shared.model.task import TaskKind
from shared.ports.register import Register
from tests.fakes.neighbours import FakeLetterStore
from tests.fakes.register import fake_register
from tests.feedback.said import bounce, complaint, mail_seen
from tests.letters import MORNING, a_letter, a_record, an_arrival

CHIANGMAI = OfficeCode("chiangmai")


@dataclass
class Returns:
    """Feedback with neighbours in memory, and a letter whose receipt went out."""

    register: Register = field(default_factory=fake_register)
    letters: FakeLetterStore = field(default_factory=FakeLetterStore)

    def sent(self, text: str = "โทร 081-234-5678", **changes: object) -> Receipt:
        arrival = an_arrival()
        letter = a_letter(text, arrival=arrival)
        key = self.letters.keep_letter(letter)
        record = self.register.letters.open(a_record(letter_key=key, **changes))
        self.register.work.open(record, CHIANGMAI, arrival, MORNING, date(2026, 11, 25))
        receipt = Receipt(
            arrival_id=arrival.id,
            submission_id=record.submission_id,
            message_id="<arrival.receipt@sso.go.th>",
            sending=Sending.SENT,
            ses_message_id="ses-1",
            at=MORNING,
        )
        self.register.receipts.end(receipt)
        return receipt

    def say(self, body: str) -> tuple[Receipt, ...]:
        said = feedback_in(body)
        assert said is not None
        return note_feedback(
            said, Neighbours(self.register, self.letters, our_phones(), lambda: MORNING)
        )


@pytest.fixture
def returns() -> Returns:
    return Returns()


def test_a_receipt_that_came_back_is_marked_and_becomes_a_call(returns: Returns):
    receipt = returns.sent()
    returns.say(bounce("Permanent"))
    told = returns.register.receipts.get(receipt.arrival_id)
    (task,) = returns.register.tasks.of(CHIANGMAI)

    assert told is not None
    assert (Sending.UNDELIVERED, "bounce_permanent") == (told.sending, told.reason)
    assert (TaskKind.TELL_SENDER, "0812345678") == (task.kind, task.phone)
    standing = returns.register.suppressions.get(address_hash("somchai@mail.example"))
    assert standing is not None
    assert ("bounce_permanent", "s•••@mail.example") == (standing.reason, standing.address.shown)


SUPPRESSING = [
    pytest.param(bounce("Permanent"), True, id="no such mailbox"),
    pytest.param(complaint(), True, id="complaint"),
    pytest.param(bounce("Transient"), False, id="mailbox full today"),
    pytest.param(bounce("Undetermined"), False, id="nobody knows"),
    pytest.param(mail_seen(), False, id="a report by mail, which anybody can write"),
]


@pytest.mark.parametrize(("body", "suppressed"), SUPPRESSING)
def test_only_what_will_not_pass_suppresses_an_address(returns: Returns, body, suppressed):
    returns.sent()
    returns.say(body)
    standing = returns.register.suppressions.get(address_hash("somchai@mail.example"))

    assert suppressed == (standing is not None)
    assert 1 == len(returns.register.tasks.of(CHIANGMAI))


def test_what_is_said_twice_is_one_task_and_the_first_reason_stands(returns: Returns):
    """SES's notice and the same report as mail; the queue may deliver either again."""
    receipt = returns.sent()
    for body in (bounce("Transient"), mail_seen(), bounce("Transient"), complaint()):
        returns.say(body)
    told = returns.register.receipts.get(receipt.arrival_id)

    assert told is not None
    assert "bounce_transient" == told.reason
    assert 1 == len(returns.register.tasks.of(CHIANGMAI))


def test_a_notice_that_is_faster_than_our_own_note_waits(returns: Returns):
    with pytest.raises(TryLater):
        returns.say(bounce("Permanent"))
    returns.sent()

    assert 1 == len(returns.say(bounce("Permanent")))


def test_a_report_by_mail_about_nothing_of_ours_is_passed_over(returns: Returns):
    returns.sent()

    assert () == returns.say(mail_seen("<somebody@else.example>"))
    assert () == returns.register.tasks.of(CHIANGMAI)


def test_a_crash_before_the_task_is_made_up_for(returns: Returns, monkeypatch):
    """The receipt is marked first: what repeats must still lay the task."""
    returns.sent()
    with monkeypatch.context() as broken:

        def crash(task: object) -> None:
            raise TryLater

        broken.setattr(returns.register.tasks, "add", crash)
        with pytest.raises(TryLater):
            returns.say(bounce("Permanent"))
    returns.say(bounce("Permanent"))

    assert 1 == len(returns.register.tasks.of(CHIANGMAI))


def test_an_office_that_passed_the_letter_on_is_not_asked(returns: Returns):
    receipt = returns.sent()
    register, submission = returns.register, SubmissionId(str(receipt.submission_id))
    record = register.letters.get(submission)
    assert record is not None
    nan = OfficeCode("nan")
    register.work.open(record, nan, an_arrival(), MORNING, date(2026, 11, 25))
    (item,) = (item for item in register.work.of(submission) if item.office == CHIANGMAI)
    passed = item.moved("pass", passed_to=nan)
    event = Event(
        submission_id=submission, office=CHIANGMAI, at=MORNING, who="clerk", did=Did.PASSED
    )
    register.work.replace(item, passed, event)
    returns.say(bounce("Permanent"))

    assert () == register.tasks.of(CHIANGMAI)
    assert 1 == len(register.tasks.of(nan))


def test_an_office_s_own_mail_that_came_back_asks_nobody_to_call(returns: Returns):
    receipt = returns.sent()
    changes = {"event": "delivery-chiangmai", "to_sender": False, "message_id": "<d@sso.go.th>"}
    returns.register.receipts.end(receipt.model_copy(update=changes))
    (told,) = returns.say(mail_seen("<d@sso.go.th>"))

    assert Sending.UNDELIVERED is told.sending
    assert () == returns.register.tasks.of(CHIANGMAI)


def test_a_refusal_that_came_back_is_the_registry_s(returns: Returns):
    receipt = returns.sent()
    refusal = receipt.model_copy(
        update={"submission_id": None, "message_id": "<r@sso.go.th>", "ses_message_id": "ses-2"}
    )
    returns.register.receipts.end(refusal)
    returns.say(mail_seen("<r@sso.go.th>"))

    assert [None] == [task.phone for task in returns.register.tasks.of(CENTRAL)]


def test_a_secret_letter_is_not_opened_for_its_number(returns: Returns):
    returns.sent(secret=True)
    returns.say(bounce("Permanent"))

    assert [None] == [task.phone for task in returns.register.tasks.of(CHIANGMAI)]


PHONES = [
    pytest.param("ติดต่อ 02-123-4567 หรือ 089 123 4567", "0891234567", id="a mobile goes first"),
    pytest.param("โทรศัพท์ 02-123-4567", "021234567", id="a fixed number if there is no other"),
    pytest.param("สอบถามสำนักงานที่ 0 5311 2630", None, id="the office's own number"),
    pytest.param("เลขบัญชี 123-4-56789-0", None, id="a bank account is no telephone"),
    pytest.param("สวัสดีครับ", None, id="none"),
]


@pytest.mark.parametrize(("text", "phone"), PHONES)
def test_the_number_is_the_sender_s_own(text: str, phone: str | None):
    ours = our_phones()
    find = partial(phone_of, ours=ours)

    assert phone == find(a_letter(text))


def test_a_receipt_that_ses_refused_becomes_a_call_and_keeps_its_reason(returns: Returns):
    receipt = returns.sent()
    refused = {"sending": Sending.IMPOSSIBLE, "reason": "MessageRejected"}
    returns.register.receipts.end(receipt.model_copy(update=refused))
    told = ReceiptImpossible(message_id=receipt.message_id, at=MORNING)
    for _ in range(2):
        returns.say(told.model_dump_json())
    noted = returns.register.receipts.get(receipt.arrival_id)
    (task,) = returns.register.tasks.of(CHIANGMAI)

    assert noted is not None
    assert (Sending.IMPOSSIBLE, "MessageRejected") == (noted.sending, noted.reason)
    assert (TaskKind.TELL_SENDER, "MessageRejected") == (task.kind, task.reason)
    assert "0812345678" == task.phone
    assert returns.register.suppressions.get(address_hash("somchai@mail.example")) is None
