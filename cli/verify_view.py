"""What was signed, in words that a person compares with the paper."""

from collections.abc import Iterator
from datetime import datetime

from shared.directory import offices
from shared.errors import UnknownOffice
from shared.model.fact import OfficeCode
from shared.model.seal import Statement
from shared.sealing.code import Summary
from shared.thai.calendar import thai_date, thai_time


def code_said(summary: Summary) -> str:
    """What a code says by itself."""
    return _lines(
        ("เลขอ้างอิง Reference", summary.reference),
        *(("เลขทะเบียนรับ Number", f"{n} {_name(office)}") for office, n in summary.numbers),
        ("เข้าสู่ระบบเมื่อ Entered", _moment(summary.entered_at)),
        ("ถือว่าได้รับเมื่อ Deemed received", _moment(summary.deemed_at)),
    )


def statement_said(statement: Statement) -> str:
    """What a whole receipt says."""
    return _lines(*_facts(statement))


def _facts(said: Statement) -> Iterator[tuple[str, str]]:
    yield "เลขอ้างอิง Reference", said.reference
    yield "ชื่อเรื่อง Subject", said.subject or "-"
    for office in said.offices:
        yield "เลขทะเบียนรับ Number", f"{office.number} {office.name_th} ({office.name_en})"
    yield "เข้าสู่ระบบเมื่อ Entered", _moment(said.entered_at)
    yield "ถือว่าได้รับเมื่อ Deemed received", _moment(said.deemed_at)
    yield "ออกให้เมื่อ Issued", _moment(said.issued_at)
    for place, document in enumerate(said.documents, start=1):
        name = "ข้อความในอีเมล (text of the e-mail)" if document.body else document.name or "-"
        yield f"เอกสาร Document {place}", f"{name}, {document.kind}, {document.size} bytes"
        yield "  SHA-256", document.sha256 or "-"


def _lines(*lines: tuple[str, str]) -> str:
    return "".join(f"  {label}: {value}\n" for label, value in lines)


def _moment(moment: datetime) -> str:
    return f"{thai_date(moment)} {thai_time(moment)} ({moment.isoformat()})"


def _name(code: OfficeCode) -> str:
    try:
        return offices.load().by_code(code).name_th
    except UnknownOffice:
        return str(code)
