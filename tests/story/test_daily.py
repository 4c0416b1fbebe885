"""The daily look as EventBridge Scheduler starts it."""

from datetime import UTC, datetime, timedelta

import pytest

import functions.daily.handler as daily
from cli.main import main
from shared.errors import DailyWorkFailed
from shared.model.event import Did, Event
from shared.model.fact import OfficeCode
from tests.story.line import Context, Line, as_logged, ses_notice
from tests.story.numbers import numbers
from tests.story.test_mail import MATERNITY, NAN, receive

NAN_OFFICE = OfficeCode("nan")


@pytest.fixture(autouse=True)
def _deployed(line: Line):
    """What the template gives the function beside what the stations have."""
    line.set_env("RECONCILE_DAYS", "3")
    line.set_env("SETTLED_MINUTES", "-1")
    line.set_env("REMINDER_DAYS", "3")
    daily.settings.cache_clear()
    daily.books.cache_clear()
    yield
    daily.settings.cache_clear()
    daily.books.cache_clear()


def test_the_alarm_gets_its_number(line, capsys, caplog):
    line.put("mail-bucket", "mail/one", MATERNITY)
    daily.lambda_handler({"work": "reconcile"}, Context())

    found = numbers(capsys.readouterr().out)

    assert {"Differences": 1, "ObjectsCompared": 1} == {n: v for n, v, _ in found}
    assert [{"service": "daily"}] * 2 == [dimensions for _, _, dimensions in found]
    assert "no_arrival" in "".join(as_logged(caplog))
    assert [] == line.ledger()


def test_a_day_without_a_difference_says_so(line, capsys):
    daily.lambda_handler({"work": "reconcile"}, Context())

    found = numbers(capsys.readouterr().out)

    assert {"Differences": 0, "ObjectsCompared": 0} == {n: v for n, v, _ in found}


def test_the_overview_gets_what_the_look_found(line):
    line.put("mail-bucket", "mail/lost", MATERNITY)
    asked_for_documents(line, due_in=-2)
    daily.lambda_handler({"work": "reconcile"}, Context())
    look, (late,) = line.register.looks.last(), line.register.looks.overdue([NAN_OFFICE])

    assert look is not None
    assert 1 == look.differences
    assert 1 == sum(late.by_process.values())


def asked_for_documents(line: Line, due_in: int) -> None:
    """A letter that the office returned as incomplete."""
    receive(line, MATERNITY)
    line.carry()
    [item] = line.register.work.queue(NAN_OFFICE)
    for move, did in (("claim", Did.TAKEN), ("return", Did.RETURNED)):
        due = {"due_on": datetime.now(UTC).date() + timedelta(days=due_in)}
        after = item.moved(move, "anong", **(due if move == "return" else {}))
        event = Event(
            submission_id=item.submission_id,
            office=item.office,
            at=datetime.now(UTC),
            who="anong",
            did=did,
            note="สำเนาสูติบัตร" if move == "return" else "",
            version=after.version,
        )
        line.register.work.replace(item, after, event)
        item = after


def test_a_sender_is_reminded_once_however_often_the_look_is_repeated(line):
    asked_for_documents(line, due_in=2)
    for _ in range(3):
        daily.lambda_handler({"work": "remind"}, Context())
    line.carry(again=2)
    _, reminder = line.mails()
    body = reminder.get_body(("plain",))

    assert body is not None
    assert "ใกล้ครบกำหนดแล้ว" in body.get_content()
    assert "สำเนาสูติบัตร" in body.get_content()


def test_an_office_sees_that_an_answer_did_not_come(line):
    asked_for_documents(line, due_in=-2)
    daily.lambda_handler({"work": "remind"}, Context())
    daily.lambda_handler({"work": "remind"}, Context())
    line.carry()
    [item] = line.register.work.queue(NAN_OFFICE)
    history = line.register.events.of(item.submission_id)

    assert 1 == sum(event.did is Did.ANSWER_LATE for event in history)
    assert 1 == len(line.mails())


@pytest.mark.parametrize("event", [{"work": "nothing"}, {}], ids=["unknown", "none"])
def test_a_schedule_that_names_no_work_is_heard_of(event, caplog):
    with pytest.raises(DailyWorkFailed):
        daily.lambda_handler(event, Context())
    assert "daily_work_failed" in "".join(as_logged(caplog))


def test_a_failure_is_told_by_its_place_and_not_by_its_words(line, caplog):
    """The register is away: Lambda hears of it, and tries again."""
    line.announce("mail", ses_notice("mail/one", (NAN,)))
    line.table.delete()
    with pytest.raises(DailyWorkFailed) as raised:
        daily.lambda_handler({"work": "reconcile"}, Context())

    assert "" == str(raised.value)
    assert "reconcile.py" in "".join(as_logged(caplog))


def test_the_command_does_the_same_as_the_schedule(line, capsys, tmp_path):
    """With more days than the schedule has, nobody is reminded twice either."""
    line.set_env("SARABAN_TOWN", str(tmp_path / "town"))
    asked_for_documents(line, due_in=2)
    daily.lambda_handler({"work": "remind"}, Context())

    assert 0 == main(["remind", "--days", "15"])
    assert "ใกล้ครบกำหนด" in capsys.readouterr().out
    line.carry()
    assert 2 == len(line.mails())
