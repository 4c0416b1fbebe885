"""What a hospital's request for a user name fails in, by the rules of its own form.

The form is the "แบบขอใช้บริการระบบตรวจสอบการใช้สิทธิรักษาพยาบาล" that came with the SSO's letter
รง 0626/15885 of 5 December 2560; its rules are its item 6 and its notes (หมายเหตุ). What
fails is shown to the clerk; nothing is refused for it, for a machine may read badly: each
finding says what was not recognised, not that it is not there.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from shared.classification.passages import Passage, Place
from shared.model.fact import Fact
from shared.model.submission import ReadLetter, Role

_FORM = "แบบขอใช้บริการระบบตรวจสอบการใช้สิทธิรักษาพยาบาล (หนังสือ ที่ รง 0626/15885 ลงวันที่ 5 ธันวาคม 2560)"
_PDF = "pdf"
_SIGNED = re.compile(r"(?:ลงชือ|ลงนาม|ขอแสดงความนับถือ).{0,120}?(?:ผูอานวยกา|ผอ\.)", re.DOTALL)
_YAHOO = re.compile(r"@ ?yahoo ?\. ?co(?:m|\. ?th)(?![a-z])")
_NOTES = re.compile(r"หมายเหต|สงหนังสือลงนามผูอานวยการสถานพยาบาลหลัก|กรณีสถานพยาบาลเครือขายใหขอ")
_BLANK = r"[ .…_:-]*"
_NAMED = re.compile(rf"ชือสถานพยาบาลเครือขาย{_BLANK}(?!จังหวัด|รหัส|\d|วัตถุ)[ก-ฮเแโใไa-z]")
_IS_NETWORK = re.compile(
    r"(?:เปน|ในฐานะ)(?:สถานพยาบาล|โรงพยาบาล|คลินิก|รพ\.?)เครือขาย|network (?:hospital|clinic)"
)
_THROUGH = re.compile(
    r"ขอแสดงความนับถือ|main contractor|(?:ในฐานะ|เปน|ผาน)(?:สถานพยาบาล|โรงพยาบาล|รพ\.?)หลัก"
)


class Failing(Fact):
    """One rule of the form that a request seems not to keep."""

    name: str
    source: str
    th: str
    en: str


_FAILINGS = (
    Failing(
        name="not_a_pdf",
        source=f"{_FORM} หมายเหตุ 1",
        th="ไม่พบไฟล์ PDF (แบบและหนังสือต้องสแกนเป็นไฟล์นามสกุล .pdf)",
        en="No PDF file was found (form and letter are to be scanned as .pdf).",
    ),
    Failing(
        name="no_directors_signature",
        source=f"{_FORM} หมายเหตุ 1",
        th="ระบบไม่พบหน้าลงนามของผู้อำนวยการสถานพยาบาลในเอกสารแนบ โปรดตรวจสอบ",
        en="No page with the director's signature was recognised in the attachments; please check.",
    ),
    Failing(
        name="yahoo_address",
        source=f"{_FORM} ข้อ 6",
        th="ใช้ที่อยู่อีเมลของ Yahoo ซึ่งแบบไม่อนุญาต (Yahoo.com หรือ Yahoo.co.th)",
        en="A Yahoo address is used, which the form does not allow (Yahoo.com, Yahoo.co.th).",
    ),
    Failing(
        name="not_through_main_contractor",
        source=f"{_FORM} หมายเหตุ 4",
        th="เป็นคำขอของสถานพยาบาลเครือข่าย แต่ระบบไม่พบหนังสือของสถานพยาบาลหลัก (Main contractor)",
        en="A network hospital asks, but no letter of its main contractor was recognised.",
    ),
)
FAILINGS: Mapping[str, Failing] = MappingProxyType({f.name: f for f in _FAILINGS})
"""Every finding by its name, in the order of the form's notes."""


def failings(letter: ReadLetter, passages: Sequence[Passage]) -> tuple[str, ...]:
    """The names of what a hospital user request fails in; ``passages`` are the letter's."""
    documents = letter.submission.documents
    attached = {d.number for d in documents if d.role is Role.ATTACHMENT}
    said = {passage.document: "" for passage in passages}
    for passage in passages:
        if passage.place is not Place.QUOTED:
            said[passage.document] += passage.folded.text
    own = {number: _NOTES.split(text, maxsplit=1)[0] for number, text in said.items()}
    enclosed = [own[number] for number in attached & own.keys()]
    sender = letter.submission.sender
    texts = [*own.values(), sender.address.lower() if sender else ""]
    holds = {
        "not_a_pdf": not any(d.kind == _PDF for d in documents if d.number in attached),
        "no_directors_signature": not any(map(_SIGNED.search, enclosed)),
        "yahoo_address": any(map(_YAHOO.search, texts)),
        "not_through_main_contractor": _is_network(texts) and not any(map(_THROUGH.search, texts)),
    }
    return tuple(_names(holds))


def _names(holds: Mapping[str, bool]) -> Iterator[str]:
    return (name for name in FAILINGS if holds[name])


def _is_network(texts: Sequence[str]) -> bool:
    return any(_NAMED.search(text) or _IS_NETWORK.search(text) for text in texts)
