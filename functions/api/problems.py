"""What is wrong with a request, as RFC 9457 writes it: named, and with what to do about it.

``type`` is a tag URI (RFC 4151): a stable name that leads nowhere.
"""

import json
from collections.abc import Sequence
from typing import NamedTuple

from aws_lambda_powertools.event_handler import Response
from pydantic import Field

from shared.model.fact import Fact
from shared.site.trying import SPAN

KIND = "application/problem+json"
_TYPE = "tag:sso.go.th,2026:saraban/"
SAFETY = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Strict-Transport-Security": "max-age=63072000",
    "X-Content-Type-Options": "nosniff",
}
"""The headers of every answer."""


class Fault(Fact):
    """One thing to put right."""

    at: str = Field(description="A JSON pointer into the body, or the name of a header.")
    name: str
    detail: str


class Problem(Fact):
    """An answer to a request that was not done (RFC 9457)."""

    type: str = Field(examples=[f"{_TYPE}not_here"])
    title: str
    status: int
    detail: str = Field(description="What to do.")
    detail_th: str
    faults: tuple[Fault, ...] = ()


class Said(NamedTuple):
    """A kind of problem: its status, what it is, and what to do, in English and Thai."""

    status: int
    title: str
    detail: str
    detail_th: str


PROBLEMS = {
    "invalid": Said(
        422,
        "The request is not as the document describes it",
        "Put right what `faults` names, and send it again.",
        "โปรดแก้ไขตามรายการใน faults แล้วส่งใหม่อีกครั้ง",
    ),
    "prescribed_elsewhere": Said(
        422,
        "The announcement prescribes another channel for this process",
        "File it by that channel; or send it again with `anyway`: true.",
        "โปรดยื่นทางช่องทางที่ประกาศกำหนด หรือส่งใหม่โดยระบุ anyway เป็น true",
    ),
    "key_used": Said(
        422,
        "Another letter was begun with this Idempotency-Key",
        "Take a new key for a new letter; to repeat a request, repeat it unchanged.",
        "โปรดใช้ Idempotency-Key ใหม่สำหรับเรื่องใหม่ หากต้องการส่งซ้ำ โปรดส่งข้อมูลเดิมทุกประการ",
    ),
    "files_missing": Said(
        409,
        "Files are missing or not whole",
        "Put the files that `faults` names with their tickets, and close again.",
        "โปรดส่งไฟล์ตามรายการใน faults ให้ครบ แล้วปิดการนำส่งอีกครั้ง",
    ),
    "not_registered": Said(
        409,
        "The letter has no reference yet",
        "Ask for the letter until its `progress` is `registered`, and then again for this.",
        "เรื่องนี้ยังไม่มีเลขอ้างอิง โปรดรอจนกว่า progress เป็น registered แล้วลองใหม่",
    ),
    "no_receipt": Said(
        409,
        "There is no receipt yet",
        "Ask for the letter until its `receipt` is true; one that is not registered gets none.",
        "ยังไม่มีใบรับหนังสือ โปรดรอจนกว่า receipt เป็น true เรื่องที่ไม่ได้ลงทะเบียนรับจะไม่มีใบรับหนังสือ",
    ),
    "too_large": Said(
        413,
        "The request is too large",
        "Put files with their tickets, not into requests.",
        "โปรดส่งไฟล์ด้วยสิทธิที่ได้รับ (tickets) ไม่ใช่ในคำขอ",
    ),
    "scope_missing": Said(
        403,
        "The token does not allow this",
        "Ask for a token with the scope that `faults` names.",
        "โปรดขอโทเค็นที่มีสิทธิตามที่ระบุใน faults",
    ),
    "not_here": Said(
        404,
        "There is nothing here that this agency may know of",
        "Check the address and the letter's id; ids are good only for the agency that has them.",
        "โปรดตรวจสอบที่อยู่และรหัสของเรื่อง รหัสใช้ได้เฉพาะหน่วยงานที่เป็นผู้ส่ง",
    ),
    "too_often": Said(
        429,
        "Too many requests",
        "Wait as long as Retry-After says.",
        "มีการเรียกใช้ถี่เกินไป โปรดรอตามเวลาที่ระบุใน Retry-After",
    ),
    "busy": Said(
        503, "The system is busy", "Repeat the request in a moment.", "ระบบไม่ว่าง โปรดลองใหม่ในอีกสักครู่"
    ),
    "broken": Said(
        500,
        "Something went wrong here",
        "The operators have been told. Repeat the request later; nothing is done twice.",
        "เกิดข้อผิดพลาดในระบบ ระบบแจ้งผู้ดูแลแล้ว โปรดลองใหม่ภายหลัง การส่งซ้ำจะไม่ทำให้ลงทะเบียนซ้ำ",
    ),
}


def problem(name: str, faults: Sequence[tuple[str, str, str]] = ()) -> Response[str]:
    """The answer of this name; ``faults`` are place, name and words of what to put right."""
    said = PROBLEMS[name]
    found = Problem(
        type=_TYPE + name,
        title=said.title,
        status=said.status,
        detail=said.detail,
        detail_th=said.detail_th,
        faults=tuple(Fault(at=at, name=what, detail=words) for at, what, words in faults),
    )
    late = said.status == PROBLEMS["too_often"].status
    wait = {"Retry-After": str(int(SPAN.total_seconds()))} if late else {}
    return Response(
        status_code=said.status,
        content_type=KIND,
        body=json.dumps(found.model_dump(mode="json"), ensure_ascii=False),
        headers={**SAFETY, **wait},
    )
