"""Scenarios of letters that are worked on at the desk."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from faults.arriving import JOINED, WORK, answer, exactly, forged, mail, spam
from faults.letters import BOUNCES, CENTRAL_BOX, a_mail
from faults.people import REGISTRAR, clerk
from faults.stage import Scenario, Stage
from shared.model.fact import CENTRAL

ANONG = clerk("nan")
VAGUE = ("สวัสดีครับ ขอสอบถามเรื่องทั่วไปครับ", "สอบถาม")


def at_work() -> Iterator[Scenario]:
    """All of them."""
    came = partial(mail, a_mail())
    done = exactly({WORK: 1}, 2, nan=1)
    silent = exactly({WORK: 1}, 1, nan=1)
    passed = exactly({WORK: 1}, 2, nan=1, pua=1)
    yield Scenario("take and finish", finish, done, arrange=came, short=True)
    yield Scenario("ask for documents", ask, done, arrange=came)
    yield Scenario("pass on", pass_on, passed, arrange=came)
    yield Scenario("pass back", pass_back, exactly({WORK: 1}, 3, nan=1, pua=1), arrange=came)
    yield Scenario("correct, spam, restore", correct, silent, arrange=came, short=True)
    yield Scenario("open the page", look, silent, arrange=came, short=True)
    joined = exactly({WORK: 1, JOINED: 1}, 2, nan=1)
    yield Scenario("open it again", look_again, joined, arrange=came)
    yield Scenario("release a receipt", release, silent, arrange=forged)
    yield Scenario("release spam", let_in, silent, arrange=spam)
    yield Scenario(
        "triage", triage, exactly({WORK: 1}, 2, central=1, nan=1), arrange=vague, short=True
    )
    bounced = partial(mail, a_mail(sender=BOUNCES))
    yield Scenario("telephone", telephone, silent, arrange=bounced, short=True)
    yield Scenario("reminder", remind, exactly({WORK: 1}, 3, nan=1), arrange=waiting)


def vague(stage: Stage) -> None:
    """A letter that nobody but a person can route."""
    stage.people.mail(a_mail(*VAGUE), CENTRAL_BOX)
    stage.rest()


def deed(stage: Stage, name: str, office: str = "nan", **fields: str) -> None:
    """A clerk of the office does something with its letter."""
    item = stage.item(office)
    path = f"/offices/{office}/letters/{item.submission_id}/{name}"
    stage.people.at_the_desk(clerk(office), path, version=str(item.version), **fields)


def finish(stage: Stage) -> None:
    """Taken, finished, the sender told."""
    deed(stage, "take")
    deed(stage, "finish", note="อนุมัติแล้ว", tell="1")
    stage.rest()


def ask(stage: Stage) -> None:
    """Returned as incomplete."""
    deed(stage, "take")
    deed(stage, "return", documents="สำเนาสูติบัตร")
    stage.rest()


def pass_on(stage: Stage) -> None:
    """To the branch."""
    deed(stage, "pass", to_office="pua", note="อยู่ในเขตของสาขา")
    stage.rest()


def pass_back(stage: Stage) -> None:
    """To the branch, and back: the number stays."""
    deed(stage, "pass", to_office="pua", note="อยู่ในเขตของสาขา")
    if stage.item().passed_to:
        deed(stage, "pass", office="pua", to_office="nan", note="ไม่อยู่ในเขตของสาขา")
    stage.rest()


def correct(stage: Stage) -> None:
    """The process put right, marked as spam, and restored."""
    deed(stage, "correct", process="ssf-benefit/1")
    deed(stage, "spam")
    deed(stage, "restore")


def look(stage: Stage) -> None:
    """A clerk opens the letter, which takes it off the unread."""
    stage.people.look(ANONG, f"/offices/nan/letters/{stage.item().submission_id}")


def look_again(stage: Stage) -> None:
    """Opened in the morning; the sender writes again; opened by the same clerk that day."""
    look(stage)
    answer(stage)
    look(stage)
    if stage.people.heard[-1] != 200:  # noqa: PLR2004 - the page is there
        raise LookupError("the letter cannot be opened")


def release(stage: Stage) -> None:
    """A clerk has the withheld receipt sent after all."""
    item = stage.item()
    path = f"/offices/nan/letters/{item.submission_id}/receipts/{item.opened_by}"
    stage.people.at_the_desk(ANONG, path)
    stage.rest()


def let_in(stage: Stage) -> None:
    """The registry lets in what was held as spam."""
    [task] = stage.world.register.tasks.of(CENTRAL)
    stage.people.at_the_desk(REGISTRAR, f"/quarantine/{task.arrival_id}/release")
    stage.rest()


def triage(stage: Stage) -> None:
    """The registry decides."""
    item = stage.item("central")
    fields = {"version": str(item.version), "suggested": "nan"}
    stage.people.at_the_desk(REGISTRAR, f"/triage/{item.submission_id}", **fields)
    stage.rest()


def telephone(stage: Stage) -> None:
    """Somebody called the sender."""
    stage.people.at_the_desk(ANONG, f"/offices/nan/calls/{stage.item().opened_by}")


def waiting(stage: Stage) -> None:
    """A letter whose sender has two days left."""
    mail(a_mail(), stage)
    ask(stage)
    due = stage.item().due_on
    stage.world.clock.move_to(stage.world.clock.now.replace(month=due.month, day=due.day - 2))


def remind(stage: Stage) -> None:
    """The daily look; where every try failed an alarm rings, and the next morning is good."""
    if not stage.daily("remind"):
        stage.world.clock.move(timedelta(days=1))
        stage.daily("remind")
    stage.rest()
