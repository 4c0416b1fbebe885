"""What a clerk is told about a document beside its name; Thai first, English beside it."""

INCIDENTAL_PICTURE = (
    "ภาพขนาดเล็กประกอบอีเมล เช่น ตราสัญลักษณ์ท้ายจดหมาย ไม่ได้อ่านข้อความในภาพ / "
    "small picture of the mail's layout, such as a logo in the signature: not read"
)
SIGNATURE_FILE = "ลายมือชื่อดิจิทัลของอีเมล ยังไม่ได้ตรวจสอบ / the mail's digital signature: not verified"
BROKEN = (
    "โครงสร้างของอีเมลเสียหาย ส่วนนี้จึงอ่านเป็นข้อความเท่าที่มี / "
    "the mail's structure is broken: this part was read as plain text"
)
TOO_DEEP = (
    "ไฟล์ซ้อนกันหลายชั้นเกินไป จึงไม่ได้แยกไฟล์ที่อยู่ภายในออกมา / "
    "nested too deeply: the files inside were not taken out"
)
UNCHECKED = (
    "มีไฟล์ที่ระบบตรวจไวรัสไม่ได้ เช่น ไฟล์ที่มีรหัสผ่าน โปรดระมัดระวังเมื่อเปิด / "
    "among the files is one that could not be checked for viruses, such as a locked one"
)
LEFT_INSIDE = (
    "มีไฟล์อยู่ภายในที่ระบบไม่ได้แยกออกมา โปรดเปิดตรวจสอบ / "
    "files inside were not taken out: please open it and look"
)


def attached_inside(name: str) -> str:
    """For a document that came inside another mail."""
    return f"แนบอยู่ในอีเมล “{name}” / attached inside “{name}”"


def inside_file(name: str) -> str:
    """For a document that came inside an archive or another file."""
    return f"อยู่ในไฟล์ “{name}” / inside the file “{name}”"


def named_otherwise(claimed: str, found: str) -> str:
    """For a file whose name claims another kind than its content is."""
    return (
        f"ชื่อไฟล์ระบุเป็น {claimed} แต่เนื้อหาเป็น {found} / named as {claimed}, but the content is {found}"
    )
