"""``saraban status``: one letter, as the register has it."""

import argparse

from rich.markup import escape
from rich.table import Table

from cli.place import here, letter_of
from cli.tables import console, table
from cli.thai import (
    STATES,
    URGENCIES,
    confidence,
    day,
    decided,
    finding,
    moment,
    office_name,
    process_name,
    receipt,
)
from shared.model.letter import LetterRecord
from shared.model.official import Urgency
from shared.model.submission import Role
from shared.ports.register import Register


def run(asked: argparse.Namespace) -> int:
    """Show what was understood, whose desk has it, and what the sender was told."""
    register = here(asked.town).register
    letter = letter_of(asked.reference, register)
    screen = console()
    screen.print(_letter(letter, register))
    screen.print(_desks(letter, register))
    return 0


def _letter(letter: LetterRecord, register: Register) -> Table:
    best = letter.classification.best.process
    enclosed = [part.name for part in letter.parts if part.role is Role.ATTACHMENT]
    shown = table("", "", title=letter.reference)
    shown.show_header = False
    lines = {
        "เรื่อง Subject": letter.subject,
        "รับเมื่อ Received": moment(letter.received_at),
        "กระบวนงาน Process": f"{process_name(best)} [{best}] {confidence(letter.classification)}",
        "ตัดสินโดย Decided by": decided(letter.routing),
        "เอกสาร Documents": ", ".join(enclosed) or "-",
        "แจ้งผู้ส่ง Receipt": receipt(register.receipts.get(letter.arrival_id)),
        "ส่งเพิ่มเติม Replies": str(len(register.letters.replies(letter.submission_id))),
    }
    if letter.urgency is not Urgency.NONE:
        lines["ชั้นความเร็ว Urgency"] = URGENCIES[letter.urgency]
    lines |= {f"โปรดตรวจ To check {n}": finding(f) for n, f in enumerate(letter.findings, start=1)}
    for name, value in lines.items():
        shown.add_row(name, escape(value))
    return shown


def _desks(letter: LetterRecord, register: Register) -> Table:
    shown = table("หน่วยงาน Office", "เลขรับ No.", "สถานะ State", "กำหนด Due", "ผู้รับผิดชอบ Clerk")
    for item in register.work.of(letter.submission_id):
        shown.add_row(
            office_name(item.office),
            str(item.number),
            STATES[item.state],
            day(item.due_on),
            escape(item.clerk or "-"),
        )
    return shown
