"""A statement that is plainly invented, and a key that is nobody's."""

from datetime import UTC, datetime
from typing import Any

from shared.model.seal import Seal, Statement
from shared.sealing.signing import sealed
from tests.fakes.signer import FakeSigner

MORNING = datetime(2026, 11, 20, 3, 15, tzinfo=UTC)
BLOCKS = (
    ("title", "ใบรับหนังสือทางอิเล็กทรอนิกส์"),
    ("reference", "เลขอ้างอิง", "7K4M-9XQ2-HDWA"),
    ("paragraph", "เรียน ผู้ส่งหนังสือ"),
    ("row", "ชื่อเรื่อง", "“ขอรับเงินสมทบคืน”", ""),
    ("row", "ถือว่าได้รับเมื่อ", "วันที่ 4 มกราคม 2570", "นอกเวลาทำการ"),
    ("heading", "หน่วยงานที่รับเรื่อง"),
    ("row", "หน่วยงาน", "ระยอง", ""),
    ("gap",),
    ("row", "หน่วยงาน", "ปลวกแดง", ""),
    ("heading", "เอกสารที่ได้รับ"),
    ("entry", "1", "แบบคำขอ.pdf", "ระบบอ่านข้อความได้", f"SHA-256: {'0a' * 32}"),
    ("item", "ที่ปั๊มน้ำมัน"),
    ("closing", "จึงเรียนมาเพื่อโปรดทราบ", "ขอแสดงความนับถือ", "สำนักงานประกันสังคม"),
)
"""One of every kind that the layout has a place for."""


def a_statement(**changes: Any) -> Statement:
    """A receipt of one document at two offices."""
    given = {
        "layout": 1,
        "typesetter": "typst 0",
        "check_page": "",
        "issued_at": MORNING,
        "reference": "7K4M-9XQ2-HDWA",
        "joined": False,
        "subject": "ขอรับเงินสมทบคืน",
        "entered_at": MORNING,
        "deemed_at": MORNING,
        "process": "refund/2",
        "sure": True,
        "offices": (
            {"code": "rayong", "name_th": "ระยอง", "name_en": "Rayong", "number": "58/2569"},
            {"code": "pluak_daeng", "name_th": "ปลวก", "name_en": "Pluak", "number": "9/2569"},
        ),
        "documents": (
            {
                "name": "แบบคำขอ.pdf",
                "body": False,
                "kind": "pdf",
                "size": 1024,
                "pages": 2,
                "condition": "read",
                "sha256": "0a" * 32,
            },
        ),
        "halves": (
            {"language": "th", "blocks": BLOCKS},
            {"language": "en", "blocks": (("title", "Receipt"), ("paragraph", "Dear Sir,"))},
        ),
    }
    return Statement.model_validate(given | changes)


def a_seal(**changes: Any) -> Seal:
    """The same, sealed."""
    return sealed(a_statement(**changes), FakeSigner())
