"""A mailed letter, from SES's notice to the receipt in the sender's hand."""

from email.message import EmailMessage

import pytest

from shared.model.arrival import Verdict
from shared.model.fact import OfficeCode
from shared.model.letter import Outcome
from shared.model.messages import Released
from shared.model.receipt import Sending
from shared.model.reference import references_in
from tests.story.line import Line, as_logged, ses_notice

NAN = "saraban_nan@sso.go.th"


def a_mail(text: str = "", subject: str = "", **headers: str) -> bytes:
    """A plain mail of a citizen."""
    mail = EmailMessage()
    mail["From"] = "สมชาย ตัวอย่าง <somchai@mail.example>"
    mail["To"] = NAN
    mail["Date"] = "Fri, 20 Nov 2026 11:59:00 +0700"
    mail["Message-ID"] = "<one@mail.example>"
    if subject:
        mail["Subject"] = subject
    for name, value in headers.items():
        field = name.replace("_", "-")
        del mail[field]
        mail[field] = value
    mail.set_content(text)
    return mail.as_bytes()


MATERNITY = a_mail("ขอเบิกค่าคลอดบุตร ผู้ประกันตนมาตรา 33 อยู่อำเภอเมืองน่าน จังหวัดน่าน", "ขอเบิกค่าคลอดบุตร")


def receive(line: Line, raw: bytes, *mailboxes: str, key: str = "mail/one", **verdicts: str):
    line.put("mail-bucket", key, raw)
    line.announce("mail", ses_notice(key, mailboxes or (NAN,), **verdicts))


def test_a_letter_is_registered_and_its_sender_has_the_proof(line: Line):
    receive(line, MATERNITY)
    line.carry()

    [arrival] = line.ledger()
    [item] = line.register.work.queue(OfficeCode("nan"))
    [mail] = line.mails()
    body = mail.get_body(("plain",))

    assert Outcome.WORK_ITEM is arrival.outcome
    assert "1/2569" == str(item.number)
    assert "somchai@mail.example" == mail["To"]
    assert (item.reference,) == references_in(mail["Subject"])
    assert body is not None
    assert "20 พฤศจิกายน 2569 เวลา 12.00 น." in body.get_content()


def test_every_message_twice_changes_nothing(line: Line):
    receive(line, MATERNITY)
    line.carry(again=2)

    assert 1 == len(line.register.work.register(OfficeCode("nan"), 2569))
    assert 1 == len(line.mails())
    assert [Outcome.WORK_ITEM] == [arrival.outcome for arrival in line.ledger()]


def test_a_mail_to_two_offices_is_one_letter_and_one_receipt(line: Line):
    receive(line, MATERNITY, NAN, "saraban_pua@sso.go.th")
    line.carry()
    [mail] = line.mails()
    body = mail.get_body(("plain",))

    assert body is not None
    assert 2 == body.get_content().count("เลขทะเบียนรับ: 1/2569")
    assert 1 == len(line.register.work.register(OfficeCode("pua"), 2569))


def test_the_same_mail_by_two_servers_is_one_letter(line: Line):
    receive(line, b"Received: from one\r\n" + MATERNITY, key="mail/one")
    receive(line, b"Received: from two\r\n" + MATERNITY, key="mail/two")
    line.carry()

    assert 1 == len(line.register.work.register(OfficeCode("nan"), 2569))
    assert {Outcome.WORK_ITEM, Outcome.DUPLICATE} == {a.outcome for a in line.ledger()}
    assert 1 == len(line.mails())


def test_an_answer_to_the_receipt_joins_the_letter(line: Line):
    receive(line, MATERNITY)
    line.carry()
    subject = f"Re: {line.mails()[0]['Subject']}"
    receive(
        line,
        a_mail("ส่งสูติบัตรเพิ่มค่ะ", subject, Message_ID="<two@mail.example>"),
        "saraban@sso.go.th",
        key="mail/two",
    )
    line.carry()
    [item] = line.register.work.queue(OfficeCode("nan"))

    assert 1 == item.replies
    assert [Outcome.WORK_ITEM, Outcome.JOINED_THREAD] == sorted(
        (arrival.outcome for arrival in line.ledger()), reverse=True
    )
    assert 2 == len(line.mails())


