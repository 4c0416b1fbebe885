"""Whole letters drawn: office writing full of numbers, and which numbers stand in each line."""

from dataclasses import dataclass
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw

from tools.digits.fonts import loaded, size_for_body
from tools.digits.wording import ARABIC, THAI

WIDTH, HEIGHT = 1500, 2122
"""A4 with 180 dots to the inch."""
_MARGIN = 140
_LETTER = (
    "ที่ รง {####/#####}",
    "สำนักงานประกันสังคมจังหวัดเชียงใหม่",
    "{##/#} หมู่ที่ {#} ถนนโชตนา ตำบลช้างเผือก อำเภอเมือง {#####}",
    "วันที่ {##} ธันวาคม {25##}",
    "เรื่อง ขอให้ส่งหลักฐานการจ่ายเงินสมทบ งวดเดือนกันยายน {25##}",
    "เรียน ผู้จัดการโรงงาน เลขที่บัญชีนายจ้าง {##-#######-#}",
    "อ้างถึง หนังสือที่ ชม {####}/ว {####} ลงวันที่ {##} กันยายน พ.ศ. {25##}",
    "ตามที่ท่านแจ้งว่าผู้ประกันตน เลขประจำตัวประชาชน {#-####-#####-##-#}",
    "ได้ลาออกเมื่อวันที่ {##/##/25##} และขอรับเงินคืน จำนวน {##,###.##} บาท นั้น",
    "สำนักงานตรวจสอบแล้ว พบว่ามีเงินสมทบค้างชำระ จำนวน {##} งวด เป็นเงิน {#,###.##} บาท",
    "จึงขอให้ท่านดำเนินการภายใน {##} วัน นับแต่วันที่ได้รับหนังสือฉบับนี้ ตามมาตรา {##} วรรคสอง",
    "ผู้ประกันตนมาตรา {##} ชำระผ่านบัญชีธนาคาร เลขที่ {###-#-#####-#} ได้ทุกสาขา",
    "หากพ้นกำหนดต้องเสียเงินเพิ่มร้อยละ {#} ต่อเดือน ตั้งแต่เดือนมกราคม {25##} เป็นต้นไป",
    "ทั้งนี้ ให้แนบแบบ สปส. {#-##} และสำเนาใบเสร็จรับเงินเลขที่ {########} มาด้วย",
    "โทรศัพท์ {#-####-####} ต่อ {###} โทรสาร {#-####-####} ในวันและเวลาราชการ",
    "ขอแสดงความนับถือ ผู้อำนวยการสำนักงานประกันสังคม",
)


@dataclass(frozen=True)
class Page:
    """A drawn page, what its lines say, and the numbers in each."""

    picture: Image.Image
    lines: tuple[str, ...]
    numbers: tuple[tuple[str, ...], ...]


def page(font: Path, random: Random, body: float = 15, digits: str = THAI) -> Page:
    """A letter in a font; ``body`` is the height of a consonant in pixels, as 14 to 17 are."""
    size = size_for_body(font, body)
    while _widest(font, size) > WIDTH - 2 * _MARGIN:
        size -= 1
    picture = Image.new("L", (WIDTH, HEIGHT), 255)
    draw, type_ = ImageDraw.Draw(picture), loaded(font, size)
    lines, numbers = [], []
    for place, template in enumerate(_LETTER):
        line, in_line = _filled(template, random, digits)
        row = _MARGIN + place * (HEIGHT - 2 * _MARGIN) // len(_LETTER)
        draw.text((_MARGIN, row), line, font=type_, fill=25)
        lines.append(line)
        numbers.append(in_line)
    return Page(picture, tuple(lines), tuple(numbers))


def _filled(template: str, random: Random, digits: str) -> tuple[str, tuple[str, ...]]:
    line, numbers = "", []
    for part in template.split("{"):
        number, closed, rest = part.partition("}")
        if closed:
            numbers.append(_number(number, random, digits))
            line += numbers[-1]
        line += rest if closed else part
    return line, tuple(numbers)


def _number(pattern: str, random: Random, digits: str) -> str:
    return "".join(
        random.choice(digits) if sign == "#" else digits[int(sign)] if sign in ARABIC else sign
        for sign in pattern
    )


def _widest(font: Path, size: int) -> float:
    return max(loaded(font, size).getlength(template) for template in _LETTER)
