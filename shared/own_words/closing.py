"""What stands below a letter without being the letter: signature, and the lawyers' notice."""

import re

_DELIMITER = re.compile(r"-- ?$|[_—–]{2,3}\s*$")
_DEVICE = re.compile(
    r"\s*(?:ส่ง(?:มา)?(?:จาก|ด้วย|ผ่าน)|(?:ได้รับ|ดาวน์โหลด)|sent\s+(?:from|via|with)\b|get\b)"
    r".{0,24}?(?:iphone|ipad|android|outlook|yahoo|gmail|samsung|galaxy|huawei|oppo|vivo|xiaomi"
    r"|\bmail\b|อีเมล|โทรศัพท์|มือถือ|mobile|phone)[^\d๐-๙]{0,40}$",
    re.IGNORECASE,
)
_FORMULA = re.compile(
    r"\s*(?:ขอแสดงความนับถือ(?:อย่าง(?:ยิ่ง|สูง))?|ด้วยความ(?:เคารพ|นับถือ|ขอบคุณ)(?:อย่าง(?:ยิ่ง|สูง))?"
    r"|(?:with\s+)?(?:best|kind|warm)(?:\s+|est\s+)?regards|regards|best\s+wishes"
    r"|(?:thanks?|thank\s+you)\s*(?:&|and)\s*(?:best\s+)?regards"
    r"|yours?\s+(?:sincerely|faithfully|truly)|sincerely(?:\s+yours)?|respectfully(?:\s+yours)?)"
    r"[\s,.!ๆครับค่ะ]*$",
    re.IGNORECASE,
)
_MORE_TO_SAY = re.compile(
    r"\s*(?:ป\.?\s?ล\.?|ปล\b|หมายเหตุ|สิ่งที่ส่งมาด้วย|เอกสารแนบ|p\.?\s?s\.?|note|encl)[\s:.]",
    re.IGNORECASE,
)
_MOST_LINES, _LONGEST_LINE = 14, 100
_NOTICE = re.compile(
    r"[\s*_>#=\-]*(?:(?:e-?mail\s+)?(?:legal\s+)?disclaimer|confidentiality\s+(?:notice|note|statement)"
    r"|ข้อสงวนสิทธิ์?|ข้อจำกัดความรับผิด|คำสงวนสิทธิ์?)\s*[:：\-–*]"
    r"|[\s*_]*(?:please|โปรด|กรุณา)\s*(?:consider\s+the\s+environment|คำนึงถึงสิ่งแวดล้อม|รักษ์โลก)",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"mails?\b|messages?\b|communication|transmission|อีเมล|อีเมล์|จดหมายอิเล็กทรอนิกส์"
    r"|ไปรษณีย์อิเล็กทรอนิกส์",
    re.IGNORECASE,
)
_SECRET = re.compile(
    r"confidential|privileged|intended\s+(?:only|solely)|ความลับ|เฉพาะผู้รับ|เปิดเผย", re.IGNORECASE
)
_RECIPIENT = re.compile(
    r"recipient|addressee|(?:individual|person)\s+or\s+entity|in\s+error|intended\s+for\b"
    r"|(?:มิใช่|ไม่ใช่|มิได้เป็น|ไม่ได้เป็น)\s*(?:บุคคล)?\s*ผู้รับ|โดยผิดพลาด|โดยไม่ได้ตั้งใจ",
    re.IGNORECASE,
)


def signature_at(lines: list[str]) -> int:
    """The line at which the signature begins; their number when there is none.

    ``-- ``, a closing formula or a telephone's line begins one when nothing but a name and an
    address can follow: few lines, all short, no postscript.
    """
    for number, line in enumerate(lines):
        begins = any(sign.match(line) for sign in (_DELIMITER, _DEVICE, _FORMULA))
        if begins and _short(lines, number + 1):
            return number
    return len(lines)


def is_notice(paragraph: str) -> bool:
    """Whether a paragraph is the notice that a company's mail server adds to every mail.

    Either it says so itself, or it speaks of a mail, of secrecy and of a wrong recipient.
    """
    if _NOTICE.match(paragraph):
        return True
    return all(sign.search(paragraph) for sign in (_MAIL, _SECRET, _RECIPIENT))


def _short(lines: list[str], start: int) -> bool:
    said = 0
    for number in range(start, len(lines)):
        line = lines[number]
        said += bool(line.strip())
        if said > _MOST_LINES or len(line.strip()) > _LONGEST_LINE or _MORE_TO_SAY.match(line):
            return False
    return True
