"""``saraban hold``: nothing of this letter may be erased, until the hold is ended."""

import argparse
from datetime import UTC, datetime

from cli.place import here
from cli.records.belongings import belongings
from cli.records.orders import note, order_of, who
from cli.tables import console
from cli.trouble import Trouble
from shared.aws.holds import DynamoHolds
from shared.model.event import Did
from shared.model.hold import Hold


def run(asked: argparse.Namespace) -> int:
    """Lay a hold on a letter, or end it; both by an order that stands in its history."""
    order = order_of(asked.order)
    things = belongings(asked.reference, here(asked.town))
    name = things.record.submission_id
    holds = DynamoHolds(things.place.table("RegisterTable"))
    if asked.end:
        if holds.of(name) is None:
            raise Trouble(f"{things.record.reference} is not held.")
        note(Did.HOLD_ENDED, order, things)
        holds.end(name)
        console().print("ยกเลิกการระงับการลบข้อมูลแล้ว  The hold has ended.")
        return 0
    hold = Hold(submission_id=name, order=order, who=who(things.place), at=datetime.now(UTC))
    if not holds.lay(hold):
        raise Trouble(f"{things.record.reference} is held already.")
    note(Did.HELD, order, things)
    console().print("ระงับการลบข้อมูลแล้ว  Nothing of this letter can be erased now.")
    return 0
