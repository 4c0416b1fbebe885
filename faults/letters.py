"""Mails for the runs: plain text, everybody in them invented."""

from email.message import EmailMessage
from email.utils import format_datetime

from faults.clock import NOON
from faults.people import SENDER

NAN, PUA = "saraban_nan@sso.go.th", "saraban_pua@sso.go.th"
CENTRAL_BOX = "saraban@sso.go.th"
BOUNCES = "bounce@simulator.amazonses.com"
COMPLAINS = "complaint@simulator.amazonses.com"
"""Addresses of SES's mailbox simulator, which the town plays."""
MATERNITY = (
    "ขอเบิกค่าคลอดบุตร ผู้ประกันตนมาตรา 33 อยู่อำเภอเมืองน่าน จังหวัดน่าน โทร 081-234-5678",
    "ขอเบิกค่าคลอดบุตร",
)


def a_mail(
    text: str = MATERNITY[0],
    subject: str = MATERNITY[1],
    *,
    name: str = "one",
    sender: str = SENDER,
    **headers: str,
) -> bytes:
    """A citizen's mail; ``name`` makes its Message-ID."""
    mail = EmailMessage()
    mail["From"] = f"สมชาย ตัวอย่าง <{sender}>"
    mail["To"] = NAN
    mail["Date"] = format_datetime(NOON)
    mail["Message-ID"] = f"<{name}@mail.example>"
    if subject:
        mail["Subject"] = subject
    for header, value in headers.items():
        mail[header.replace("_", "-")] = value
    mail.set_content(text)
    return mail.as_bytes()
