"""The whole system as template.yaml has it: a letter goes in, a receipt comes out."""

import json
import os
import smtplib
from datetime import datetime, timedelta
from email import message_from_bytes

import pytest

from cli.main import main
from local import outbox
from local.plan import Plan
from local.town import Town
from shared.aws.register import dynamo_register
from shared.model.event import Did, Event
from shared.model.fact import OfficeCode
from shared.model.letter import Outcome
from shared.model.register import register_year
from shared.thai.calendar import BANGKOK
from tests.local.conftest import eventually

SOON = {
    "IntakeTimeout": "9",
    "IntakeVisibility": "10",
    "StationTimeout": "5",
    "StationVisibility": "6",
    "MostReceives": "20",
    "SettledMinutes": "0",
}
"""A letter that was in the hands of a killed worker comes again soon, and often enough."""

SECONDS = 120
TEXT = "ขอเปลี่ยนสถานพยาบาลตามสิทธิประกันสังคม ปี 2570 จากโรงพยาบาลเดิมเป็นโรงพยาบาลใหม่ค่ะ"


class Line:
    """A running town, with hands to write to it and eyes to see what became of it."""

    def __init__(self, town: Town):
        state = town.state
        self.town, self.state, self.session = town, state, state.session()
        table = self.session.resource("dynamodb").Table(state.outputs["RegisterTable"])
        self.register = dynamo_register(table)

    def mail(self, name: str, to: str) -> tuple[int, str]:
        """Mail a letter; gives the SMTP answer."""
        text = (
            f"From: {name}@mail.example\r\nTo: {to}\r\nSubject: {name}\r\n"
            f"Message-ID: <{name}@mail.example>\r\nDate: Fri, 20 Nov 2026 10:15:00 +0700\r\n"
            f"Content-Type: text/plain; charset=utf-8\r\n\r\n{TEXT} {name}\r\n"
        )
        with smtplib.SMTP(self.state.smtp_host, self.state.smtp_port, timeout=30) as smtp:
            smtp.ehlo()
            smtp.mail(f"{name}@mail.example")
            code, said = smtp.rcpt(to)
            if code == 250:
                code, said = smtp.data(text.encode())
        return code, said.decode()

    def ended(self, *answers: tuple[int, str]):
        """The arrivals of mails that got these answers, when all have ended."""
        keys = {said.rpartition(" ")[2] for _, said in answers}

        def look():
            today = datetime.now(BANGKOK).date()
            known = [
                record
                for day in (today - timedelta(days=1), today)
                for record in self.register.arrivals.on(day)
                if record.arrival.key.rpartition("/")[2] in keys
                and record.outcome is not Outcome.TAKEN_IN
            ]
            return known if len(known) == len(keys) else None

        return eventually(look, SECONDS)

    def answered(self, *names: str):
        """The mails in the outbox to these senders, when each has one."""
        wanted = {f"{name}@mail.example" for name in names}

        def look():
            mails = [message_from_bytes(m.read_bytes()) for m in outbox.mails(self.state.outbox)]
            found = [mail for mail in mails if mail["To"] in wanted]
            return found if {mail["To"] for mail in found} == wanted else None

        return eventually(look, SECONDS)

    def kill(self, function: str, queue: str) -> bool:
        """Kill the function's workers if they have a message in hand."""
        found = self.session.client("sqs").get_queue_attributes(
            QueueUrl=self.state.outputs[queue], AttributeNames=["All"]
        )
        pids = [worker.pid for worker in self.town.crews[function].workers if worker.pid]
        if not pids or not int(found["Attributes"]["ApproximateNumberOfMessagesNotVisible"]):
            return False
        for pid in pids:
            os.kill(pid, 9)
        return True


@pytest.fixture(scope="module")
def line(tmp_path_factory):
    with Town(tmp_path_factory.mktemp("real"), Plan(parameters=SOON)) as town:
        yield Line(town)


def text_of(mail) -> str:
    parts = [part for part in mail.walk() if part.get_content_type() == "text/plain"]
    return "".join(part.get_payload(decode=True).decode() for part in parts)


def test_a_mail_comes_back_as_a_receipt(line):
    (arrival,) = line.ended(line.mail("somchai", "saraban_nan@sso.go.th"))
    (receipt,) = line.answered("somchai")
    (work,) = line.register.work.of(arrival.submission_id)
    letter = line.register.letters.get(arrival.submission_id)

    assert ("nan", 1) == (work.office, work.number.number)
    assert letter.reference in text_of(receipt)
    assert "<somchai@mail.example>" == receipt["In-Reply-To"]


