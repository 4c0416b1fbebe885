"""``saraban remind``: the daily look at letters that wait for their senders' documents, now."""

import argparse
from datetime import UTC, datetime

from cli.place import here
from cli.tables import console, table
from functions.daily.remind import Reminding, remind
from shared.aws.queues import SqsQueue
from shared.directory import offices


def run(asked: argparse.Namespace) -> int:
    """Ask for each reminder that is due; nobody is reminded twice of the same day."""
    place = here(asked.town)
    to = Reminding(
        register=place.register,
        notify=SqsQueue(place.session.client("sqs"), place.name("NotifyQueueUrl")),
        offices=tuple(office.code for office in offices.load().offices),
        days=asked.days,
    )
    found = remind(datetime.now(UTC), to)
    shown = table("เรื่องที่รอเอกสารเพิ่มเติม Letters that wait for documents", "จำนวน Number")
    shown.columns[1].justify = "right"
    shown.add_row("ใกล้ครบกำหนด แจ้งเตือนผู้ส่ง  last day near, sender reminded", str(found.near))
    shown.add_row("ครบกำหนดแล้ว ยังไม่ได้รับเอกสาร  last day past, shown to the office", str(found.late))
    console().print(shown)
    return 0
