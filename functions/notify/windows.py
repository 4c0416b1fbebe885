"""The deadlines and windows that help this sender, in words. Pure.

Only what follows from the day on which the letter was received and from what it surely is;
where a deadline runs from a day that we do not know (the first day at work, moving house),
the day is given from which on this letter was in time.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from functions.notify.facts import TwoTongues
from shared.deadlines.counting import earliest_event
from shared.deadlines.employers import CHANGES_FORM, LEAVERS_FORM, REGISTRATION, report_by
from shared.deadlines.hospital import AFTER_MOVING, counts_from, in_yearly_window, yearly_window
from shared.deadlines.insured import SECTION_39
from shared.model.fact import ProcessId
from shared.model.letter import Part
from shared.office_hours import deemed_received
from shared.thai.calendar import english_day, thai_day, thai_month

Lines = tuple[TwoTongues, ...]


def windows_for(process: ProcessId | None, parts: Sequence[Part], entered: datetime) -> Lines:
    """What to say; ``process`` is None unless it is sure."""
    rule = _RULES.get(process) if process else None
    told = rule(entered) if rule else ()
    return (*told, *_forms(process, parts, deemed_received(entered).date()))


def _registration(entered: datetime) -> Lines:
    received = deemed_received(entered).date()
    since = earliest_event(received, REGISTRATION)
    return (
        TwoTongues(
            th="การขึ้นทะเบียนนายจ้างและลูกจ้าง: ภายใน 30 วันนับแต่มีลูกจ้าง 1 คนขึ้นไป"
            " และนับแต่วันที่ลูกจ้างใหม่แต่ละคนเข้าทำงาน"
            f" แบบที่ยื่นในวันที่ {thai_day(received)} อยู่ภายในกำหนด"
            f"สำหรับลูกจ้างที่เข้าทำงานตั้งแต่วันที่ {thai_day(since)} เป็นต้นมา",
            en="Registration of employers and employees: within 30 days of the first employee, "
            "and of each new employee’s first day at work. A form filed on "
            f"{english_day(received)} is in time for employees who began on "
            f"{english_day(since)} or later.",
        ),
    )


def _section_39(entered: datetime) -> Lines:
    received = deemed_received(entered).date()
    since = earliest_event(received, SECTION_39)
    return (
        TwoTongues(
            th="การสมัครเป็นผู้ประกันตนตามมาตรา 39: ภายใน 6 เดือนนับแต่วันที่ออกจากงาน"
            f" คำขอที่ยื่นในวันที่ {thai_day(received)} อยู่ภายในกำหนด"
            f"สำหรับผู้ที่ออกจากงานตั้งแต่วันที่ {thai_day(since)} เป็นต้นมา",
            en="Registration under section 39: within six months of leaving work. A request "
            f"filed on {english_day(received)} is in time for those who left work on "
            f"{english_day(since)} or later.",
        ),
    )


def _hospital(entered: datetime) -> Lines:
    received = deemed_received(entered).date()
    return (_yearly(received), _after_moving(received), _counts_from(entered))


def _yearly(received: date) -> TwoTongues:
    window = yearly_window(received)
    now = in_yearly_window(received)
    return TwoTongues(
        th=f"การเปลี่ยนสถานพยาบาลประจำปี: ปีละ 1 ครั้ง ระหว่างวันที่ {thai_day(window.first)} ถึงวันที่"
        f" {thai_day(window.last)} (ยื่นแบบได้ตั้งแต่วันที่ {thai_day(window.forms_from)})"
        + (" หนังสือของท่านได้รับในช่วงเวลาดังกล่าว" if now else " ขณะนี้อยู่นอกช่วงเวลาดังกล่าว"),
        en=f"Yearly change of hospital: once, from {english_day(window.first)} to "
        f"{english_day(window.last)} (forms from {english_day(window.forms_from)}). "
        + ("Your letter was received in that time." if now else "It is now outside that time."),
    )


def _after_moving(received: date) -> TwoTongues:
    since = earliest_event(received, AFTER_MOVING)
    return TwoTongues(
        th="การเปลี่ยนระหว่างปีเพราะย้ายที่พักอาศัยหรือสถานที่ประจำทำงาน: ภายใน 30 วันนับแต่วันที่ย้าย"
        f" แบบที่ยื่นในวันที่ {thai_day(received)} อยู่ภายในกำหนด"
        f"สำหรับการย้ายตั้งแต่วันที่ {thai_day(since)} เป็นต้นมา",
        en="Change during the year after moving home or place of work: within 30 days of moving. A "
        f"form filed on {english_day(received)} is in time for a move on {english_day(since)} or "
        "later.",
    )


def _counts_from(entered: datetime) -> TwoTongues:
    begins = counts_from(entered)
    received = deemed_received(entered).date()
    return TwoTongues(
        th="วันเริ่มสิทธิที่สถานพยาบาลแห่งใหม่: แบบที่รับก่อนเวลา 16.30 น. ของวันที่ 15 เริ่มวันที่ 16 ของเดือนนั้น"
        " แบบที่รับหลังจากนั้นเริ่มวันที่ 1 ของเดือนถัดไป"
        f" หากรับแบบในวันที่ {thai_day(received)} และเปลี่ยนได้ตามหลักเกณฑ์ สิทธิเริ่มวันที่ {thai_day(begins)}",
        en="From when the new hospital counts: a form received before 16.30 on the 15th, from the "
        "16th of that month; one received later, from the 1st of the next. Received on "
        f"{english_day(received)}, and if the change is allowed: from {english_day(begins)}.",
    )


def _forms(process: ProcessId | None, parts: Sequence[Part], received: date) -> Lines:
    """Monthly reports are known by the code that is printed on their form."""
    codes = {(piece.form or "").partition("/")[0] for part in parts for piece in part.pieces}
    if LEAVERS_FORM in codes:
        return (_monthly(_LEAVERS, received),)
    if CHANGES_FORM in codes or process == "change/2.1":
        return (_monthly(_CHANGES, received),)
    return ()


def _monthly(what: TwoTongues, received: date) -> TwoTongues:
    last = report_by(received)
    return TwoTongues(
        th=f"{what.th}: ภายในวันที่ 15 ของเดือนถัดจากเดือนที่มีการเปลี่ยนแปลง"
        f" การเปลี่ยนแปลงในเดือน{thai_month(received)} แจ้งภายในวันที่ {thai_day(last)}",
        en=f"{what.en}: by the 15th of the month after the change. What changed in "
        f"{received:%B %Y} is reported by {english_day(last)}.",
    )


_LEAVERS = TwoTongues(th="การแจ้งลูกจ้างออกจากงาน (สปส. 6-09)", en="Employees who leave (สปส. 6-09)")
_CHANGES = TwoTongues(
    th="การแจ้งเปลี่ยนแปลงข้อเท็จจริงของผู้ประกันตน (สปส. 6-10)",
    en="Changed particulars of insured persons (สปส. 6-10)",
)
_RULES: dict[str, Callable[[datetime], Lines]] = {
    "registration/1.1": _registration,
    "registration/1.2": _registration,
    "registration/2": _section_39,
    "hospital/1": _hospital,
}
