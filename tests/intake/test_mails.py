"""The drawer of odd mails: whatever a mail program did to a letter, the letter is found."""

from pathlib import Path

import pytest

from functions.intake.mail import MOST_BYTES, MailPart, ParsedMail, parse_mail
from functions.intake.opened import Piece
from functions.intake.reading.html import html_text
from functions.intake.reading.kinds import Kind
from functions.intake.reading.reader import read
from functions.intake.unfolding import unfolded
from shared.errors import LetterTooLarge
from shared.model.submission import Role, Sender

DRAWER = Path(__file__).parents[1] / "mails"
LETTER = """\
เรียน เจ้าหน้าที่สำนักงานประกันสังคม

ดิฉันขอสอบถามเรื่องเงินสงเคราะห์บุตรค่ะ

ขอแสดงความนับถือ
สมหญิง ตัวอย่าง
"""
SUBJECT = "ขอสอบถามสิทธิประกันสังคม"
PDF = "หนังสือรับรองการทำงาน.pdf"


def opened(name: str) -> ParsedMail:
    return parse_mail((DRAWER / f"{name}.eml").read_bytes())


def text_of(part: MailPart) -> str:
    text = part.content.decode()
    return html_text(text) if part.kind is Kind.HTML else text


def with_inside(mail: ParsedMail) -> tuple[Piece, ...]:
    return unfolded(
        [
            Piece(role=part.role, name=part.name, content=part.content, kind=part.kind)
            for part in mail.parts
        ]
    )


def words(text: str) -> list[str]:
    return text.split()


def bodies(mail: ParsedMail) -> list[str]:
    return [text_of(part) for part in mail.parts if part.role is Role.BODY]


def attached(mail: ParsedMail) -> list[str]:
    return [part.name for part in mail.parts if part.role is Role.ATTACHMENT]


WHOLE = [
    "base64-with-a-list-footer",
    "bom-before-headers",
    "boundary-nowhere",
    "charset-unknown",
    "html-says-the-same",
    "line-ends-cr",
    "line-ends-cr-cr-lf",
    "mbox-from-line",
    "multipart-in-base64",
    "no-blank-line-before-body",
    "saved-as-utf-16",
    "thai-declared-latin-1",
    "thai-iso-8859-11-html",
    "thai-tis-620-tagged-utf-8",
    "transfer-encoding-with-a-space",
]


@pytest.mark.parametrize("name", WHOLE)
def test_the_letter_arrives_whole(name):
    mail = opened(name)

    assert SUBJECT == mail.subject
    assert Sender(address="somying@mail.example", name="สมหญิง ตัวอย่าง") == mail.sender
    assert words(LETTER) == words("\n".join(bodies(mail)))
    assert [] == attached(mail)


WITH_A_FILE = {
    "boundary-declared-wrong": ["a.pdf"],
    "boundary-first-misspelt": ["a.pdf"],
    "boundary-never-closed": ["a.pdf"],
    "boundary-not-declared": ["a.pdf"],
    "name-as-encoded-word": [PDF],
    "name-in-bare-thai": [PDF],
    "name-in-pieces": [PDF],
    "name-is-a-path": ["สัญญา.pdf", "passwd"],
    "name-missing": ["attachment-2.pdf", "attachment-3"],
    "name-percent-encoded": [PDF],
    "pdf-inside-alternative": ["a.pdf"],
    "signed": ["smime.p7s"],
    "signed-in-one-piece": ["smime.p7m", "a.pdf"],
    "thai-windows-874": ["ใบเสร็จรับเงิน.pdf"],
    "uuencode-as-transfer-encoding": ["a.pdf"],
    "uuencode-in-the-body": ["ใบเสร็จ.pdf"],
    "winmail-dat": ["winmail.dat"],
}


@pytest.mark.parametrize("name", WITH_A_FILE)
def test_the_letter_and_its_files_arrive(name):
    mail = opened(name)

    assert words(LETTER) == words("\n".join(bodies(mail)))
    assert WITH_A_FILE[name] == attached(mail)


SUBJECTS = {
    "fold-without-space": "ขอสอบถามเรื่องเงินชราภาพ",
    "thai-undeclared": "ขอเบิกค่าทำฟัน",
    "thai-windows-874": "ขอเบิกค่าทำฟัน",
    "word-in-q-with-spaces": "Re: ขอ ขอบคุณ [SSO]",
    "word-split-inside-a-character": "ขอเบิกเงินทดแทนกรณีว่างงาน",
}


@pytest.mark.parametrize("name", SUBJECTS)
def test_the_subject_is_read(name):
    assert SUBJECTS[name] == opened(name).subject


TEXTS = {
    "begin-is-a-word": ["ขอแจ้งกำหนดการ begin 644 people at nine end"],
    "body-begins-like-a-header": ["Note: this line is the letter's own and so is this"],
    "boundary-used-twice": [
        " ".join(LETTER.split()),
        " ".join(LETTER.split()) + " และขอให้ติดต่อกลับที่หมายเลข 080-000-0000 ในเวลาราชการ",
    ],
    "encrypted": [],
    "format-flowed": [
        "I ask about the benefit for my child. > What do you need? -- Somying",
    ],
    "format-flowed-delsp": ["ดิฉันขอสอบถามเรื่องเงินสงเคราะห์บุตรค่ะ"],
    "html-beside-empty-plain": ["ขอรับเงินทดแทนกรณีว่างงาน"],
    "html-only": ["ขอเบิกค่าคลอดบุตร ชื่อ สมหญิง"],
    "html-says-more": [
        "โปรแกรมอีเมลของท่านไม่รองรับ HTML",
        "ขอรับเงินทดแทนกรณีว่างงาน เนื่องจากลาออกเมื่อวันที่ 1 กรกฎาคม 2569 ตามเอกสารแนบ",
    ],
    "line-over-998": [" ".join(["ขอเบิกเงิน"] * 400)],
    "nested-message": ["ส่งต่อตามแนบค่ะ"],
    "no-headers": [" ".join(LETTER.split())],
    "text-file-text": ["หน้าแรก", "หน้าหลัง"],
    "thai-undeclared": [" ".join(LETTER.split())],
    "tracking-pixel": ["ขอส่งแบบ"],
}


