"""Why a letter came to an office: the router's rules in words."""

from functions.desk.words import Words

RULES = {
    "addressed office": Words("ส่งมาที่อีเมลของหน่วยงานนี้", "sent to this office's mailbox"),
    "addressed office of the province": Words(
        "ส่งมาที่อีเมลของสำนักงานจังหวัดที่รับผิดชอบ", "sent to the mailbox of the province's office"
    ),
    "addressed rehabilitation centre": Words(
        "ส่งมาที่อีเมลของศูนย์ฟื้นฟู", "sent to the rehabilitation centre's mailbox"
    ),
    "several offices addressed": Words("ส่งถึงหลายหน่วยงาน", "sent to several offices"),
    "more than five offices addressed": Words(
        "ส่งถึงเกินห้าหน่วยงาน สารบรรณกลางพิจารณา",
        "sent to more than five offices: the registry decides",
    ),
    "agency letter": Words("หนังสือราชการถึงสำนักงาน", "an agency's letter"),
    "agency letter to an office": Words(
        "หนังสือราชการถึงหน่วยงานนี้", "an agency's letter to this office"
    ),
    "agency not proven": Words(
        "ระบุว่าเป็นหนังสือของหน่วยงานของรัฐ แต่ยืนยันที่มาของอีเมลไม่ได้",
        "claims to be an agency's, but where the mail came from is not proven",
    ),
    "sender looks like an agency": Words(
        "ที่อยู่อีเมลผู้ส่งคล้ายของหน่วยงานของรัฐ แต่ไม่ใช่",
        "the sender's address looks like an agency's and is not",
    ),
    "marked secret": Words(
        "มีชั้นความลับ นายทะเบียนข้อมูลข่าวสารลับเป็นผู้เปิด", "marked secret: for the registrar"
    ),
    "nothing to do": Words("ไม่พบเรื่องที่ต้องดำเนินการ", "nothing to do was recognised"),
    "hospital user request": Words(
        "คำขอใช้ระบบของสถานพยาบาล", "a hospital's request for a user name"
    ),
    "area of the khet unknown": Words(
        "ยังไม่มีข้อมูลว่าเขตนี้อยู่ในความรับผิดชอบของสำนักงานใด", "the district's area office is not on record"
    ),
    "area office addressed": Words("ส่งมาที่อีเมลของสำนักงานพื้นที่", "sent to the area office's mailbox"),
    "branch of the amphoe": Words("อยู่ในอำเภอของสาขา", "in the district of the branch"),
    "jurisdiction confirmed": Words(
        "อยู่ในเขตรับผิดชอบที่ยืนยันแล้ว", "in the office's confirmed jurisdiction"
    ),
    "no evidence": Words("ไม่พบข้อมูลที่ระบุหน่วยงาน", "nothing says which office"),
    "office named": Words("ระบุชื่อหน่วยงานไว้ในหนังสือ", "the letter names the office"),
    "office of the province": Words("อยู่ในจังหวัดที่สำนักงานรับผิดชอบ", "in the province of the office"),
    "place and mailbox disagree": Words(
        "สถานที่ในหนังสือกับอีเมลที่ส่งถึงไม่ตรงกัน", "the place in the letter and the mailbox differ"
    ),
    "places disagree": Words("หนังสือระบุหลายสถานที่", "the letter names several places"),
    "another matter would go elsewhere": Words(
        "อาจเป็นได้มากกว่าหนึ่งกระบวนงาน ซึ่งหน่วยงานที่รับผิดชอบต่างกัน",
        "it may be of another process, which would go to another office",
    ),
    "treated near a branch": Words(
        "สถานพยาบาลอยู่ในพื้นที่ของสาขา แต่หนังสือไม่ได้ระบุอำเภอที่อยู่",
        "the hospital is near a branch, and the letter names no district of its own",
    ),
    "present office of a move": Words(
        "สำนักงานปัจจุบันของผู้ที่ย้าย", "the present office of somebody who moves"
    ),
}


def why(rule: str) -> Words:
    """The rule in words; one without words of its own is shown by its name."""
    return RULES.get(rule, Words(rule, rule))
