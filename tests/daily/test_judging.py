"""When a line of the ledger is an end, and what is wrong with it when it is none."""

from datetime import timedelta

import pytest

from functions.daily.differences import Kind
from functions.daily.judging import wrong_with_end, wrong_with_line, wrong_with_receipt
from shared.model.letter import ArrivalRecord, Outcome
from shared.model.receipt import Receipt, Sending
from tests.desk.desks import Room
from tests.letters import MORNING, a_record, a_reply, an_arrival

ARRIVAL = an_arrival("mail/1")
OTHER = an_arrival("mail/2")


def line(outcome: Outcome, reason: str | None = None) -> ArrivalRecord:
    return ArrivalRecord(arrival=ARRIVAL, outcome=outcome, reason=reason)


LINES = [
    pytest.param(Outcome.TAKEN_IN, None, Kind.STUCK, id="not ended"),
    pytest.param(Outcome.REFUSED, "empty_letter", None, id="refused"),
    pytest.param(Outcome.REFUSED, None, Kind.NO_REASON, id="refused without a word"),
    pytest.param(Outcome.QUARANTINED, "virus", None, id="quarantined"),
    pytest.param(Outcome.QUARANTINED, None, Kind.NO_REASON, id="held without a word"),
    pytest.param(Outcome.WORK_ITEM, None, None, id="registered"),
]


@pytest.mark.parametrize(("outcome", "reason", "kind"), LINES)
def test_a_line_alone(outcome, reason, kind):
    assert kind == wrong_with_line(line(outcome, reason))


ENDS = [
    pytest.param(Outcome.WORK_ITEM, ARRIVAL, None, None, id="its work is there"),
    pytest.param(Outcome.WORK_ITEM, OTHER, None, Kind.NO_WORK_ITEM, id="only another's work"),
    pytest.param(Outcome.WORK_ITEM, None, None, Kind.NO_WORK_ITEM, id="no work"),
    pytest.param(Outcome.JOINED_THREAD, None, ARRIVAL, None, id="its reply is there"),
    pytest.param(Outcome.JOINED_THREAD, None, OTHER, Kind.NOT_JOINED, id="only another's reply"),
    pytest.param(Outcome.DUPLICATE, None, None, None, id="a duplicate of a letter"),
]


@pytest.mark.parametrize(("outcome", "opened_by", "joined_by", "kind"), ENDS)
def test_an_end_is_looked_up(outcome, opened_by, joined_by, kind):
    item = Room().lay()
    items = [item.model_copy(update={"opened_by": opened_by.id})] if opened_by else []
    replies = [a_reply(arrival=joined_by)] if joined_by else []

    assert kind == wrong_with_end(line(outcome), a_record(), items, replies)


def test_a_duplicate_of_nothing_is_no_end():
    assert Kind.NO_LETTER is wrong_with_end(line(Outcome.DUPLICATE), None, [], [])


RECEIPTS = [
    pytest.param(Sending.SENT, None, None, id="sent"),
    pytest.param(Sending.WITHHELD, "machine_list", None, id="withheld for a reason"),
    pytest.param(Sending.WITHHELD, None, Kind.NO_RECEIPT, id="withheld for none"),
    pytest.param(Sending.UNDELIVERED, "bounce_permanent", None, id="came back"),
    pytest.param(Sending.STARTED, None, Kind.UNFINISHED_RECEIPT, id="begun"),
]


@pytest.mark.parametrize(("sending", "reason", "kind"), RECEIPTS)
def test_a_sender_was_told_or_there_is_a_reason(sending, reason, kind):
    receipt = Receipt(
        arrival_id=ARRIVAL.id,
        submission_id=a_record().submission_id,
        message_id="<a@sso.go.th>",
        sending=sending,
        reason=reason,
        at=MORNING + timedelta(minutes=1),
    )

    assert kind == wrong_with_receipt(receipt)


def test_no_receipt_at_all_is_missed():
    assert Kind.NO_RECEIPT is wrong_with_receipt(None)
