"""Words that a mail program sends while its owner is away, where no header says so.

They are looked for only in what answers a message of ours and carries no document, and only
at its beginning: a person who writes about leave or about automatic replies does so elsewhere.
"""

import re

BEGINNING = 300
"""Signs of the text within which such words stand."""
_NOW = r"(?:ขณะนี้|ช่วงนี้|วันนี้|ระหว่างนี้)"
_I = r"(?:ข้าพเจ้า|กระผม|ผม|ดิฉัน|ฉัน|หนู|เรา)"
# Sick leave and maternity leave are what people write to this office about: no sign of a machine.
_ABSENT = (
    r"(?:ไม่อยู่|ไม่ได้อยู่|ไม่สะดวกตอบ|ลาพักผ่อน|ลาพักร้อน|"
    r"อยู่ระหว่าง(?:การ)?(?:ลาพักผ่อน|ลาพักร้อน|เดินทาง|ไปราชการ))"
)
_OUT = r"(?:out of (?:the |my )?office|on (?:annual )?leave|on vacation|on holiday|away from)"
_LATER = r"will (?:get back|respond|reply)"
_PHRASES = (
    r"(?:ข้อความ|อีเมล|จดหมาย)(?:ฉบับ)?นี้(?:เป็น|คือ)?(?:การ|ข้อความ|ระบบ)?(?:ตอบกลับ|ตอบรับ|ส่ง)(?:โดย)?อัตโนมัติ",
    r"^\W*(?:ระบบ|ข้อความ|การ)?(?:ตอบกลับ|ตอบรับ)(?:โดย)?อัตโนมัติ",
    rf"{_NOW}\s*{_I}?\s*{_ABSENT}",
    rf"{_I}\s*(?:จะ)?ไม่อยู่(?:ที่)?(?:สำนักงาน|ที่ทำงาน|ออฟฟิศ)",
    r"จะ(?:รีบ)?(?:ตอบกลับ|ติดต่อกลับ)(?:ท่าน|คุณ)?(?:เมื่อ|ทันทีที่|หลังจาก)(?:กลับ|เดินทางกลับ)",
    rf"\b(?:i am|i'm|i will be|we are)\s+(?:currently\s+|presently\s+)?{_OUT}",
    r"\bthis is (?:an|a system)[ -](?:auto|automatic|automated|generated)",
    r"\bauto(?:matic|mated)?[ -]?(?:reply|response|responder)\b",
    rf"\bthank you for your (?:e-?mail|message)[^.]{{0,80}}\.[^.]{{0,60}}\b{_LATER}",
)
_AWAY = re.compile("|".join(_PHRASES), re.IGNORECASE)


def says_away(text: str) -> bool:
    """Whether a text begins as automatic replies do."""
    return bool(_AWAY.search(text[:BEGINNING].strip()))
