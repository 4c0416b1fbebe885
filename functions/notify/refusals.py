"""What a sender is told when a letter is not taken: what was wrong, and what to do.

One entry for each class of ``shared.errors.Refused`` that is answered; a test holds that.
"""

from typing import NamedTuple


class Words(NamedTuple):
    """Thai and English for one reason."""

    wrong_th: str
    wrong_en: str
    todo_th: str
    todo_en: str


REFUSALS = {
    "empty_letter": Words(
        "ไม่พบชื่อเรื่อง ข้อความ หรือไฟล์แนบในหนังสือของท่าน",
        "Your letter has no subject, no text and no attachment.",
        "โปรดเขียนข้อความและแนบไฟล์ให้ครบถ้วน แล้วส่งใหม่อีกครั้ง",
        "Please write your message, attach your files and send the letter again.",
    ),
    "letter_too_large": Words(
        "หนังสือและไฟล์แนบมีขนาดรวมเกิน 40 MB ซึ่งเกินกว่าที่ระบบรับได้",
        "The letter and its attachments are larger than 40 MB, more than the system can take.",
        "โปรดลดขนาดไฟล์ หรือแบ่งส่งเป็นหลายฉบับ โดยระบุในชื่อเรื่องว่าเป็นฉบับที่เท่าใด",
        "Please make the files smaller, or send them in several letters and number each letter "
        "in its subject.",
    ),
    "manifest_names_missing_files": Words(
        "ไม่พบไฟล์บางรายการที่ระบุไว้ในรายการเอกสารที่นำส่ง",
        "Some of the files that your upload lists were not uploaded.",
        "โปรดตรวจสอบรายการเอกสาร และนำส่งไฟล์ให้ครบถ้วนอีกครั้ง",
        "Please check the list and upload all of the files again.",
    ),
}
