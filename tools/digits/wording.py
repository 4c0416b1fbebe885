"""Lines of office writing with numbers in them, put together at random."""

from random import Random

THAI = "๐๑๒๓๔๕๖๗๘๙"
ARABIC = "0123456789"
_WORDS = (
    "ที่ เรื่อง เรียน อ้างถึง สิ่งที่ส่งมาด้วย หนังสือ ลงวันที่ ตามที่ ท่านได้แจ้ง สำนักงานประกันสังคม "
    "จังหวัด เชียงใหม่ นนทบุรี ระยอง ถนน ตำบล อำเภอ หมู่ที่ เลขที่บัญชี เลขประจำตัวประชาชน โทรศัพท์ โทรสาร "
    "โทร. ต่อ ข้อ มาตรา วรรค ผู้ประกันตน นายจ้าง ลูกจ้าง เงินสมทบ ค่าจ้าง บาท สตางค์ ราย คน ครั้งที่ งวด "
    "เดือน พ.ศ. ปี ภายใน วัน นับแต่ ได้รับ แบบ สปส. กท. กรณี ประโยชน์ทดแทน สงเคราะห์บุตร ชราภาพ ว่างงาน "
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม "
    "ม.ค. ธ.ค. น. จำนวน จำนวนเงิน รวม และ ถึง ของ นั้น ไม่ ฉบับ ชุด แผ่น ใบเสร็จ สำเนา บริษัท จำกัด มหาชน "
    "นาย นางสาว ขอแสดงความนับถือ ผู้อำนวยการ ว ด่วน ฯ ฯลฯ กองทุน เงินทดแทน สถานพยาบาล โรงพยาบาล ธนาคาร สาขา "
    "ฌาปนกิจ วุฒิ ญาติ ฎีกา กฎ ปฏิบัติ อุทธรณ์ ทั้งนี้ ณ ๆ ดอกเบี้ย คลอด ตาย ทุพพลภาพ"
).split()
_LATIN = (
    "No. Tel. Fax SSO email Form Co., Ltd. cm@sso.go.th Bangkok 0n Inc. lO Soi B12 e-mail".split()
)
_CONSONANTS = "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮฯๆฤ"
_LOOKALIKES = "คดตอจงลวฒฯศถภกถฤๆoOlISBbGZ"
_ABOVE = ("", "", "", "ิ", "ี", "ึ", "ั", "่", "้", "ี่", "ื้", "็", "์", "ุ", "ู")
_BEHIND = ("", "", "", "า", "ะ", "ำ")
_BEFORE = ("", "", "", "เ", "แ", "โ", "ไ", "ใ")
_PATTERNS = (
    "####/#####", "####.#/####", "####/ว ###", "#", "##", "###", "####", "๒๕##", "25##", "#/####",
    "#-####-#####-##-#", "# #### ##### ## #", "#############", "##########", "##-#######-#",
    "#### ####", "# #### ####", "#-####-####", "##-####-####", "##/##/####", "#/#/##", "##,###.##",
    "#,###,###", "###.##", "##.## น.", "##:##", "#.", "#)", "(#)", "##%", "(##%)", "#-##", "#-## ก",
    "##/##", "###/##", "#####", "ก.#/####", "#.#", "##.#.#", "#####-#", "###-#-#####-#", "##", "##",
)  # fmt: skip


def line(random: Random, words: int, thai: float = 0.72) -> str:
    """Some words and numbers; ``thai`` is how likely each number is in Thai digits."""
    parts = [_part(random, thai) for _ in range(words)]
    glued = random.random() < 0.25
    gaps = ["" if glued and random.random() < 0.5 else " " * random.choice((1, 1, 1, 2, 3))]
    gaps = [gaps[0] if random.random() < 0.8 else " " for _ in parts]
    return "".join(part + gap for part, gap in zip(parts, gaps, strict=True)).strip()


def number(random: Random, thai: float) -> str:
    """A number as offices write them."""
    digits = THAI if random.random() < thai else ARABIC
    # Real numbers are far from even: nought fills up, and one digit often repeats.
    often = random.choice(digits) if random.random() < 0.3 else ""
    pattern = random.choice(_PATTERNS)
    if digits == ARABIC:
        pattern = pattern.replace("๒๕", "25")
    elif "25" in pattern:
        pattern = pattern.replace("25", "๒๕")
    return "".join(
        (often if often and random.random() < 0.4 else random.choice(digits)) if c == "#" else c
        for c in pattern
    )


def _part(random: Random, thai: float) -> str:
    kind = random.random()
    if kind < 0.5:
        return number(random, thai)
    if kind < 0.8:
        return random.choice(_WORDS)
    if kind < 0.9:
        return "".join(_syllable(random) for _ in range(random.randint(1, 4)))
    if kind < 0.96:
        return "".join(random.choice(_LOOKALIKES) for _ in range(random.randint(1, 3)))
    return random.choice(_LATIN)


def _syllable(random: Random) -> str:
    middle = random.choice(_CONSONANTS) + random.choice(_ABOVE)
    return random.choice(_BEFORE) + middle + random.choice(_BEHIND)
