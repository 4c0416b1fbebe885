"""Recognise the official letter in what somebody sent, by its form (หนังสือภายนอก).

A letter is official when a line ``ที่ …`` carries an agency's number and เรื่อง or เรียน
stand below it; or, where the number was lost, when เรื่อง, เรียน, ขอแสดงความนับถือ and an
agency's letterhead are all there; or when it is marked secret by a line of its own above
เรื่อง and เรียน: whoever marks a letter so is taken at his word. Citizens write เรื่อง and
เรียน too, and ด่วน, and keep things as a ความลับ: none of that is the form.

A mail that only brings such a letter names it: ``ขอส่งหนังสือ ด่วนมาก ที่ รง 0505/ว 318``.
What stands in the mail is believed before what a scan was read as.
"""

from collections.abc import Iterator, Sequence

from shared.classification.passages import Passage, Place
from shared.correspondence.fields import read_form
from shared.correspondence.lines import Line, documents, lines
from shared.correspondence.marks import ANSWERS, DATE, MENTIONED, NUMBERED, day_of, is_agencys
from shared.correspondence.stamps import stamps_in
from shared.model.official import OfficialLetter, SaidDate, SaidSecrecy

_DATED = 30
"""The most folded letters between a number that is mentioned and its date: ลงวันที่."""
_MENTION_IN = frozenset({Place.SUBJECT, Place.OWN, Place.FORWARDED})


def official_letter(passages: Sequence[Passage]) -> OfficialLetter | None:
    """The official letter among a submission's documents, or None.

    Of several, the first that is meant for us; a mark of secrecy on any of them counts.
    """
    found = [form for written in documents(passages).values() if (form := read_form(written))]
    mentioned = next(_mentions(passages), None)
    marked = [form.secrecy for form in (*found, mentioned) if form and form.secrecy]
    chosen = next((form for form in found if form.to_us), found[0] if found else mentioned)
    if chosen is None:
        return None
    changes: dict[str, object] = {
        "secrecy": min(marked, key=lambda mark: mark.level.rank) if marked else None
    }
    if mentioned and chosen.to_us:
        changes |= _better(chosen, mentioned)
    return chosen.model_copy(update=changes)


def marked_secret(passages: Sequence[Passage]) -> SaidSecrecy | None:
    """The mark by which a submission is secret, or None."""
    found = official_letter(passages)
    return found.secrecy if found else None


def _better(form: OfficialLetter, mentioned: OfficialLetter) -> dict[str, object]:
    """What the mail says of the letter that it brings, where the letter was only scanned."""
    said: dict[str, object] = {"urgency": form.urgency or mentioned.urgency}
    if form.number is None or form.number.scanned:
        said |= {"number": mentioned.number, "date": mentioned.date or form.date}
    return said


def _mentions(passages: Sequence[Passage]) -> Iterator[OfficialLetter]:
    for passage in passages:
        if passage.place in _MENTION_IN:
            whole = Line(passage, 0, passage.folded.text)
            yield from _mentioned(whole)
            if passage.place is Place.SUBJECT:
                yield from _as_subject(next(lines(passage)))


def _mentioned(whole: Line) -> Iterator[OfficialLetter]:
    for found in MENTIONED.finditer(whole.text):
        if is_agencys(found) and not ANSWERS.search(found["gap"]):
            dated = DATE.search(whole.text, found.end(), found.end() + _DATED)
            day = day_of(dated) if dated else None
            said = whole.said(*dated.span()) if dated else None
            urgency, secrecy = stamps_in(whole, *found.span("stamps"))
            yield OfficialLetter(
                number=whole.said(*found.span("number")),
                date=SaidDate(**dict(said), day=day) if said and day else None,
                urgency=urgency,
                secrecy=secrecy,
            )


def _as_subject(line: Line) -> Iterator[OfficialLetter]:
    """A mail's subject that is the letter's own number: ``ด่วนที่สุด ที่ รง 0601/12``."""
    found = NUMBERED.match(line.text)
    if found and is_agencys(found):
        urgency, secrecy = stamps_in(line, *found.span("stamps"))
        number = line.said(*found.span("number"))
        yield OfficialLetter(number=number, urgency=urgency, secrecy=secrecy)
