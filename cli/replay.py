"""``saraban replay``: what no station could deal with, why, and back to its queue with it.

Told by ids alone: what it prints can go into a ticket.
"""

import argparse
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from cli.place import Place, here
from cli.tables import console, keep_whole, table
from cli.thai import moment
from cli.trouble import Trouble
from functions.desk.troubles import QUEUES, trouble
from shared.aws.dead_letters import MOST_SEEN, Lane, SqsDeadLetters
from shared.model.dead_letter import DeadLetter
from shared.model.event import Did, Event
from shared.model.fact import CENTRAL, SubmissionId
from shared.model.failure import Failure

OPERATOR = "operator"
"""Who is named in the history: at a keyboard nobody signs in to the desk."""


def run(asked: argparse.Namespace) -> int:
    """List the dead letters, or give them back; 1 when some are left."""
    place = here(asked.town)
    dead = SqsDeadLetters(place.session.client("sqs"), _lanes(place))
    wanted = _wanted(asked)
    if asked.all or asked.message:
        given = sum(_give_back(queue, asked.message, dead, place) for queue in wanted)
        console().print(f"ส่งกลับเข้าคิว {given} ข้อความ  Given back: {given}")
        if asked.message and not given:
            raise Trouble("No such message lies there; it may be in somebody's hands for a minute.")
        return 0
    found = [(queue, one) for queue in wanted for one in dead.look(queue, MOST_SEEN)]
    console().print(_listed(found, place) if found else "ไม่มีข้อความที่ค้าง  No dead letters.")
    return 1 if found else 0


def _wanted(asked: argparse.Namespace) -> Sequence[str]:
    if asked.queue not in {None, *QUEUES}:
        raise Trouble(f"A queue is one of {', '.join(QUEUES)}.")
    return (asked.queue,) if asked.queue else tuple(QUEUES)


def _lanes(place: Place) -> Mapping[str, Lane]:
    names = {queue: queue.capitalize() for queue in QUEUES}
    return {
        queue: Lane(place.name(f"{name}QueueUrl"), place.name(f"{name}DeadLettersUrl"))
        for queue, name in names.items()
    }


def _give_back(queue: str, message_id: str | None, dead: SqsDeadLetters, place: Place) -> int:
    def wanted(letter: DeadLetter) -> bool:
        asked_for = message_id in {None, letter.message_id}
        if asked_for:
            place.register.events.note(_event(letter, queue))
        return asked_for

    return dead.replay(queue, wanted, 1 if message_id else MOST_SEEN)


def _event(letter: DeadLetter, queue: str) -> Event:
    return Event(
        submission_id=SubmissionId(letter.message_id),
        office=CENTRAL,
        at=datetime.now(UTC),
        who=OPERATOR,
        did=Did.REPLAYED,
        detail=queue,
    )


def _listed(found: Sequence[tuple[str, DeadLetter]], place: Place) -> object:
    names = [letter.message_id for _, letter in found]
    known = {one.message_id: one for one in place.register.failures.several(names)}
    columns = (
        "คิว Queue",
        "ส่งครั้งแรก First sent",
        "ข้อความ Message",
        "สาเหตุ Reason",
        "สิ่งที่ควรทำ What to do",
    )
    made = table(*columns, title=f"ข้อความที่ค้าง  Dead letters: {len(found)}")
    for queue, letter in found:
        failure = known.get(letter.message_id)
        said = trouble(failure)
        ids = "\n".join((letter.message_id, *letter.about))
        why = f"{said.what.th}\n{said.what.en}{_exactly(failure)}"
        made.add_row(queue, moment(letter.sent_at), ids, why, f"{said.do.th}\n{said.do.en}")
    keep_whole(made, *columns[:3])
    return made


def _exactly(failure: Failure | None) -> str:
    if failure is None:
        return ""
    reason = f": {failure.why}" if failure.why else ""
    return f"\n{failure.error}{reason} · {failure.where}"
