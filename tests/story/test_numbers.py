"""An operator sees how many letters come, how they end, and how long senders wait."""

import pytest

from tests.story.line import NOON, ses_notice
from tests.story.numbers import numbers
from tests.story.test_mail import MATERNITY, NAN, receive


def test_a_letter_is_counted_at_each_station(line, capsys):
    receive(line, MATERNITY)
    line.carry()
    found = {name: said for name, _, said in numbers(capsys.readouterr().out)}

    assert {"service": "intake", "channel": "mail", "outcome": "taken_in"} == found["Arrivals"]
    assert {"service": "router", "outcome": "work_item"} == found["Letters"]
    assert {"service": "notify", "sending": "sent"} == found["Messages"]
    assert {"service": "notify"} == found["SecondsToReceipt"]


def test_a_sender_waits_from_the_moment_the_letter_entered(line, capsys):
    receive(line, MATERNITY)
    line.carry()
    [waited] = [v for n, v, _ in numbers(capsys.readouterr().out) if n == "SecondsToReceipt"]
    receipt = line.register.receipts.get(line.ledger()[0].arrival.id)

    assert receipt is not None
    assert waited == pytest.approx(max(0, (receipt.at - NOON).total_seconds()), abs=1)


def test_what_is_refused_is_counted_by_its_end(line, capsys):
    line.put("mail-bucket", "mail/virus", MATERNITY)
    line.announce("mail", ses_notice("mail/virus", (NAN,), virus="FAIL"))
    line.carry()
    found = {name: said for name, _, said in numbers(capsys.readouterr().out)}

    assert {"Arrivals"} == set(found)
    assert "quarantined" == found["Arrivals"]["outcome"]
