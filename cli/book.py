"""``saraban register``: an office's receiving register of a year (ทะเบียนหนังสือรับ)."""

import argparse

from rich.markup import escape

from cli.place import here, office
from cli.tables import console, table
from cli.thai import moment
from cli.trouble import Trouble
from shared.thai.calendar import BUDDHIST_ERA

FIRST_YEAR = 2400
"""A smaller number is surely a year of the common era."""


def run(asked: argparse.Namespace) -> int:
    """Show the register's lines by number."""
    if asked.year < FIRST_YEAR:
        raise Trouble(f"The year is a Buddhist year: {asked.year + BUDDHIST_ERA}?")
    desk = office(asked.office)
    entries = here(asked.town).register.work.register(desk.code, asked.year)
    shown = table(
        "เลขรับ No.",
        "รับเมื่อ Received",
        "เลขอ้างอิง Reference",
        "จาก From",
        "เรื่อง Subject",
        title=f"ทะเบียนหนังสือรับ {asked.year}  {desk.name_th}",
    )
    for entry in entries:
        shown.add_row(
            str(entry.number),
            moment(entry.received_at),
            entry.reference,
            escape(entry.sender),
            escape(entry.subject),
        )
    console().print(shown if entries else f"ไม่มีรายการ  Empty: {desk.name_th} {asked.year}")
    return 0
