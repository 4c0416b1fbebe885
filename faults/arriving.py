"""Scenarios of letters that arrive."""

from collections.abc import Iterator
from functools import partial

from faults.books import Books
from faults.holding import Expected
from faults.letters import BOUNCES, CENTRAL_BOX, COMPLAINS, MATERNITY, NAN, PUA, a_mail
from faults.stage import Expect, Scenario, Stage
from samples.returned import delivery_report
from shared.model.arrival import Verdict
from shared.model.letter import Outcome

WORK, JOINED, AGAIN = Outcome.WORK_ITEM, Outcome.JOINED_THREAD, Outcome.DUPLICATE
REPLY = ("ส่งสูติบัตรเพิ่มค่ะ", "Re: ได้รับหนังสือของท่านแล้ว [SSO {}]")


def arriving() -> Iterator[Scenario]:
    """All of them."""
    one = exactly({WORK: 1}, 1, nan=1)
    yield Scenario("mail", partial(mail, a_mail()), one, short=True)
    yield Scenario("receipt with paper", partial(mail, a_mail()), one, paper=True)
    yield Scenario("upload", upload, uploaded)
    yield Scenario("dropped file", drop, exactly({WORK: 1}, 0, nan=1))
    yield Scenario("duplicate", duplicate, exactly({WORK: 1, AGAIN: 1}, 1, nan=1))
    elsewhere = exactly({WORK: 2}, 2, nan=1, pua=1)
    yield Scenario("duplicate elsewhere", partial(duplicate, second=PUA), elsewhere)
    both = exactly({WORK: 1}, 1, nan=1, pua=1)
    yield Scenario("several offices", several, both)
    joined = exactly({WORK: 1, JOINED: 1}, 2, nan=1)
    yield Scenario("thread", answer, joined, arrange=partial(mail, a_mail()))
    yield Scenario("refusal", empty, exactly({Outcome.REFUSED: 1}, 1), short=True)
    yield Scenario("machine", machine, exactly({Outcome.REFUSED: 1}, 0), short=True)
    yield Scenario("spam", spam, exactly({Outcome.QUARANTINED: 1}, 0), short=True)
    yield Scenario("forged sender", forged, exactly({WORK: 1}, 0, nan=1))
    yield Scenario("too many letters", many, exactly({WORK: 5}, 4, nan=5), timeless=False)
    yield Scenario("bounce", partial(mail, a_mail(sender=BOUNCES)), one)
    yield Scenario("complaint", partial(mail, a_mail(sender=COMPLAINS)), one)
    came_back = exactly({WORK: 1, Outcome.REFUSED: 1}, 1, nan=1)
    yield Scenario("bounce by mail", returned, came_back, arrange=partial(mail, a_mail()))


def exactly(ends: dict[Outcome, int], told: int, **registers: int) -> Expect:
    """Just this, whatever happened."""
    return lambda _stage, _books: Expected(ends, told, registers)


def mail(raw: bytes, stage: Stage) -> None:
    """A letter to Nan."""
    stage.people.mail(raw, NAN)
    stage.rest()


def upload(stage: Stage) -> None:
    """A citizen at the counter, who sends again what was not taken."""
    stage.people.at_the_counter(
        "/send",
        ("form.txt", "ขอเบิกค่าคลอดบุตร จังหวัดน่าน".encode()),
        subject="ขอเบิกค่าคลอดบุตร",
        sender="somchai@mail.example",
        office="nan",
    )
    stage.rest()


def uploaded(stage: Stage, books: Books) -> Expected:
    """Who was told "no" and sent again may have two letters here, each with its receipt."""
    many = len(books.lines)
    taken = stage.people.heard[-1:] == [303]
    return Expected({WORK: max(many, int(taken))}, many, {"nan": many})


def drop(stage: Stage) -> None:
    """Another system lays a file into the bucket."""
    bucket = stage.world.environment["UPLOAD_BUCKET"]
    stage.world.s3.put_object(Bucket=bucket, Key="dropbox/nan/form.txt", Body=MATERNITY[0].encode())
    stage.rest()


def duplicate(stage: Stage, second: str = NAN) -> None:
    """The same mail by two servers."""
    stage.people.mail(b"Received: from one\r\n" + a_mail(), NAN)
    stage.people.mail(b"Received: from two\r\n" + a_mail(), second)
    stage.rest()


def several(stage: Stage) -> None:
    """One mail to two offices."""
    stage.people.mail(a_mail(), NAN, PUA)
    stage.rest()


def answer(stage: Stage) -> None:
    """The sender answers the receipt."""
    text, subject = REPLY
    subject = subject.format(stage.item().reference)
    stage.people.mail(a_mail(text, subject, name="two"), CENTRAL_BOX)
    stage.rest()


def empty(stage: Stage) -> None:
    """Nothing is in it."""
    mail(a_mail("", ""), stage)


def machine(stage: Stage) -> None:
    """An automatic reply."""
    mail(a_mail("I am away", "Out of office", Auto_Submitted="auto-replied"), stage)


def spam(stage: Stage) -> None:
    """The scanner holds it."""
    stage.people.mail(a_mail(), NAN, spam=Verdict.FAIL)
    stage.rest()


def forged(stage: Stage) -> None:
    """None of SPF, DKIM and DMARC passes: registered and not answered."""
    fails = dict.fromkeys(("spf", "dkim", "dmarc"), Verdict.FAIL)
    stage.people.mail(a_mail(), NAN, **fails)
    stage.rest()


def many(stage: Stage) -> None:
    """Five letters of one address in an hour: three receipts, one word, silence."""
    for number in range(5):
        stage.people.mail(a_mail(subject=f"ขอเบิกค่าคลอดบุตร {number}", name=str(number)), NAN)
    stage.rest()


def returned(stage: Stage) -> None:
    """A delivery report of our receipt comes as mail."""
    [ours] = stage.world.ses.sent_messages
    name = f"<{ours.id}@ap-southeast-1.amazonses.com>"
    stage.people.mail(delivery_report(name).encode(), CENTRAL_BOX, sender="")
    stage.rest()
