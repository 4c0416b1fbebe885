"""What is done with a letter by order, and the line of its history that says so."""

from datetime import UTC, datetime

from cli.place import Place
from cli.records.belongings import Belongings
from cli.trouble import Trouble
from shared.model.event import Did, Event

LONGEST = 200


def order_of(text: str) -> str:
    """The order's number and date. Raises Trouble for one that says nothing."""
    order = " ".join(text.split())
    if not order or len(order) > LONGEST:
        raise Trouble(
            f"An order has a number or a date, in at most {LONGEST} signs. "
            "Never write there who the letter was from."
        )
    return order


def who(place: Place) -> str:
    """The operator, as AWS (or the town that plays it) knows them."""
    arn = place.session.client("sts").get_caller_identity()["Arn"]
    return arn.rpartition("/")[2] or arn.rpartition(":")[2]


def note(did: Did, order: str, things: Belongings) -> None:
    """A line in the letter's history at every office that has it."""
    operator, at = who(things.place), datetime.now(UTC)
    for item in things.items:
        event = Event(
            submission_id=item.submission_id,
            office=item.office,
            at=at,
            who=operator,
            did=did,
            note=order,
            detail=order,
            version=item.version,
        )
        things.register.events.note(event)
