"""The desk's names of things, Thai and English: one place for each word."""

from typing import NamedTuple

from functions.desk.people import Role
from shared.model.arrival import Channel
from shared.model.event import Did
from shared.model.official import Urgency
from shared.model.reading import Source
from shared.model.receipt import TOO_MANY, UNPROVEN, Sending
from shared.model.work import DecidedBy, State


class Words(NamedTuple):
    """The same in both languages."""

    th: str
    en: str


STATES = {
    State.OPEN: Words("รอดำเนินการ", "Open"),
    State.CLAIMED: Words("กำลังดำเนินการ", "In hand"),
    State.WAITING: Words("รอเอกสารเพิ่มเติม", "Waiting for documents"),
    State.FINISHED: Words("ยุติเรื่อง", "Finished"),
    State.PASSED: Words("ส่งต่อหน่วยงานอื่น", "Passed on"),
    State.SPAM: Words("จดหมายขยะ", "Spam"),
}
URGENCIES = {
    Urgency.MOST: Words("ด่วนที่สุด", "Most urgent"),
    Urgency.VERY: Words("ด่วนมาก", "Very urgent"),
    Urgency.URGENT: Words("ด่วน", "Urgent"),
    Urgency.NONE: Words("ปกติ", "Ordinary"),
}
DECIDERS = {
    DecidedBy.MACHINE: Words("ระบบ", "The system"),
    DecidedBy.UNSURE: Words("รอเจ้าหน้าที่พิจารณา", "Not decided yet"),
    DecidedBy.PERSON: Words("เจ้าหน้าที่", "An officer"),
}
DEEDS_DONE = {
    Did.REGISTERED: Words("ลงทะเบียนรับ", "Registered"),
    Did.REPLIED: Words("ผู้ส่งส่งหนังสือเพิ่มเติม", "The sender wrote again"),
    Did.SEEN: Words("เปิดอ่าน", "Opened"),
    Did.FETCHED: Words("ดาวน์โหลดเอกสาร", "Downloaded a document"),
    Did.TAKEN: Words("รับเรื่องไปดำเนินการ", "Took the letter"),
    Did.PUT_BACK: Words("คืนเรื่องเข้าคิว", "Put the letter back"),
    Did.FINISHED: Words("ยุติเรื่อง", "Finished"),
    Did.RETURNED: Words("แจ้งขอเอกสารเพิ่มเติม", "Asked for documents"),
    Did.PASSED: Words("ส่งเรื่องไปยังหน่วยงานอื่น", "Passed to another office"),
    Did.RECEIVED: Words("รับเรื่องจากหน่วยงานอื่น", "Received from another office"),
    Did.CORRECTED: Words("แก้ไขกระบวนงาน", "Corrected the process"),
    Did.MARKED_SPAM: Words("ระบุว่าเป็นจดหมายขยะ", "Marked as spam"),
    Did.RESTORED: Words("นำกลับเข้าคิว", "Brought back"),
    Did.TOLD_BY_PHONE: Words("แจ้งผู้ส่งทางโทรศัพท์", "Told the sender by telephone"),
    Did.RECEIPT_RELEASED: Words("ให้ส่งใบรับหนังสือ", "Had the receipt sent"),
    Did.READ_FURTHER: Words("ให้ระบบอ่านหน้าที่เหลือ", "Had the remaining pages read"),
    Did.REMEMBERED: Words("บันทึกเขตรับผิดชอบ", "Confirmed an office for the place"),
    Did.HELD: Words("ระงับการลบข้อมูลตามคำสั่ง", "Ordered that nothing of it is erased"),
    Did.HOLD_ENDED: Words("ยกเลิกการระงับการลบข้อมูล", "Ended the order that nothing is erased"),
    Did.ERASED: Words("ลบข้อมูลตามคำสั่ง", "Erased by order"),
    Did.REVOKED: Words("ยกเลิกเขตรับผิดชอบ", "Took back an office for the place"),
    Did.ANSWER_LATE: Words(
        "ครบกำหนดส่งเอกสารเพิ่มเติมแล้ว ยังไม่ได้รับเอกสาร", "The documents asked for did not come in time"
    ),
    Did.RELEASED: Words("รับหนังสือที่กักไว้เข้าระบบ", "Released from quarantine"),
    Did.KEPT_OUT: Words("ตรวจแล้ว ไม่รับ", "Looked at and kept out"),
    Did.REPLAYED: Words("ส่งข้อความที่ค้างกลับเข้าคิว", "Gave a dead letter back to its queue"),
    Did.LIFTED: Words("ยกเลิกการงดส่งไปยังที่อยู่อีเมล", "Had an address written to again"),
}
NOTICES = {
    "return": Words("หนังสือขอเอกสารเพิ่มเติม", "Documents asked for"),
    "reminder": Words("หนังสือเตือนกำหนดส่งเอกสารเพิ่มเติม", "Reminder of the documents"),
    "pass": Words("หนังสือแจ้งการส่งต่อเรื่อง", "Told that it was passed on"),
    "finish": Words("หนังสือแจ้งผลการดำเนินการ", "The result"),
    "delivery": Words("อีเมลถึงหน่วยงาน", "Mail to the office"),
    "limit": Words("หนังสือแจ้งการงดส่งใบรับหนังสือชั่วคราว", "Told that receipts pause"),
}
"""Later messages, by the first word of their event."""
SENDINGS = {
    Sending.STARTED: Words("กำลังส่ง", "Being sent"),
    Sending.SENT: Words("ส่งแล้ว", "Sent"),
    Sending.WITHHELD: Words("ไม่ได้ส่ง", "Not sent"),
    Sending.IMPOSSIBLE: Words("ส่งไม่ได้", "Could not be sent"),
    Sending.UNDELIVERED: Words("ส่งไม่ถึงผู้รับ", "Not delivered"),
}
WITHHELD = {
    "no_sender": Words("ไม่ทราบที่อยู่ผู้ส่ง", "the sender's address is not known"),
    "null_envelope_sender": Words("เป็นอีเมลตีกลับ", "it is a bounce"),
    "machine_auto_generated": Words("เป็นอีเมลอัตโนมัติ", "a machine sent it"),
    "machine_list": Words("ส่งผ่านกลุ่มอีเมล", "it came through a mailing list"),
    "machine_bulk": Words("เป็นอีเมลที่ส่งเป็นจำนวนมาก", "it is bulk mail"),
    UNPROVEN: Words("ยืนยันที่อยู่ผู้ส่งไม่ได้", "the sender's address is not proven"),
    "our_own_mailbox": Words("ผู้ส่งเป็นกล่องรับหนังสือของสำนักงาน", "the sender is a mailbox of ours"),
    "unusable_address": Words("ที่อยู่ผู้ส่งใช้ตอบไม่ได้", "the address cannot be written to"),
    "suppressed": Words("ที่อยู่อีเมลนี้อยู่ในรายการงดส่ง", "the address is not written to any more"),
    TOO_MANY: Words(
        "ส่งใบรับหนังสือให้ผู้ส่งรายนี้ครบจำนวนแล้ว", "the sender had as many answers as one gets"
    ),
}
"""Why nothing was sent; a reason that is not here is shown by its name."""
CHANNELS = {
    Channel.MAIL: Words("ไปรษณีย์อิเล็กทรอนิกส์", "E-mail"),
    Channel.UPLOAD: Words("อัปโหลด", "Upload"),
    Channel.DROP: Words("กล่องรับเอกสาร", "Drop box"),
}
UNSURE = "▯"
"""Stands in a scan's text for what the digit reader was not sure of (intake's
``reading.digits.signs.UNSURE``; the rooms do not import one another)."""
SOURCES = {
    Source.TEXT: Words("ข้อความ", "text"),
    Source.TEXT_LAYER: Words("ข้อความในไฟล์", "text of the file"),
    Source.OCR: Words("อ่านจากภาพ โปรดตรวจกับต้นฉบับ", "read from a picture; check the original"),
    Source.NONE: Words("ระบบอ่านไม่ได้", "not read by the system"),
}
UNREADABLE = {
    "password": Words("ไฟล์มีรหัสผ่าน", "locked by a password"),
    "corrupt": Words("ไฟล์ชำรุดหรือไม่สมบูรณ์", "damaged or incomplete"),
    "empty": Words("ไม่มีข้อมูลในไฟล์", "the file is empty"),
    "too_large": Words("ไฟล์มีขนาดใหญ่มาก", "the file is very large"),
    "picture_too_large": Words("ภาพมีขนาดใหญ่มาก", "the picture is very large"),
    "executable": Words("เป็นไฟล์โปรแกรม", "a program"),
    "archive": Words("เปิดไฟล์บีบอัดชนิดนี้ไม่ได้", "an archive that cannot be opened"),
    "bomb": Words("ไฟล์บีบอัดคลายออกแล้วใหญ่ผิดปกติ", "unpacks to an abnormal size"),
    "encrypted_mail": Words("อีเมลเข้ารหัสลับไว้", "an encrypted e-mail"),
    "kind_not_read": Words("ระบบไม่อ่านไฟล์ชนิดนี้", "a kind that is not read"),
    "unknown_kind": Words("ระบบไม่รู้จักไฟล์ชนิดนี้", "an unknown kind"),
    "not_legible": Words("อ่านได้ไม่ชัดเจน", "not clearly legible"),
    "took_too_long": Words("ใช้เวลาอ่านนานเกินกำหนด", "would take too long to read"),
    "too_many_pages": Words("มีจำนวนหน้ามากเกินกำหนด", "has too many pages"),
}
"""Why a document was not read, by the names of ``Reading.refusal``."""
ROLES = {
    Role.CLERK: Words("เจ้าหน้าที่", "Clerk"),
    Role.HEAD: Words("หัวหน้างาน", "Head"),
    Role.REGISTRY: Words("สารบรรณกลาง", "Central registry"),
    Role.AUDITOR: Words("ผู้ตรวจสอบ", "Auditor"),
    Role.ADMINISTRATOR: Words("ผู้ดูแลระบบ", "Administrator"),
}
FIELDS = {
    "note": Words("โปรดกรอกข้อความ", "Please write something"),
    "documents": Words("โปรดระบุเอกสารที่ต้องการอย่างน้อยหนึ่งรายการ", "Please name at least one document"),
    "to_office": Words("โปรดเลือกหน่วยงานอื่น", "Please choose another office"),
    "process": Words("โปรดเลือกกระบวนงาน", "Please choose a process"),
}
