"""``saraban reconcile``: does everything that came in have exactly one end?

Told by ids alone: what it prints can go into a ticket.
"""

import argparse
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from rich.table import Table

from cli.days import day_of
from cli.place import Place, here
from cli.tables import console, keep_whole, table
from cli.thai import OUTCOMES, day, moment
from functions.daily.differences import Difference, Kind, Reconciled
from functions.daily.reconcile import Books, days_back, reconcile
from functions.daily.redrive import Redrive, redrive
from functions.desk.words import CHANNELS
from shared.aws.buckets import S3RawStore
from shared.aws.queues import SqsQueue
from shared.directory import offices
from shared.model.letter import Outcome

DAYS = 3
"""As the schedule looks back, unless the deployment says otherwise."""
WIDEST_TITLE = 64
KINDS: Mapping[Kind, str] = {
    Kind.NO_ARRIVAL: "จัดเก็บแล้ว แต่ไม่ปรากฏในบัญชีหนังสือเข้า  stored, never announced",
    Kind.STUCK: "ค้างอยู่ระหว่างดำเนินการ  taken in, not ended",
    Kind.NO_LETTER: "ไม่พบเรื่องในทะเบียน  its letter is not in the register",
    Kind.NO_WORK_ITEM: "ไม่พบงานที่หน่วยงาน  no office has its work",
    Kind.NOT_JOINED: "ไม่พบในเรื่องเดิม  not among the letter's replies",
    Kind.NO_RECEIPT: "ไม่มีใบรับหนังสือหรือเหตุที่ไม่แจ้ง  neither receipt nor reason",
    Kind.UNFINISHED_RECEIPT: "การแจ้งผู้ส่งไม่เสร็จสิ้น  receipt begun, not sent",
    Kind.NO_REASON: "ไม่มีเหตุที่ไม่รับหรือกักไว้  refused or held without a reason",
}
ENGLISH: Mapping[Outcome, str] = {
    Outcome.TAKEN_IN: "on its way",
    Outcome.WORK_ITEM: "registered",
    Outcome.JOINED_THREAD: "joined an earlier letter",
    Outcome.DUPLICATE: "duplicate",
    Outcome.QUARANTINED: "quarantined",
    Outcome.REFUSED: "refused",
}


def run(asked: argparse.Namespace) -> int:
    """Print what was compared and every difference; 1 when there is one."""
    now = datetime.now(UTC)
    days = (day_of(asked.day),) if asked.day else days_back(now, DAYS)
    place = here(asked.town)
    raw = S3RawStore(place.session.client("s3"))
    books = Books(raw=raw, register=place.register, buckets=place.arriving)
    found = reconcile(days, now - timedelta(minutes=asked.minutes), books)
    console().print(_summary(days, found))
    console().print(_differences(found.differences) if found.differences else _none())
    if asked.redrive:
        _redrive(found, place, raw)
    return 1 if found.differences else 0


def _redrive(found: Reconciled, place: Place, raw: S3RawStore) -> None:
    queue = SqsQueue(place.session.client("sqs"), place.name("MailQueueUrl"))
    to = Redrive(raw=raw, intake=queue, mailboxes=offices.load().mailboxes)
    sent = sum(redrive(difference, to) for difference in found.differences)
    console().print(f"ส่งเข้ากระบวนการรับใหม่ {sent} รายการ  Put into intake's queue again: {sent}")


def _summary(days: Sequence[date], found: Reconciled) -> Table:
    span = day(days[0]) if len(days) == 1 else f"{day(days[0])} - {day(days[-1])}"
    made = table("รายการ Item", "จำนวน Number", title=f"กระทบยอดหนังสือเข้า  Reconciled {span}")
    made.columns[1].justify, made.min_width = "right", WIDEST_TITLE
    made.add_row("ข้อมูลที่เก็บไว้ในระบบ  objects stored", str(found.objects))
    for outcome in Outcome:
        if number := found.ended.get(outcome):
            made.add_row(f"{OUTCOMES[outcome]}  {ENGLISH[outcome]}", str(number))
    made.add_row("ผลต่าง  differences", str(len(found.differences)), style="bold")
    return made


def _differences(found: Sequence[Difference]) -> Table:
    columns = "เมื่อ At", "รหัสรับเข้า Arrival", "ช่องทาง Channel", "รหัสเรื่อง Letter", "ผลต่าง Difference"
    made = table(*columns)
    for one in found:
        arrival, channel = one.arrival, CHANNELS[one.arrival.channel]
        made.add_row(
            moment(arrival.received_at),
            arrival.id,
            f"{channel.th}  {channel.en}",
            one.submission_id or "-",
            KINDS[one.kind],
        )
    keep_whole(made, *columns[:4])
    return made


def _none() -> str:
    return "ยอดตรงกันทุกรายการ  Everything that came in has its end."