def test_the_paper_in_the_mail_is_genuine_by_the_published_key(line, tmp_path):
    """KMS signed it, typst set it, and nobody has to be asked."""
    line.ended(line.mail("mali", "saraban_nan@sso.go.th"))
    (receipt,) = line.answered("mali")
    (paper,) = (part for part in receipt.walk() if part.get_filename())
    file = tmp_path / str(paper.get_filename())
    file.write_bytes(paper.get_payload(decode=True))

    assert 0 == main(["--town", str(line.town.folder), "verify", str(file)])


def test_the_operators_commands_see_the_town_as_they_see_a_deployment(line, capsys):
    """tests/cli/ has the same commands against AWS."""
    (arrival,) = line.ended(line.mail("kanda", "saraban_nan@sso.go.th"))
    line.answered("kanda")
    letter = line.register.letters.get(arrival.submission_id)
    place = ["--town", str(line.town.folder)]
    said = {}
    for command in (["status", letter.reference], ["replay"], ["doctor"], ["drill"]):
        assert 0 == main([*place, *command]), capsys.readouterr().out
        said[command[0]] = capsys.readouterr().out

    assert letter.reference in said["status"]
    assert "No dead letters" in said["replay"]
    assert "0 of " in said["doctor"]
    assert 4 == said["drill"].count("yes")


def test_an_unknown_mailbox_of_the_domain_is_refused(line):
    assert 550 == line.mail("somchai", "saraban_atlantis@sso.go.th")[0]


@pytest.mark.parametrize(
    ("function", "queue", "office"),
    [
        pytest.param("IntakeFunction", "MailQueueUrl", "phrae", id="intake"),
        pytest.param("RouterFunction", "RouterQueueUrl", "trat", id="router"),
        pytest.param("NotifyFunction", "NotifyQueueUrl", "satun", id="notify"),
    ],
)
def test_killing_a_worker_with_letters_in_hand_loses_and_doubles_nothing(
    function, queue, office, line
):
    names = [f"{office}{number}" for number in range(4)]
    sent = [line.mail(name, f"saraban_{office}@sso.go.th") for name in names]
    killed = eventually(lambda: line.kill(function, queue), pause=0.002)
    arrivals = line.ended(*sent)
    line.answered(*names)
    year = register_year(arrivals[0].arrival.received_at)
    book = line.register.work.register(OfficeCode(office), year)

    assert killed
    assert [1, 2, 3, 4] == [entry.number.number for entry in book]
    assert {record.submission_id for record in arrivals} == {e.submission_id for e in book}
    assert 4 == len(line.register.work.queue(OfficeCode(office)))


def returned(line, item, due_on):
    """An office asks the sender for documents."""
    for move, did in (("claim", Did.TAKEN), ("return", Did.RETURNED)):
        after = item.moved(move, "anong", **({"due_on": due_on} if move == "return" else {}))
        event = Event(
            submission_id=item.submission_id,
            office=item.office,
            at=datetime.now(BANGKOK),
            who="anong",
            did=did,
            note="สำเนาสมุดบัญชีธนาคาร",
            version=after.version,
        )
        line.register.work.replace(item, after, event)
        item = after


def test_the_daily_look_works_under_its_own_role(line):
    """Each call it makes is allowed to it, and it finds nothing amiss."""
    mails = [line.mail(name, "saraban_loei@sso.go.th") for name in ("near", "late")]
    arrivals = line.ended(*mails)
    line.answered("near", "late")
    today = datetime.now(BANGKOK).date()
    items = [item for a in arrivals for item in line.register.work.of(a.submission_id)]
    for item, days in zip(items, (2, -1), strict=True):
        returned(line, item, today + timedelta(days=days))
    command = ["--town", str(line.town.folder), "reconcile", "--minutes", "0"]
    assert eventually(lambda: main(command) == 0, SECONDS)
    worker = line.town.crews["DailyFunction"].workers[0]
    worker.invoke({"work": "reconcile"})
    worker.invoke({"work": "remind"})
    log = (line.state.logs / "saraban-daily.log").read_text(encoding="utf-8")

    assert '"Differences":[0' in log.replace(" ", "")
    assert {"near": 1, "late": 1}.items() <= next(
        said for row in log.splitlines() if (said := json.loads(row)).get("message") == "reminded"
    ).items()
