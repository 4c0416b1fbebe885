"""Where a name may begin and end: Thai writes no spaces between words.

A bare name counts only if no letter of a longer word hangs on it.
"""

import re

from functions.router.place_names import Level, Name
from shared.thai.folding import Folded, keys, tidied
from shared.thai.phrases import Hit

_BEFORE = (
    "อยู่ ที่ จาก มา ไป เมือง ใน แถว บ้าน ถึง เป็น และ หรือ สาขา ประกันสังคม สปส. สปส กับ คน ย้าย ทาง ฝั่ง "
    "ตี้ ย่าน ของ เขต ใกล้ เป็นคน กลับ"
)
_AFTER = (
    "ครับ คับ ค่ะ คะ จ้า นะ แล้ว ได้ จังหวัด จ. อ. มา ไป เป็น ที่ และ หรือ ตลาด ตั้งแต่ อยู่ ดูแล หน่อย "
    "โทร ต้อง ขอ เปิด คน ด้วย เด้อ เน้อ จ้ะ ฮะ เจ้า ผม หนู ดิฉัน แต่ ตาม ไม่ จะ อยาก ตอน ช่วง เมื่อ "
    "รบกวน เบิก ยื่น ถาม ติดต่อ สาขา ประกันสังคม ทำ กับ ต่อ มี ส่ง จ่าย นี้ ไม่ใช่"
)
_WORD_BEFORE = re.compile("(?:" + "|".join(map(re.escape, keys(_BEFORE.split()))) + ")$")
_WORD_AFTER = re.compile("|".join(map(re.escape, keys(_AFTER.split()))))
_LED_BY_HO = frozenset("งญนมยรลว")
LONG, SHORT = 7, 4
"""From LONG letters a bare name may stand inside running text; to SHORT it must be free."""


def word_starts(folded: Folded, place: int) -> bool:
    """A word can begin here: a space, or a word that often stands before a name."""
    return _edge(folded, place) or bool(_WORD_BEFORE.search(folded.text[:place]))


def word_ends(folded: Folded, place: int) -> bool:
    """A word can end here: a space, or a word that often stands behind a name."""
    return _edge(folded, place) or bool(_WORD_AFTER.match(folded.text, place))


def free(folded: Folded, hit: Hit[Name]) -> bool:
    """A bare name stands for itself: no letter of a longer word hangs on either side."""
    text, start, end = folded.text, hit.start, hit.end
    if text[start].isascii():
        return _capital(folded, hit)
    before = word_starts(folded, start)
    after = word_ends(folded, end)
    size = end - start
    if size <= SHORT:
        return bool(before and after) and _as_written(folded, hit)
    if not before and _in_cluster(text, start):
        return False
    return size >= LONG or (bool(before or after) and _as_written(folded, hit))


def may_be_meant(folded: Folded, hit: Hit[Name]) -> bool:
    """A district's name as it is spelt, though letters of other words hang on both sides.

    In Latin letters: without its capital.
    """
    district = hit.value.level is Level.DISTRICT and hit.value.certain
    if not district or hit.end - hit.start <= SHORT or _in_cluster(folded.text, hit.start):
        return False
    return folded.text[hit.start].isascii() or _as_written(folded, hit)


def _in_cluster(text: str, place: int) -> bool:
    """A leading ห belongs to the letter after it: น้ำหนาว is not in หน้าหนาว."""
    return text[place - 1 : place] == "ห" and text[place] in _LED_BY_HO


def _edge(folded: Folded, place: int) -> bool:
    """No Thai letters meet here: a space, a sign, or an end of the text is between."""
    text = folded.text
    if place in {0, len(text)} or not (_thai(text[place - 1]) and _thai(text[place])):
        return True
    before, after = folded.places[place - 1], folded.places[place]
    return after > before + 1 and not all(map(_thai, folded.original[before + 1 : after]))


def _thai(sign: str) -> bool:
    return "\u0e01" <= sign <= "\u0e4e"


def _as_written(folded: Folded, hit: Hit[Name]) -> bool:
    """A short name is only that name with its own tone marks: น่าน is not นาน."""
    return folded.written(hit.start, hit.end) == tidied(hit.value.spelling)


def _capital(folded: Folded, hit: Hit[Name]) -> bool:
    capital = folded.slice(hit.start, hit.end)[0].isupper()
    return capital or hit.value.level is Level.PROVINCE or hit.end - hit.start >= LONG
