"""No machine keeps us talking: forms of every vendor, and two responders that face each other."""

from dataclasses import replace

from functions.intake.open_mail import open_mail
from functions.notify.withholding import Asking, why_silent
from shared.directory import offices
from shared.model.arrival import Verdict, Verdicts
from tests.intake.machine_forms import FORMS, generated
from tests.letters import an_arrival
from tests.story.line import Line, ses_notice

PASSED = Verdicts(spf=Verdict.PASS, dkim=Verdict.PASS, dmarc=Verdict.PASS)
MANY = 10_000


def answered(raw: bytes, *, bounce_path: bool) -> bool:
    """Whether this mail gets any answer from us, by the rules of intake and notify alone."""
    opened = open_mail(an_arrival(), raw, offices.load())
    if opened.refused and not opened.refused.answered:
        return False
    asking = Asking(
        sender=opened.sender,
        envelope_sender="" if bounce_path else "user@mail.example",
        machine=opened.machine,
        verdicts=PASSED,
    )
    return why_silent(asking, offices.load().mailboxes) is None


def test_ten_thousand_mails_of_machines_get_no_answer():
    talking = {
        form.name
        for form, raw in generated(MANY, seed=2569)
        if answered(raw, bounce_path=form.bounce_path)
    }

    assert set() == talking
    assert MANY > 100 * len(FORMS)


def test_the_same_mail_without_its_machine_s_marks_is_answered():
    """The test above could fail."""
    plain = replace(FORMS[2], lines=(), subject="ขอส่งเอกสาร")
    raw = (
        f"From: user@mail.example\r\nTo: saraban_nan@sso.go.th\r\nSubject: {plain.subject}\r\n"
        "Message-ID: <1@mail.example>\r\n\r\nขอส่งเอกสารตามที่แจ้ง\r\n"
    ).encode()

    assert answered(raw, bounce_path=False)


class Responder:
    """A mailbox that answers every mail by a program; ``marked``: it says that it is one."""

    def __init__(self, address: str, body: str, *, marked: bool) -> None:
        self.address, self.body, self.marked = address, body, marked
        self.wrote = 0

    def answer(self, subject: str, message_id: str) -> bytes:
        self.wrote += 1
        mark = "Auto-Submitted: auto-replied\r\nPrecedence: bulk\r\n" if self.marked else ""
        return (
            f"From: {self.address}\r\nTo: saraban@sso.go.th\r\nSubject: Re: {subject}\r\n"
            f"Message-ID: <{self.wrote}.{self.address}>\r\nIn-Reply-To: {message_id}\r\n"
            f"{mark}Content-Type: text/plain; charset=utf-8\r\n\r\n{self.body}\r\n"
        ).encode()


def converse(line: Line, responders: dict[str, Responder], most: int = 12) -> int:
    """Let every mail of ours be answered until nobody writes; returns how many we sent."""
    seen = 0
    for _ in range(most):
        line.carry()
        fresh, seen = line.mails()[seen:], len(line.mails())
        if not fresh:
            break
        for mail in fresh:
            responder = responders[str(mail["To"])]
            raw = responder.answer(str(mail["Subject"]), str(mail["Message-ID"]))
            post(line, raw, f"mail/{responder.wrote}-{responder.address}", responder.address)
    return seen


def post(line: Line, raw: bytes, key: str, sender: str) -> None:
    """One mail arrives."""
    line.put("mail-bucket", key, raw)
    line.announce(
        "mail",
        ses_notice(key, ("saraban@sso.go.th",)).replace("somchai@mail.example", sender),
    )


def first_letter(sender: str) -> bytes:
    """A letter that the responder's owner wrote himself."""
    return (
        f"From: {sender}\r\nTo: saraban@sso.go.th\r\nSubject: =?utf-8?B?4LiC4Lit4Liq4LmI4LiH?=\r\n"
        f"Message-ID: <0.{sender}>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        "ขอสอบถามสิทธิประกันสังคม\r\n"
    ).encode()


def talk(line: Line, *responders: Responder) -> int:
    for responder in responders:
        address = responder.address
        post(line, first_letter(address), f"mail/0-{address}", address)
    return converse(line, {responder.address: responder for responder in responders})


def test_two_responders_that_say_so_stop_after_one_message_each(line: Line):
    """Each owner's letter gets its receipt; the program's answer to it gets nothing."""
    one = Responder("one@mail.example", "I am out of the office.", marked=True)
    two = Responder("two@mail.example", "ขณะนี้ข้าพเจ้าไม่อยู่สำนักงาน", marked=True)
    sent = talk(line, one, two)

    assert (2, 1, 1) == (sent, one.wrote, two.wrote)


def test_responders_that_do_not_say_so_are_known_by_their_words(line: Line):
    """What they wrote is kept with the letter, and not answered."""
    one = Responder("one@mail.example", "I am out of the office until Monday.", marked=False)
    two = Responder("two@mail.example", "ขณะนี้ข้าพเจ้าไม่อยู่สำนักงาน", marked=False)
    sent = talk(line, one, two)

    assert (2, 1, 1) == (sent, one.wrote, two.wrote)


def test_a_machine_that_gives_no_sign_at_all_comes_to_rest(line: Line):
    """So many receipts in an hour, one word, then silence: the limit of the test's line is 3."""
    line.limit(an_hour=3)
    dumb = Responder("dumb@mail.example", "ok", marked=False)

    assert 4 == talk(line, dumb)
    assert 4 == dumb.wrote
