"""A decision as a person reads it in a terminal: the letter with its evidence marked."""

from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.text import Text

from cli.explain import Explained, changes
from cli.tables import console, table
from cli.thai import office_name, process_name, share
from shared.model.classification import Evidence
from shared.model.fact import CENTRAL
from shared.model.routing import Decision

SHOWN = 1500
"""Letters of a document that are shown; what lies further down is only listed."""
RANKED = 4
_STYLES = {"topic": "black on yellow", "office": "black on green", "place": "black on green"}
_OTHER = "black on cyan"
_WOULD_CHANGE = {
    "no evidence": "ระบุจังหวัดและอำเภอ หรือส่งถึงอีเมลของสำนักงานโดยตรง "
    "(a province and amphoe, or the office's own mailbox, would decide)",
    "area of the khet unknown": "ระบุสำนักงานประกันสังคมกรุงเทพมหานครพื้นที่ หรือส่งถึงอีเมลของพื้นที่ "
    "(the area office's number or mailbox would decide; the khet alone does not)",
    "places disagree": "ระบุว่าที่ใดเป็นที่อยู่ปัจจุบันหรือที่ตั้งสถานประกอบการ "
    "(saying which place is the present address, or the establishment, would decide)",
    "place and mailbox disagree": "ระบุอำเภอและจังหวัดของที่อยู่ให้ชัดเจน "
    "(the address with amphoe and province would outweigh the mailbox)",
}


def show(found: Explained, out: Console | None = None) -> None:
    """Print one decision."""
    out = out or console()
    submission = found.letter.submission
    parts: list[RenderableType] = [_heads(found), *_texts(found), _ranking(found), _desk(found)]
    parts += _changing(found)
    title = f"{found.id}  {submission.channel.value}"
    out.print(Panel(Group(*parts), title=Text(title), title_align="left"))


def _heads(found: Explained) -> Text:
    submission = found.letter.submission
    sender = submission.sender.address if submission.sender else "-"
    addressed = ", ".join(office_name(code) for code in submission.addressed) or "-"
    heads = Text(f"จาก (from): {printable(sender)}\nถึง (to): {addressed}\n")
    if found.refused:
        heads.append(f"ระบบจะไม่รับเรื่องนี้ (would not be taken in): {found.refused}\n", "red")
    return heads


def _texts(found: Explained) -> Iterator[Text]:
    evidence = (*found.classification.evidence, *found.routing.evidence)
    yield _marked("เรื่อง: ", found.letter.submission.subject, 0, evidence)
    pairs = zip(found.letter.submission.documents, found.letter.readings, strict=True)
    for document, reading in pairs:
        head = f"[{document.number}] {printable(document.name)}\n"
        yield _marked(head, reading.text, document.number, evidence)


def _marked(head: str, text: str, document: int, evidence: Sequence[Evidence]) -> Text:
    """The text with its evidence coloured, each piece by what it speaks for."""
    shown = Text(printable(text[:SHOWN]) + (" …" if len(text) > SHOWN else ""))
    for piece in evidence:
        if piece.document == document:
            family = piece.meaning.partition(":")[0]
            shown.stylize(_STYLES.get(family, _OTHER), piece.start, min(piece.end, SHOWN))
    return Text(head, style="bold").append_text(shown).append("\n")


def _ranking(found: Explained) -> Group:
    ranks = table("กระบวนงาน (process)", "", "ความมั่นใจ (confidence)")
    for candidate in found.classification.ranked[:RANKED]:
        name = process_name(candidate.process)
        ranks.add_row(candidate.process, name, share(candidate.confidence))
    words = table("ถ้อยคำ (words)", "หมายถึง (speak for)", "น้ำหนัก (weight)")
    for piece in found.classification.evidence:
        words.add_row(Text(printable(piece.text)), piece.meaning, f"{piece.weight:+.1f}")
    sure = "แน่ใจ (sure)" if found.classification.sure else "ให้เจ้าหน้าที่ยืนยัน (not sure)"
    return Group(ranks, Text(sure + "\n"), words)


def _desk(found: Explained) -> Text:
    routing = found.routing
    said = Text("ส่งไปที่ (goes to): ", style="bold")
    triage = routing.decision is Decision.TRIAGE
    names = [CENTRAL] if triage else routing.offices
    said.append(", ".join(f"{office_name(code)} ({code})" for code in names))
    said.append(f"\nกฎที่ใช้ (rule): {routing.rule}")
    if triage:
        said.append(" (ให้สารบรรณกลางพิจารณา: the central registry chooses)")
    if routing.suggestions:
        also = ", ".join(f"{office_name(code)} ({code})" for code in routing.suggestions)
        said.append(f"\nอาจเป็น (could also be): {also}")
    if routing.rule in _WOULD_CHANGE:
        said.append(f"\nสิ่งที่จะเปลี่ยนผล (would change it): {_WOULD_CHANGE[routing.rule]}")
    return said


def _changing(found: Explained) -> Iterator[RenderableType]:
    """Without which words, or mailbox, it would be decided otherwise."""
    lines = table("หากไม่มี (without)", "กระบวนงาน (process)", "ส่งไปที่ (goes to)")
    for without in changes(found):
        words = " + ".join(printable(each) for each in without.words)
        sure = "" if without.sure else " ?"
        lines.add_row(
            Text(words or "อีเมลของสำนักงานที่ระบุถึง (the mailbox addressed)"),
            f"{without.process}{sure}",
            ", ".join(map(office_name, without.offices)) or office_name(CENTRAL),
        )
    yield Text("\nสิ่งที่ทำให้ผลเปลี่ยนไป (what would change the decision)", style="bold")
    never = "ไม่มีถ้อยคำใดที่ทำให้ผลเปลี่ยนไป (nothing that counted would change it)"
    yield lines if lines.row_count else Text(never)


def printable(text: str) -> str:
    """The text with its control signs replaced one by one: a letter does not steer a terminal."""
    return "".join(
        c if c.isprintable() or c in "\n\t" else "\N{REPLACEMENT CHARACTER}" for c in text
    )
