"""``saraban queue``: what an office still has to do."""

import argparse

from rich.markup import escape

from cli.place import here, office
from cli.tables import console, table
from cli.thai import STATES, URGENCIES, day, moment


def run(asked: argparse.Namespace) -> int:
    """Show an office's unfinished work, the most urgent first."""
    register, desk = here(asked.town).register, office(asked.office)
    items = register.work.queue(desk.code)
    shown = table(
        "ความเร็ว Urgency",
        "กำหนด Due",
        "เลขรับ No.",
        "เลขอ้างอิง Reference",
        "สถานะ State",
        "รับเมื่อ Opened",
        "เรื่อง Subject",
        title=f"{desk.name_th}  {desk.name_en}",
    )
    for item in items:
        letter = register.letters.get(item.submission_id)
        shown.add_row(
            URGENCIES[item.urgency],
            day(item.due_on),
            str(item.number),
            item.reference,
            STATES[item.state],
            moment(item.opened_at),
            escape(letter.subject if letter else ""),
        )
    console().print(shown if items else f"ไม่มีงานค้าง  Nothing to do: {desk.name_th}")
    return 0
