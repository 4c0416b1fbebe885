"""What a word that counted spoke for, in words: the process, or the office."""

from functions.desk.places import place_words
from functions.desk.words import Words
from shared.directory.offices import Directory
from shared.errors import UnknownOffice
from shared.model.fact import OfficeCode

OFFICE, PLACE, SECRECY = "office", "place", "secrecy"


def decides(meaning: str) -> str:
    """``office`` or ``process``: what a word of this meaning helped to decide."""
    return "office" if meaning.partition(":")[0] in {OFFICE, PLACE, SECRECY} else "process"


def counted_for(meaning: str, directory: Directory) -> Words:
    """For a person who points at the word."""
    kind, _, name = meaning.partition(":")
    if kind == SECRECY:
        return Words("ชั้นความลับของหนังสือ", "the letter's mark of secrecy")
    if decides(meaning) == "process":
        return Words("คำที่ใช้พิจารณากระบวนงาน", "counted for the process")
    said = _office(name, directory) if kind == OFFICE else place_words(name)
    return Words(f"คำที่ใช้พิจารณาหน่วยงาน: {said.th}", f"counted for the office: {said.en}")


def _office(code: str, directory: Directory) -> Words:
    try:
        office = directory.by_code(OfficeCode(code))
    except UnknownOffice:
        return Words(code, code)
    return Words(office.name_th, office.name_en)