ENDS = [
    pytest.param(a_mail(), {}, (Outcome.REFUSED, "empty_letter"), 1, id="an empty mail"),
    pytest.param(
        a_mail("I am away", "Out of office", Auto_Submitted="auto-replied"),
        {},
        (Outcome.REFUSED, "from_a_machine"),
        0,
        id="an automatic reply",
    ),
    pytest.param(
        a_mail("ใบรับ", "ใบรับ", X_Saraban="receipt"),
        {},
        (Outcome.REFUSED, "our_own_mail"),
        0,
        id="our own mail",
    ),
    pytest.param(MATERNITY, {"virus": "FAIL"}, (Outcome.QUARANTINED, "virus"), 0, id="a virus"),
    pytest.param(MATERNITY, {"spam": "FAIL"}, (Outcome.QUARANTINED, "spam"), 0, id="spam"),
]


@pytest.mark.parametrize(("raw", "verdicts", "ending", "mails"), ENDS)
def test_what_is_not_taken_in_has_a_line_that_says_why(
    line: Line, raw: bytes, verdicts: dict[str, str], ending: tuple[Outcome, str], mails: int
):
    receive(line, raw, **verdicts)
    line.carry(again=2)
    [arrival] = line.ledger()

    assert ending == (arrival.outcome, arrival.reason)
    assert mails == len(line.mails())


LET_IN = [
    pytest.param(a_mail(), (Outcome.REFUSED, "empty_letter"), 1, id="empty: its sender is told"),
    pytest.param(
        a_mail("I am away", "Out of office", Auto_Submitted="auto-replied"),
        (Outcome.REFUSED, "from_a_machine"),
        0,
        id="an automatic reply",
    ),
]


@pytest.mark.parametrize(("raw", "ending", "mails"), LET_IN)
def test_what_is_let_in_and_then_refused_ends_as_refused(
    line: Line, raw: bytes, ending: tuple[Outcome, str], mails: int
):
    """A person takes a mail out of quarantine that is a bounce, or empty."""
    receive(line, raw, spam="FAIL")
    line.carry()
    [held] = line.ledger()
    line.register.arrivals.release(held.arrival.id)
    verdicts = held.arrival.verdicts.model_copy(update={"spam": Verdict.NONE})
    arrival = held.arrival.model_copy(update={"verdicts": verdicts})
    line.announce("mail", Released(arrival=arrival).model_dump_json())
    line.carry(again=2)
    [ended] = line.ledger()

    assert ending == (ended.outcome, ended.reason)
    assert mails == len(line.mails())


KEPT_ANYWAY = [
    pytest.param(MATERNITY.replace(b"From:", b"X-Not-From:"), id="no sender"),
    pytest.param(
        b"Content-Type: multipart/mixed; boundary=gone\r\n" + MATERNITY, id="a torn MIME tree"
    ),
    pytest.param(b"\xff\xfe\x00 \x80 not a mail at all", id="no mail at all"),
]


@pytest.mark.parametrize("raw", KEPT_ANYWAY)
def test_a_strange_mail_reaches_a_person(line: Line, raw: bytes):
    receive(line, raw)
    line.carry()

    assert [Outcome.WORK_ITEM] == [arrival.outcome for arrival in line.ledger()]


def test_a_forged_sender_is_registered_but_not_answered(line: Line):
    receive(line, MATERNITY, spf="FAIL", dkim="FAIL", dmarc="FAIL")
    line.carry()
    [arrival] = line.ledger()
    receipt = line.register.receipts.get(arrival.arrival.id)

    assert receipt is not None
    assert (Sending.WITHHELD, "sender_unproven") == (receipt.sending, receipt.reason)
    assert [] == line.mails()


def test_no_log_line_names_a_person(line: Line, caplog: pytest.LogCaptureFixture):
    receive(line, MATERNITY)
    line.carry()
    logged = "\n".join(as_logged(caplog))

    assert "letter_dispatched" in logged
    for personal in ("somchai", "สมชาย", "คลอดบุตร", "mail.example"):
        assert personal not in logged
