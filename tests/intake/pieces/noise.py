"""What PDF fonts and scanners do to Thai text, done on purpose."""

import random

from shared.thai.numbers import THAI_DIGITS

TONES = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e47"
_SARA_AM = ("ำ", "\u0e4d\u0e32", " ำ", " า", "า", "\ufffdา", "ำ\u200b")
_LOOK_ALIKE = ("บปน", "รธ", "พฟผฝ", "คดต", "ชซข", "ไใโ", "สศษ", "ณญ", "ถภ", "อฮ", "ิีึื", "ุู")
LIKE = {sign: group for group in _LOOK_ALIKE for sign in group}


def damaged(text: str, chance: random.Random) -> str:
    """As PDF fonts and careless scanners leave it: every word still folds to itself."""
    return "".join(_damage(sign, chance) for sign in text)


def _damage(sign: str, chance: random.Random) -> str:
    if sign in TONES:
        return chance.choice(["", sign, sign, "\uf70a"])
    if sign == "ำ":
        return chance.choice(_SARA_AM)
    if sign in "ฎฏ":
        return chance.choice("ฎฏ")
    if sign.isascii() and sign.isdigit():
        return chance.choice([sign, THAI_DIGITS[int(sign)]])
    thai = "ก" <= sign <= "ฮ"
    return chance.choice(["", "", "", "", "\u200b", " "]) * thai + sign


def misread(text: str, chance: random.Random, rate: float) -> str:
    """As a scanner takes letters for one another, loses some and sees some that are not there."""
    signs: list[str] = []
    for sign in text:
        if sign == "\n" or chance.random() >= rate:
            signs.append(sign)
        elif chance.random() < 0.7:
            signs.append(chance.choice(LIKE.get(sign, sign)))
        else:
            signs.append(chance.choice(["", sign + chance.choice("กรา่.")]))
    return "".join(signs)
