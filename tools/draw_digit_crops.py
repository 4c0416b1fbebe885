"""Draw the pictures of tests/intake/digits again: ``python -m tools.draw_digit_crops FONTS``.

Each crop shows a number in a family that the digit reader never learnt from, worn down in
one way; the file's name says which and how, the table in test_runs.py what it says. The
letter comes with what the OCR engine made of it, as test_letter.py hands it to the reader.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from random import Random

from PIL import Image

from functions.intake.reading.flatten import flattened
from functions.intake.reading.ocr import tesseract
from tools.digits.degrading import DEGRADATIONS
from tools.digits.drawing import drawn
from tools.digits.fonts import size_for_body

TESTS = Path(__file__).parents[1] / "tests" / "intake" / "digits"
_GREYS = 16
_WANTED = (
    ("reference", "ที่ รง ๐๖๒๖/๑๕๘๘๕", "Laksaman", "", 15),
    ("date", "๕ ธันวาคม ๒๕๖๐", "sarabun-400", "", 15),
    ("year_bold", "๒๕๖๙", "sarabun-700", "bold", 16),
    ("citizen_blurred", "๑-๕๐๙๙-๐๔๘๗๖-๓๗-๔", "Kinnari", "blurred", 15),
    ("account_phone", "๕๐-๑๒๓๔๕๖๗-๘", "Norasi", "phone", 16),
    ("money_coarse", "๑๒,๔๘๗.๖๙", "Loma", "coarse", 17),
    ("telephone", "๐ ๕๓๑๑ ๒๖๒๙", "noto-serif-thai-400", "", 15),
    ("section_fax", "มาตรา ๗๗", "Laksaman-Bold", "fax", 17),
    ("arabic", "053-112629", "Loma-Bold", "", 15),
    ("word", "ผู้ประกันตน", "Laksaman", "", 15),
    ("lookalikes", "คดตอจงลวฒ", "sarabun-400", "", 15),
    ("smudge", "๔๙๗๖", "Norasi", "smudge", 10),
)


_LETTER = (
    "อ้างถึง หนังสือที่ ชม ๐๐๓๐/ว ๔๙๗๖ ลงวันที่ ๒๘ กันยายน พ.ศ. ๒๕๖๙",
    "เลขที่บัญชีนายจ้าง ๕๐-๑๒๓๔๕๖๗-๘ จำนวนเงิน ๑๒,๔๘๗.๖๙ บาท ภายใน ๓๐ วัน",
    "โทร. 053-112629 รหัสไปรษณีย์ 50300 สำนักงานประกันสังคม ครั้งที่ ๗",
)


def main(fonts: Path) -> None:
    """Draw them all."""
    files = {file.stem: file for file in fonts.rglob("*.ttf")}
    (TESTS / "crops").mkdir(parents=True, exist_ok=True)
    for name, text, font, wear, body in _WANTED:
        one = drawn(text, files[font], size_for_body(files[font], body), margin=6)
        _kept(flattened(_worn(one.picture, wear)), f"crops/{name}")
    letter = _kept(_letter(files["Laksaman"]), "letter")
    read = tesseract().recognise(letter)
    seen = {"text": read.text, "words": [asdict(word) for word in read.words]}
    (TESTS / "letter.json").write_text(json.dumps(seen, ensure_ascii=False), encoding="utf-8")


def _letter(font: Path) -> Image.Image:
    page = Image.new("L", (1240, 380), 255)
    for number, line in enumerate(_LETTER):
        one = drawn(line, font, size_for_body(font, 15), margin=0)
        page.paste(one.picture, (60, 40 + 100 * number))
    return page


def _kept(picture: Image.Image, name: str) -> Image.Image:
    """The picture as it is stored: in a few greys."""
    few = picture.quantize(_GREYS)
    few.save(TESTS / f"{name}.png", optimize=True)
    return few.convert("L")


def _worn(picture: Image.Image, wear: str) -> Image.Image:
    if wear == "smudge":
        small = picture.resize((picture.width // 4, picture.height // 4), Image.Resampling.BOX)
        return small.resize(picture.size, Image.Resampling.BICUBIC)
    random = Random(wear)  # noqa: S311 - pictures, not secrets
    return DEGRADATIONS[wear](picture, random) if wear else picture


if __name__ == "__main__":
    main(Path(sys.argv[1]))
