"""``saraban arrivals``: everything that came in on a day, and how it ended."""

import argparse
from datetime import datetime

from rich.markup import escape

from cli.days import day_of
from cli.place import here
from cli.tables import console, keep_whole, table
from cli.thai import OUTCOMES, day, moment, receipt
from shared.model.letter import ArrivalRecord
from shared.ports.register import Register
from shared.thai.calendar import BANGKOK


def run(asked: argparse.Namespace) -> int:
    """Show the ledger of arrivals of one day, Thai time; today's without a day."""
    on = day_of(asked.day) if asked.day else datetime.now(BANGKOK).date()
    register = here(asked.town).register
    lines = register.arrivals.on(on)
    shown = table(
        "รับเมื่อ Received",
        "ผล Outcome",
        "เหตุ Reason",
        "เลขอ้างอิง Reference",
        "แจ้งผู้ส่ง Receipt",
        "ที่เก็บ Object",
        title=f"หนังสือเข้า {day(on)}",
    )
    for line in lines:
        shown.add_row(*map(escape, _row(line, register)))
    keep_whole(shown, "รับเมื่อ Received", "เลขอ้างอิง Reference")
    console().print(shown if lines else f"ไม่มีหนังสือเข้า  Nothing came in: {day(on)}")
    return 0


def _row(line: ArrivalRecord, register: Register) -> tuple[str, ...]:
    arrival = line.arrival
    letter = register.letters.get(line.submission_id) if line.submission_id else None
    return (
        moment(arrival.received_at),
        OUTCOMES[line.outcome],
        ": ".join(filter(None, (line.reason, line.detail))) or "-",
        letter.reference if letter else "-",
        receipt(register.receipts.get(arrival.id)),
        f"{arrival.bucket}/{arrival.key}",
    )
