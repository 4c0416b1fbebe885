"""How much a text looks like writing that a person could read.

A PDF's text layer may be garbage, and bytes decoded with the wrong charset always are; both
show in signs that cannot stand where they stand. Thai spelling is strict enough to tell:
a vowel or tone mark needs its consonant, a leading vowel needs one after it.
"""

import re

_CONSONANT = "\u0e01-\u0e2e"
_LEADING = "\u0e40-\u0e44"
_MARK = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_FOLLOWING = "\u0e30\u0e32\u0e33\u0e45"
_FREE = "\u0e2f\u0e3f\u0e46\u0e4f-\u0e5b"

_THAI = re.compile("[\u0e01-\u0e5b]")
_THAI_RUN = re.compile("[\u0e01-\u0e5b]+")
_CLUSTER = re.compile(f"[{_LEADING}]?[{_CONSONANT}][{_MARK}]{{0,3}}[{_FOLLOWING}]{{0,2}}|[{_FREE}]")
_DAMAGE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_SPACE = re.compile(r"\s+")

_RIGHT = re.compile("ความ|การ|งาน|ว่า|จำนวน|สำนัก|กำหนด|อำเภอ|ตำบล|สำหรับ|สำเนา|คำขอ|ดำเนิน|ชำระ")
_WRONG = re.compile("ควำม|กำร(?!าบ)|งำน|ว่ำ|จานวน|สานัก|กาหนด|อาเภอ|ตาบล|สาหรับ|สาเนา|คาขอ|ดาเนิน|ชาระ")
"""Common words, and what PDF fonts make of them that confuse sara aa and sara am."""
_CONFUSED = 0.9
"""Worth asking another reader, not worth OCR: the words can still be told."""


def thai_letters(text: str) -> int:
    """How many Thai signs the text has."""
    return len(_THAI.findall(text))


def thai_likeness(text: str) -> float:
    """The share (0 to 1) of the Thai signs that stand where Thai spelling lets them stand.

    0 when there are none.
    """
    total = thai_letters(text)
    if not total:
        return 0.0
    return sum(len(found[0]) for found in _CLUSTER.finditer(text)) / total


def likeness(text: str) -> float:
    """The share (0 to 1) of a text's signs that are not damaged or misplaced; 0 if blank."""
    signs = len(_SPACE.sub("", text))
    if not signs:
        return 0.0
    total = thai_letters(text)
    misplaced = total - total * thai_likeness(text)
    score = max(0.0, 1 - (len(_DAMAGE.findall(text)) + misplaced) / signs)
    confused = len(_WRONG.findall(text)) > len(_RIGHT.findall(text))
    return score * _CONFUSED if confused else score


def looks_thai(text: str) -> bool:
    """True when the Thai signs come in runs and are spelt as Thai is.

    For bytes of unknown charset: French or Russian read as Thai fails on both counts.
    """
    runs = [found[0] for found in _THAI_RUN.finditer(text)]
    letters = sum(map(len, runs))
    return letters >= _SHORTEST_THAI * len(runs) > 0 and thai_likeness(text) >= _SPELT


_SHORTEST_THAI = 3
"""Mean length of a run of Thai signs, at the least; accented Latin letters stand alone."""
_SPELT = 0.9
