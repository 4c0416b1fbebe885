"""Why a message failed and what helps, in words; the same as docs/running.md says."""

from collections.abc import Mapping
from typing import NamedTuple

from functions.desk.words import Words
from shared.model.failure import Failure


class Trouble(NamedTuple):
    """What went wrong, and what to do about it."""

    what: Words
    do: Words


QUEUES: Mapping[str, Words] = {
    "mail": Words("รับอีเมล", "Mail"),
    "upload": Words("รับเอกสารอัปโหลด", "Uploads"),
    "router": Words("จำแนกและลงทะเบียน", "Router"),
    "notify": Words("แจ้งผู้ส่ง", "Notify"),
    "feedback": Words("ผลการนำส่ง", "Feedback"),
}
TROUBLES: Mapping[str, Trouble] = {
    "TryLater": Trouble(
        Words("ระบบที่เกี่ยวข้องไม่ว่างหรือขัดข้องเป็นเวลานาน", "A neighbour was busy or away for long"),
        Words("เมื่อระบบนั้นใช้งานได้แล้ว ให้ส่งกลับเข้าคิว", "Once it is well, give the message back"),
    ),
    "NotANotice": Trouble(
        Words("ข้อความนี้ไม่ใช่การแจ้งที่ระบบรู้จัก", "The message is no notice that we know"),
        Words(
            "ให้ตรวจข้อความที่คิวโดยตรง การส่งกลับเข้าคิวไม่ช่วยแก้ปัญหา",
            "Look at it in the queue itself; giving it back does not help",
        ),
    ),
    "NotConfigured": Trouble(
        Words("การตั้งค่าของระบบไม่ครบหรือไม่ถูกต้อง", "A setting is missing or wrong"),
        Words("แก้ไขการตั้งค่าแล้วจึงส่งกลับเข้าคิว", "Mend the deployment, then give it back"),
    ),
    "BadDirectory": Trouble(
        Words("ข้อมูลหน่วยงานหรือกระบวนงานผิดหลักเกณฑ์", "A data file breaks its rules"),
        Words("แก้ไขแถวข้อมูลที่ระบุแล้วจึงส่งกลับเข้าคิว", "Mend the row that is named, then give it back"),
    ),
}
DEFECT = Trouble(
    Words("ข้อผิดพลาดของโปรแกรม", "A defect of ours"),
    Words(
        "แจ้งผู้พัฒนา เมื่อแก้ไขแล้วจึงส่งกลับเข้าคิว",
        "Tell the developers; give it back once it is mended",
    ),
)
UNKNOWN = Trouble(
    Words(
        "ไม่มีบันทึกสาเหตุ ระบบหยุดทำงานกลางคัน (เวลาหรือหน่วยความจำไม่พอ) หรือข้อความส่งไม่ถึงคิว",
        "No reason is known: the station was ended (time, memory), or it never reached the queue",
    ),
    Words(
        "ส่งกลับเข้าคิวได้ หากค้างซ้ำให้ตรวจบันทึกการทำงาน", "Give it back; if it comes again, read the log"
    ),
)


def trouble(failure: Failure | None) -> Trouble:
    """What a failure means; of an error without words of its own, that it is a defect."""
    return TROUBLES.get(failure.error, DEFECT) if failure else UNKNOWN
