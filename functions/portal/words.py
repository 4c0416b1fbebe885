"""The portal's names of things, Thai and English: one place for each word."""

from typing import NamedTuple

from shared.model.work import State


class Words(NamedTuple):
    """The same in both languages."""

    th: str
    en: str


STATES = {
    State.OPEN: Words("รับเรื่องแล้ว รอเจ้าหน้าที่ดำเนินการ", "Received; waiting for an officer"),
    State.CLAIMED: Words("เจ้าหน้าที่กำลังดำเนินการ", "An officer is working on it"),
    State.WAITING: Words("รอเอกสารเพิ่มเติมจากท่าน", "Waiting for documents from you"),
    State.FINISHED: Words("ดำเนินการเสร็จสิ้นแล้ว", "Finished"),
    State.PASSED: Words("ส่งต่อเรื่องไปยังหน่วยงานอื่นแล้ว", "Passed on to another office"),
    State.SPAM: Words(
        "ไม่มีการดำเนินการต่อ โปรดติดต่อหน่วยงาน", "Not worked on; please contact the office"
    ),
}
ASSIGNING = Words(
    "สารบรรณกลางกำลังพิจารณาว่าเป็นเรื่องของหน่วยงานใด",
    "The central registry decides which office it is for",
)
NOT_GENUINE = {
    "not_a_code": Words(
        "ข้อความนี้ไม่ใช่รหัสตรวจสอบที่ครบถ้วน อาจมีตัวอักษรขาด เกิน หรือผิดไป "
        "โปรดคัดลอกทั้งบรรทัดตั้งแต่ SSO1 แล้วลองใหม่",
        "This is not a whole code: a sign is missing, wrong or too many. "
        "Please copy the whole line from SSO1 on and try again.",
    ),
    "not_signed_by_us": Words(
        "ลายมือชื่อในรหัสนี้ไม่ใช่ของสำนักงานประกันสังคม รหัสอาจถูกแก้ไข หรือไม่ได้ออกโดยสำนักงานฯ",
        "The signature in this code is not ours: a sign was changed, or we never issued it.",
    ),
    "statement_changed": Words(
        "ข้อมูลในไฟล์นี้ไม่ตรงกับข้อมูลที่สำนักงานประกันสังคมลงลายมือชื่อไว้",
        "The facts in this file are not those that we signed.",
    ),
    "statement_unreadable": Words(
        "ข้อมูลในไฟล์นี้อ่านไม่ได้ จึงตรวจสอบไม่ได้", "The facts in this file cannot be read."
    ),
    "no_receipt": Words(
        "ไม่พบใบรับหนังสือของสำนักงานประกันสังคมในไฟล์นี้ หากท่านมีเพียงภาพถ่ายหรือสำเนากระดาษ "
        "โปรดใช้รหัสตรวจสอบบนใบรับหนังสือแทน",
        "There is no receipt of ours in this file. If you only have a photograph or a copy "
        "on paper, please use the code on it.",
    ),
}
PROBLEMS = {
    "reference": Words(
        "เลขอ้างอิงหรือรหัสตรวจสอบของเรื่องเดิมไม่ถูกต้อง โปรดตรวจกับใบรับหนังสือ",
        "The earlier letter’s reference or its code is not right; please look at its receipt",
    ),
    "office": Words("โปรดเลือกหน่วยงานจากรายการ", "Please choose an office of the list"),
    "process": Words("โปรดเลือกเรื่องจากรายการ", "Please choose a matter of the list"),
    "subject": Words("โปรดกรอกชื่อเรื่อง", "Please write a subject"),
    "sender": Words("ที่อยู่อีเมลไม่ถูกต้อง", "The e-mail address is not right"),
    "files": Words("โปรดเลือกไฟล์อย่างน้อยหนึ่งไฟล์", "Please choose at least one file"),
    "too_many": Words("ส่งได้ครั้งละไม่เกิน 20 ไฟล์", "At most 20 files can be sent at once"),
    "too_large": Words("ไฟล์ทั้งหมดรวมกันต้องไม่เกิน 40 MB", "All files together may have 40 MB"),
    "empty": Words("มีไฟล์ที่ไม่มีข้อมูล (0 ไบต์)", "A file is empty (0 bytes)"),
    "kind": Words(
        "มีไฟล์ที่ไม่ใช่เอกสาร ภาพ หรือตาราง โปรดส่งเป็น PDF ภาพถ่าย Word หรือ Excel",
        "A file is no document, picture or table; please send PDF, photographs, Word or Excel",
    ),
    "not_there": Words(
        "บางไฟล์ส่งมาไม่ครบ โปรดส่งใหม่อีกครั้ง", "Some files did not arrive whole; please send them again"
    ),
}
