"""What a receipt says of each document: read, or why not, and what the sender can do.

The names are those that ``Reading.refusal`` holds. A name without words of its own gets
the general ones: a receipt is sent in any case.
"""

from typing import NamedTuple

from shared.model.letter import Part

READ = "read"
PARTLY_READ = "partly_read"


class Words(NamedTuple):
    """Thai and English for one condition; ``todo`` is what the sender is asked to do."""

    th: str
    en: str
    todo_th: str = ""
    todo_en: str = ""


_LOOKED_AT = "เจ้าหน้าที่จะเปิดอ่านเอง"
_LOOKED_AT_EN = "an officer will open it"
CONDITIONS = {
    READ: Words("ระบบอ่านข้อความได้", "text read by the system"),
    PARTLY_READ: Words(
        f"ระบบอ่านข้อความได้บางส่วน ส่วนที่เหลือ{_LOOKED_AT}",
        "text read in part by the system; an officer will look at the rest",
    ),
    "password": Words(
        "เปิดไม่ได้ เนื่องจากไฟล์มีรหัสผ่าน",
        "could not be opened: the file is protected by a password",
        "โปรดส่งไฟล์ที่มีรหัสผ่านอีกครั้งโดยไม่ใส่รหัสผ่าน",
        "Please send the password-protected file again without a password.",
    ),
    "corrupt": Words(
        "เปิดไม่ได้ เนื่องจากไฟล์ชำรุดหรือไม่สมบูรณ์",
        "could not be opened: the file is damaged or incomplete",
        "โปรดตรวจสอบไฟล์ที่ชำรุดและส่งอีกครั้ง",
        "Please check the damaged file and send it again.",
    ),
    "empty": Words(
        "ไม่มีข้อมูลในไฟล์",
        "the file is empty",
        "โปรดตรวจสอบไฟล์ที่ไม่มีข้อมูลและส่งอีกครั้ง",
        "Please check the empty file and send it again.",
    ),
    "executable": Words(
        "ไม่ได้เปิด เนื่องจากเป็นไฟล์โปรแกรม",
        "not opened: it is a program",
        "สำนักงานไม่เปิดไฟล์โปรแกรม โปรดส่งเอกสารเป็นไฟล์ PDF หรือไฟล์ภาพ",
        "We do not open programs. Please send the document as a PDF or picture file.",
    ),
    "too_large": Words(
        f"ระบบไม่ได้อ่าน เนื่องจากไฟล์มีขนาดใหญ่มาก {_LOOKED_AT}",
        f"too large for the system to read; {_LOOKED_AT_EN}",
    ),
    "picture_too_large": Words(
        f"ระบบไม่ได้อ่าน เนื่องจากภาพมีขนาดใหญ่มาก {_LOOKED_AT}",
        f"picture too large for the system to read; {_LOOKED_AT_EN}",
    ),
    "archive": Words(
        f"ระบบเปิดไฟล์บีบอัดชนิดนี้ไม่ได้ {_LOOKED_AT}",
        f"an archive that the system cannot open; {_LOOKED_AT_EN}",
    ),
    "bomb": Words(
        "ไม่ได้เปิด เนื่องจากไฟล์บีบอัดมีขนาดหลังคลายใหญ่ผิดปกติหรือซ้อนกันไม่สิ้นสุด",
        "not opened: the archive unpacks to an abnormal size or without end",
        "โปรดส่งเอกสารที่อยู่ในไฟล์บีบอัดอีกครั้งเป็นไฟล์ PDF หรือไฟล์ภาพ โดยไม่ต้องบีบอัด",
        "Please send the documents in the archive again as PDF or picture files, not compressed.",
    ),
    "encrypted_mail": Words(
        "เปิดไม่ได้ เนื่องจากอีเมลเข้ารหัสลับไว้",
        "could not be opened: the e-mail is encrypted",
        "โปรดส่งอีเมลที่เข้ารหัสลับอีกครั้งโดยไม่เข้ารหัสลับ",
        "Please send the encrypted e-mail again without encryption.",
    ),
    "kind_not_read": Words(
        f"ระบบไม่อ่านไฟล์ชนิดนี้ {_LOOKED_AT}",
        f"a kind of file that the system does not read; {_LOOKED_AT_EN}",
    ),
    "unknown_kind": Words(
        "ระบบไม่รู้จักไฟล์ชนิดนี้ เจ้าหน้าที่จะตรวจสอบ",
        "an unknown kind of file; an officer will look at it",
    ),
    "took_too_long": Words(
        f"ระบบไม่ได้อ่าน เนื่องจากใช้เวลานานเกินกำหนด {_LOOKED_AT}",
        f"not read by the system: it would have taken too long; {_LOOKED_AT_EN}",
    ),
    "too_many_pages": Words(
        f"ระบบไม่ได้อ่าน เนื่องจากไฟล์มีจำนวนหน้ามากเกินกำหนด {_LOOKED_AT}",
        f"not read by the system: the file has too many pages; {_LOOKED_AT_EN}",
    ),
    "not_legible": Words(
        f"ระบบอ่านได้ไม่ชัดเจน {_LOOKED_AT}",
        f"not clearly legible to the system; {_LOOKED_AT_EN}",
    ),
}
_GENERAL = Words(f"ระบบไม่ได้อ่าน {_LOOKED_AT}", f"not read by the system; {_LOOKED_AT_EN}")


def condition_of(part: Part) -> str:
    """The condition's name for one document of the letter."""
    return part.refusal or (PARTLY_READ if part.unread else READ)


def words_for(condition: str) -> Words:
    """The words for a condition; the general ones for a name that has none."""
    return CONDITIONS.get(condition, _GENERAL)
