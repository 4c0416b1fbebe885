"""Facts in the words of the desk, Thai first, for the tables."""

from datetime import date, datetime

from shared.correspondence.hospital import FAILINGS
from shared.directory import offices, processes
from shared.errors import UnknownOffice
from shared.model.classification import Classification
from shared.model.fact import OfficeCode, ProcessId
from shared.model.letter import Outcome
from shared.model.official import Urgency
from shared.model.receipt import Receipt, Sending
from shared.model.routing import Decision, Routing
from shared.model.work import State
from shared.thai.calendar import BANGKOK, BUDDHIST_ERA

_SURE = 0.99
OUTCOMES = {
    Outcome.TAKEN_IN: "กำลังดำเนินการ",
    Outcome.WORK_ITEM: "ลงทะเบียนรับแล้ว",
    Outcome.JOINED_THREAD: "รวมกับเรื่องเดิม",
    Outcome.DUPLICATE: "ซ้ำกับที่รับไว้แล้ว",
    Outcome.QUARANTINED: "กักไว้ตรวจสอบ",
    Outcome.REFUSED: "ไม่รับ",
}
STATES = {
    State.OPEN: "รอดำเนินการ",
    State.CLAIMED: "กำลังดำเนินการ",
    State.WAITING: "รอเอกสารเพิ่มเติม",
    State.FINISHED: "ยุติเรื่อง",
    State.PASSED: "ส่งต่อหน่วยงานอื่น",
    State.SPAM: "จดหมายขยะ",
}
URGENCIES = {
    Urgency.MOST: "ด่วนที่สุด",
    Urgency.VERY: "ด่วนมาก",
    Urgency.URGENT: "ด่วน",
    Urgency.NONE: "-",
}
SENDINGS = {
    Sending.STARTED: "กำลังส่ง",
    Sending.SENT: "ส่งแล้ว",
    Sending.WITHHELD: "ไม่ได้ส่ง",
    Sending.IMPOSSIBLE: "ส่งไม่ได้",
    Sending.UNDELIVERED: "ส่งไม่ถึงผู้รับ",
}


_CHAPTERS = {
    "การขอรับประโยชน์ทดแทนของกองทุนประกันสังคม": "ประโยชน์ทดแทน",
    "การขอรับเงินทดแทนของกองทุนเงินทดแทน": "เงินทดแทน",
}
"""Beginnings that many names share, and what is left of them where room is short."""


def process_short(process: ProcessId) -> str:
    """A process's Thai name with a shorter beginning."""
    name = process_name(process)
    for long, short in _CHAPTERS.items():
        name = name.replace(long, short)
    return name


def process_name(process: ProcessId) -> str:
    """A process's Thai name."""
    known = processes.load()
    return known[process].name_th if process in known else process


def office_name(code: OfficeCode) -> str:
    """An office's Thai name without the words that are in all their names."""
    try:
        name = offices.load().by_code(code).name_th
    except UnknownOffice:
        return code
    return name.replace("สำนักงานประกันสังคม", "").strip() or name


def confidence(classification: Classification) -> str:
    """How sure, and whether that stands without a person."""
    return f"{share(classification.best.confidence)}{'' if classification.sure else ' ?'}"


def share(confidence: float) -> str:
    """In per cent; never all or nothing: an estimate is not a fact."""
    if confidence > _SURE:
        return ">99%"
    return "<1%" if confidence < 1 - _SURE else f"{confidence:.0%}"


def decided(routing: Routing) -> str:
    """Which rule decided about the office."""
    triage = " (สารบรรณกลางพิจารณา)" if routing.decision is Decision.TRIAGE else ""
    return f"{routing.rule}{triage}"


def moment(at: datetime) -> str:
    """Day and time as a register has them: 22/11/2569 09.05."""
    local = at.astimezone(BANGKOK)
    return f"{day(local.date())} {local:%H.%M}"


def day(on: date) -> str:
    """A day as a register has it: 22/11/2569."""
    return f"{on:%d/%m}/{on.year + BUDDHIST_ERA}"


def finding(name: str) -> str:
    """What a request fails in, with the rule that says so."""
    known = FAILINGS.get(name)
    return f"{known.th}  {known.en}  [{known.source}]" if known else name


def receipt(found: Receipt | None) -> str:
    """What became of the answer to the sender."""
    if found is None:
        return "-"
    why = f" ({found.reason})" if found.reason else ""
    return f"{SENDINGS[found.sending]}{why}"
