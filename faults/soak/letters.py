"""Letters for the soak: many subjects, places and people, all invented; the same for a seed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from enum import StrEnum
from mimetypes import guess_type
from random import Random
from typing import NamedTuple

from faults.soak.scans import File
from shared.directory import offices, processes
from shared.model.office import Office

SCANNERS = "scans.example"
"""Who sends scans has an address there, so that their receipts can be told apart."""
HOT = "saraban_chiangmai@sso.go.th"
"""The office that gets most letters in the second third of a soak."""
WISHES = (
    "ขอเบิก{what}ค่ะ เอกสารแนบมาตามนี้",
    "เรียน เจ้าหน้าที่ ขอสอบถามเรื่อง{what} ต้องใช้เอกสารใดบ้างครับ",
    "ข้าพเจ้าขอยื่นคำขอ{what} เป็นผู้ประกันตนมาตรา {section}",
    "ติดตามเรื่อง{what} ยื่นไว้เมื่อเดือนที่แล้ว ยังไม่ได้รับแจ้งผล",
    "บริษัทขอแจ้ง{what} ของลูกจ้างจำนวน {count} คน",
)
NAMES = ("สมชาย", "สมหญิง", "บุญมี", "มาลี", "ประสิทธิ์", "กานดา", "วิชัย", "อรุณ", "สุดา", "ธนพล")
COVER = "ขอส่งเอกสารตามที่แนบมาพร้อมนี้"
"""All that a letter says whose matter stands on its scans."""
CLOSINGS = ("ขอบคุณครับ", "ขอบคุณค่ะ", "จึงเรียนมาเพื่อโปรดพิจารณา", "ด้วยความเคารพ")


class Kind(StrEnum):
    """What a letter of the soak is."""

    MAIL = "mail"
    ATTACHED = "mail with a file"
    SCANNED = "scanned mail"
    SEVERAL = "mail to several offices"
    UPLOAD = "upload"
    DUPLICATE = "duplicate"
    REPLY = "reply"
    EMPTY = "empty mail"
    MACHINE = "automatic reply"


SHARES = {
    Kind.MAIL: 69.5,
    Kind.SCANNED: 0.5,
    Kind.ATTACHED: 10,
    Kind.SEVERAL: 4,
    Kind.UPLOAD: 5,
    Kind.DUPLICATE: 5,
    Kind.REPLY: 4,
    Kind.EMPTY: 1,
    Kind.MACHINE: 1,
}


class Letter(NamedTuple):
    """One on its way. ``sender`` is its envelope's too."""

    number: int
    kind: Kind
    at: datetime
    sender: str
    mailboxes: tuple[str, ...]
    subject: str
    text: str
    hot: bool


@dataclass
class Writers:
    """Everybody who writes. A second is ``pace`` letters long."""

    chance: Random
    begins: datetime
    pace: float
    known: Sequence[Office] = field(default_factory=lambda: offices.load().offices)

    def letters(self, number: int) -> Iterator[Letter]:
        """So many, in the order in which they come; the second third goes mostly to one office."""
        at = self.begins
        kinds, weights = list(SHARES), list(SHARES.values())
        for count in range(number):
            at += timedelta(seconds=self.chance.expovariate(self.pace))
            kind = self.chance.choices(kinds, weights)[0]
            hot = number / 3 <= count < 2 * number / 3 and self.chance.random() < 0.8  # noqa: PLR2004
            yield self._letter(count, kind, at, hot=hot)

    def _letter(self, number: int, kind: Kind, at: datetime, *, hot: bool) -> Letter:
        many = self.chance.randint(2, 3) if kind is Kind.SEVERAL else 1
        chosen = [office.mailbox for office in self.chance.sample(self.known, many)]
        mailboxes = (*chosen[:-1], HOT if hot else chosen[-1])
        process = self.chance.choice(list(processes.load(at.date()).values()))
        office = self.chance.choice(self.known)
        if hot:  # what a letter says goes before its mailbox
            office = next(one for one in self.known if one.mailbox == HOT)
        wish = self.chance.choice(WISHES).format(
            what=process.name_th, section=self.chance.choice((33, 39, 40)), count=number % 90 + 2
        )
        if kind is Kind.SCANNED:
            wish = COVER
        name, closing = self.chance.choice(NAMES), self.chance.choice(CLOSINGS)
        text = (
            f"{wish}\nที่อยู่ {number} {office.name_th}\nโทร 08{number % 10**8:08}\n{closing}\n{name}"
        )
        sender = f"{name_of(number)}@{SCANNERS if kind is Kind.SCANNED else 'mail.example'}"
        matter = "ส่งเอกสาร" if kind is Kind.SCANNED else process.name_th[:60]
        subject = f"{matter} เรื่องที่ {number}"
        return Letter(number, kind, at, sender, tuple(dict.fromkeys(mailboxes)), subject, text, hot)


def name_of(number: int) -> str:
    """A sender's name; one in twenty wrote before."""
    return f"sender{number - number % 20 if number % 20 == 1 else number}"


def composed(letter: Letter, scans: Sequence[File] = ()) -> bytes:
    """The mail's bytes."""
    mail = EmailMessage()
    mail["From"] = letter.sender
    mail["To"] = ", ".join(letter.mailboxes)
    mail["Date"] = format_datetime(letter.at)
    mail["Message-ID"] = f"<{letter.number}@mail.example>"
    if letter.kind is Kind.MACHINE:
        mail["Auto-Submitted"] = "auto-replied"
    if letter.kind is not Kind.EMPTY:
        mail["Subject"] = letter.subject
    mail.set_content("" if letter.kind is Kind.EMPTY else letter.text)
    if letter.kind is Kind.ATTACHED:
        mail.add_attachment(letter.text, filename="form.txt")
    for name, content in scans:
        main, _, sub = (guess_type(name)[0] or "application/octet-stream").partition("/")
        mail.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return mail.as_bytes()