@pytest.mark.parametrize("name", TEXTS)
def test_every_text_that_a_reader_would_see_is_kept(name):
    assert TEXTS[name] == [" ".join(body.split()) for body in bodies(opened(name))]


NESTED = {
    "digest": ["attachment-1.eml", "attachment-2.eml"],
    "nested-as-octet-stream": ["old.eml", "a.pdf"],
    "nested-message": ["attachment-2.eml", "a.pdf"],
    "nested-message-in-base64": ["เดิม.eml", "a.pdf"],
}


@pytest.mark.parametrize("name", NESTED)
def test_a_mail_in_a_mail_brings_its_own_attachments(name):
    pieces = [piece for piece in with_inside(opened(name)) if piece.role is Role.ATTACHMENT]
    inside = [piece for piece in pieces if piece.name == "a.pdf"]

    assert NESTED[name] == [piece.name for piece in pieces]
    assert all("attached inside" in (piece.note or "") for piece in inside)


def test_a_mail_that_is_only_a_winmail_dat_is_read_with_its_files():
    [winmail, receipt] = with_inside(opened("winmail-dat-only"))

    assert words(LETTER) == words(read(winmail.content)[1].text)[2:]
    assert ("ใบเสร็จ.pdf", b"%PDF-1.4\n%%EOF\n") == (receipt.name, receipt.content)


def test_what_was_signed_is_read_and_the_signature_kept():
    parts = {part.name: part for part in opened("signed-in-one-piece").parts}

    assert parts["smime.p7m"].incidental
    assert not parts["a.pdf"].incidental


def test_an_encrypted_mail_says_so():
    [sealed] = opened("encrypted").parts

    assert "encrypted_mail" == read(sealed.content)[1].refusal


def test_an_invitation_is_a_text_beside_the_letter():
    letter, invitation = opened("invitation").parts

    assert words(LETTER) == words(text_of(letter))
    assert "Subject: ประชุมชี้แจงนายจ้าง\nBegins: 2026-09-07 02:00 UTC" in (
        read(invitation.content, invitation.kind)[1].text
    )


def test_a_file_stands_where_the_sender_put_it():
    order = [part.role for part in opened("text-file-text").parts]

    assert [Role.BODY, Role.ATTACHMENT, Role.BODY] == order


def test_a_logo_is_kept_as_furniture_and_a_pasted_form_is_not():
    parts = {part.name: part for part in opened("logo-in-the-signature").parts}

    assert parts["image001.png"].incidental
    assert parts["image001.png"].note
    assert not parts["แบบฟอร์ม.png"].incidental


@pytest.mark.parametrize("name", ["signed", "tracking-pixel"])
def test_signature_files_and_tracking_pixels_are_furniture(name):
    assert opened(name).parts[-1].incidental


def test_a_broken_structure_is_told_to_the_clerk():
    assert "structure is broken" in (opened("boundary-nowhere").parts[0].note or "")


SENDERS = {
    "no-sender": None,
    "no-headers": None,
    "sender-is-no-address": None,
    "bounce-qmail": None,
    "thai-undeclared": ("somchai@mail.example", "สมชาย ตัวอย่าง"),
    "sender-with-comma-and-quotes": ("Somying@mail.example", "ตัวอย่าง, สมหญิง (ฝ่ายบุคคล)"),
}


@pytest.mark.parametrize("name", SENDERS)
def test_the_sender_is_a_valid_address_or_nobody(name):
    sender = opened(name).sender

    assert SENDERS[name] == (sender and (sender.address, sender.name))


def test_reply_to_and_copies_are_kept_apart():
    mail = opened("sender-with-comma-and-quotes")

    assert "hr@mail.example" == mail.reply_to
    assert ("a@b.example", "b@c.example") == mail.cc
    assert ("saraban_nan@sso.go.th",) == mail.to


def test_a_reply_names_the_messages_it_answers_nearest_first():
    answered = opened("thread").in_reply_to

    assert ("<receipt-2@sso.go.th>", "<receipt-1@sso.go.th>", "<1@mail.example>") == answered


@pytest.mark.parametrize("name", ["empty", "empty-but-for-spaces", "no-bytes"])
def test_a_mail_that_says_nothing_is_empty(name):
    assert opened(name).empty


def test_a_mail_without_headers_is_not_empty():
    assert not opened("no-headers").empty


def test_more_parts_than_any_letter_has_are_refused():
    flood = b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 600

    with pytest.raises(LetterTooLarge):
        parse_mail(flood)


def test_a_mail_larger_than_ses_takes_is_refused():
    with pytest.raises(LetterTooLarge):
        parse_mail(bytes(MOST_BYTES + 1))


def test_mails_nested_beyond_reason_stay_whole():
    mail = b"From: a@b.example\nSubject: x\n\nin the middle\n"
    for _ in range(20):
        mail = b"From: a@b.example\nSubject: x\nContent-Type: message/rfc822\n\n" + mail

    assert "nested too deeply" in (with_inside(parse_mail(mail))[-1].note or "")


def test_every_mail_of_the_drawer_is_opened():
    for path in DRAWER.glob("*.eml"):
        mail = parse_mail(path.read_bytes())

        assert mail == ParsedMail.model_validate(mail.model_dump())
