"""Lines of office writing with numbers in them, put together at random."""

from random import Random

THAI = "๐๑๒๓๔๕๖๗๘๙"
ARABIC = "0123456789"
_OFFICE = """
    ที่ เรื่อง เรียน อ้างถึง สิ่งที่ส่งมาด้วย หนังสือ ลงวันที่ ตามที่ ท่านได้แจ้ง สำนักงานประกันสังคม
    จังหวัด เชียงใหม่ นนทบุรี ระยอง ถนน ตำบล อำเภอ หมู่ที่ เลขที่บัญชี เลขประจำตัวประชาชน โทรศัพท์
    โทรสาร โทร. ต่อ ข้อ มาตรา วรรค ผู้ประกันตน นายจ้าง ลูกจ้าง เงินสมทบ ค่าจ้าง บาท สตางค์ ราย คน
    ครั้งที่ งวด เดือน พ.ศ. ปี ภายใน วัน นับแต่ ได้รับ แบบ สปส. กท. กรณี ประโยชน์ทดแทน สงเคราะห์บุตร
    ชราภาพ ว่างงาน มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม
    พฤศจิกายน ธันวาคม ม.ค. ธ.ค. น. จำนวน จำนวนเงิน รวม และ ถึง ของ นั้น ไม่ ฉบับ ชุด แผ่น ใบเสร็จ
    สำเนา บริษัท จำกัด มหาชน นาย นางสาว ขอแสดงความนับถือ ผู้อำนวยการ ว ด่วน ฯ ฯลฯ กองทุน เงินทดแทน
    สถานพยาบาล โรงพยาบาล ธนาคาร สาขา ฌาปนกิจ วุฒิ ญาติ ฎีกา กฎ ปฏิบัติ อุทธรณ์ ทั้งนี้ ณ ๆ ดอกเบี้ย
    คลอด ตาย ทุพพลภาพ
"""
_WORDS = tuple(_OFFICE.split())
_ENGLISH = "No. Tel. Fax SSO email Form Co., Ltd. cm@sso.go.th Bangkok Inc. Soi Room A4"
_LATIN = tuple(_ENGLISH.split())
_SMALL = "abcdefghijkmnpqrstuvwxyz"
"""Without o and l: by themselves they cannot be told from noughts and ones."""
_CONSONANTS = "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮฯๆฤ"
_LOOKALIKES = "คดตอจงลวฒฯศถภกฤๆ"
"""Letters that are read as digits, and digits as them."""
_ABOVE = ("", "", "", "ิ", "ี", "ึ", "ั", "่", "้", "ี่", "ื้", "็", "์", "ุ", "ู")
_BEHIND = ("", "", "", "า", "ะ", "ำ")
_BEFORE = ("", "", "", "เ", "แ", "โ", "ไ", "ใ")
_NUMBERS = """
    ####/##### ####.#/#### ####/ว_### # ## ### #### Y## Y## Y## #/#### #-####-#####-##-#
    #_####_#####_##_# ############# ########## ##-#######-# ####_#### #_####_#### #-####-####
    ##-####-#### ##/##/Y## #/#/## ##,###.## #,###,### ###.## ##.##_น. ##:## #. #) (#) ##% (##%)
    #-## #-##_ก ##/## ###/## ##### ก.#/#### #.# ##.#.# #####-# ###-#-#####-# ## ##
"""
"""# is a digit, Y the first two of a year, _ a space."""
_PATTERNS = tuple(_NUMBERS.split())
_YEAR = {THAI: "๒๕", ARABIC: "25"}


def line(random: Random, words: int) -> str:
    """Some words and numbers, two of three numbers in Thai digits."""
    gap = random.choice(("", " ", " ", " ", "  "))
    parts = (_part(random) for _ in range(words))
    return "".join(part + random.choice((" ", gap, gap, gap)) for part in parts).strip()


def _part(random: Random) -> str:
    kinds = (_number, _word, _syllables, _lookalikes, _latin)
    (kind,) = random.choices(kinds, weights=(50, 29, 9, 6, 6))
    return kind(random)


def _number(random: Random) -> str:
    digits = random.choice((THAI, THAI, ARABIC))
    # Real numbers are far from even: one digit often repeats.
    often = random.choice(digits) * random.choice((0, 0, 5))
    text = random.choice(_PATTERNS).replace("Y", _YEAR[digits]).replace("_", " ")
    return "".join(random.choice(digits + often) if sign == "#" else sign for sign in text)


def _word(random: Random) -> str:
    return random.choice(_WORDS)


def _latin(random: Random) -> str:
    if random.choice((True, False)):
        return random.choice(_LATIN)
    word = "".join(random.choices(_SMALL, k=random.randint(1, 7)))
    return random.choice((word, word, word.capitalize(), word.upper()))


def _lookalikes(random: Random) -> str:
    return "".join(random.choices(_LOOKALIKES, k=random.randint(1, 3)))


def _syllables(random: Random) -> str:
    return "".join(_syllable(random) for _ in range(random.randint(1, 4)))


def _syllable(random: Random) -> str:
    middle = random.choice(_CONSONANTS) + random.choice(_ABOVE)
    return random.choice(_BEFORE) + middle + random.choice(_BEHIND)
