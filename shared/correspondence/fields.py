"""What an official letter's form says, field by field; None where it is not clearly there."""

import re
from collections.abc import Iterator, Sequence

from shared.correspondence.form import Form
from shared.correspondence.lines import Line, between
from shared.correspondence.marks import DATE, NUMBERED, Label, day_of, label_of
from shared.model.official import OfficialLetter, Said, SaidDate

MOST_REFERRED = 12
_RUNS_ON = 2
"""A subject has at most this many lines more."""
_AGENCY = re.compile(
    r"(?:สวนราชการ[ :]*)?(?P<agency>(?:กระทรวง|กรม(?!ธรรม)|สานัก|กอง(?!ทุน)|เทศบาล|องคการ|องคกร"
    r"|มหาวิทยาลัย|วิทยาลัย|บัณฑิตวิทยาลัย|คณะ|โรงเรียน|โรงพยาบาล|ศาล|ทีวาการ|ทีทาการ|จังหวัด"
    r"|อาเภอ|สถานีตารวจ|สถานีอนามัย|สถาบัน|การไฟฟา|การประปา|การรถไฟ|การทาง|การเคหะ|สภา|ศูนย"
    r"|รัฐสภา|ฝาย|ธนาคารแหงประเทศไทย).*)"
)
"""How a letterhead begins. All patterns here are folded."""
_US = re.compile(r"(?<!สถานพยาบาล)(?<!โรงพยาบาล)ประกันสังคม|สปส|เลขาธิการ$|สารบรรณ")
_SOMEBODY = re.compile(
    rf"{_AGENCY.pattern}|นาย|นาง|คุณ|บริษัท"
    r"|.*(?:อธิบดี|ปลัด|ผูวาราชการ|คณบดี|อธิการ|สถานพยาบาล|โรงพยาบาล|กรม|เทศบาล)"
)
_BEFORE_DATE = re.compile(r"(?:.*วันที|ลงวันที)?[ :.]*")
_CONTACT = re.compile(r"(?:โทร|tel|ไปรษณียอิเลกทรอนิกส|อีเมล|e-?mail|ผูประสานงาน)")
_ITEM = re.compile(r"\d{1,2}[.)] ?(?=\D)")


def read_form(lines: Sequence[Line]) -> OfficialLetter | None:
    """The document as an official letter, or None when it has not the form."""
    form = Form.of(lines)
    urgency, secrecy = form.stamps()
    agency = _agency(form)
    if not form.is_official(secrecy=secrecy is not None, agency=agency is not None):
        return None
    return OfficialLetter(
        number=_number(form),
        date=_date(form),
        subject=_value(form, Label.SUBJECT, _RUNS_ON),
        addressee=_value(form, Label.ADDRESSEE),
        agency=agency,
        urgency=urgency,
        secrecy=secrecy,
        contact=_contact(form),
        refers_to=tuple(_refers_to(form)),
        to_us=_is_to_us(form),
    )


def _number(form: Form) -> Said | None:
    if form.numbered is None:
        return None
    place, found = form.numbered
    return form.lines[place].said(*found.span("number"))


def _date(form: Form) -> SaidDate | None:
    """The day that stands by itself in the head, or at the end of the number's line."""
    for line in form.head:
        found = DATE.search(line.text)
        if found is None or found.end() < len(line.text):
            continue
        alone = _BEFORE_DATE.fullmatch(line.text, 0, found.start())
        day = day_of(found) if alone or NUMBERED.match(line.text) else None
        if day:
            return SaidDate(**dict(line.said(*found.span())), day=day)
    return None


def _agency(form: Form) -> Said | None:
    """The letterhead: beside the number, or a line of the head that begins as one."""
    if form.numbered:
        place, number = form.numbered
        beside = _AGENCY.match(form.lines[place].text, number.end())
        if beside:
            return form.lines[place].said(*beside.span("agency"))
    for line in form.head:
        found = _AGENCY.match(line.text)
        if found:
            return line.said(*found.span("agency"))
    return None


def _value(form: Form, label: Label, more: int = 0) -> Said | None:
    """What a label labels; it may run on over lines until the next label or a blank line."""
    if label not in form.labels:
        return None
    place, start = form.labels[label]
    first = last = form.lines[place]
    after = form.lines[place + 1 : place + 2 + more]
    follows = next((n for n, line in enumerate(after) if _ends(first, line)), None)
    if follows and follows <= more:
        last = after[follows - 1]
    if last is first and start >= len(first.text):
        return None
    return between(first, start, last, len(last.text))


def _ends(first: Line, line: Line) -> bool:
    return not line.text or label_of(line.text) is not None or line.passage is not first.passage


def _refers_to(form: Form) -> Iterator[Said]:
    """Each earlier letter under อ้างถึง: one a line, numbered where there are several."""
    if Label.REFERS not in form.labels:
        return
    place, start = form.labels[Label.REFERS]
    for after, line in enumerate(form.lines[place : place + MOST_REFERRED]):
        item = _ITEM.match(line.text, 0 if after else start)
        if after and (item is None or label_of(line.text)):
            return
        begins = item.end() if item else start
        if begins < len(line.text):
            yield line.said(begins)


def _contact(form: Form) -> Said | None:
    """Telephone and mail below the closing."""
    place = form.labels.get(Label.CLOSING, (len(form.lines), 0))[0]
    below = [line for line in form.lines[place:] if _CONTACT.match(line.text)]
    if not below:
        return None
    same = [line for line in below if line.passage is below[0].passage]
    return between(same[0], 0, same[-1], len(same[-1].text))


def _is_to_us(form: Form) -> bool:
    """Whether the addressee is the SSO, or at least nobody else by name."""
    if Label.ADDRESSEE not in form.labels:
        return True
    place, start = form.labels[Label.ADDRESSEE]
    greeted = form.lines[place].text[start:]
    return bool(_US.search(greeted)) or not _SOMEBODY.match(greeted)
