"""``saraban drill``: could we restore what was lost, with the letters of these days in it?"""

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from cli.drilling.objects import comes_back
from cli.drilling.register import brought_back
from cli.place import BUCKETS, Place, here
from cli.tables import console, table
from functions.daily.reconcile import Books, days_back, reconcile
from shared.aws.buckets import S3RawStore
from shared.aws.register import dynamo_register

DAYS = 3
Result = tuple[str, bool, str]
"""What was tried, whether it worked, and what was seen."""


def run(asked: argparse.Namespace) -> int:
    """Try each backup, print how it went; 1 when one did not work. What stands is not touched."""
    place, now = here(asked.town), datetime.now(UTC)
    results = [*buckets_come_back(place, now), register_comes_back(place, now, asked.minutes)]
    shown = table("Backup", "Works", "Seen")
    for name, works, seen in results:
        shown.add_row(name, "[green]yes[/]" if works else "[bold red]no[/]", seen)
    console().print(shown)
    return 0 if all(works for _, works, _ in results) else 1


def buckets_come_back(place: Place, now: datetime) -> Iterator[Result]:
    """In each bucket an object is laid, deleted and brought back."""
    s3 = place.session.client("s3")
    for output in BUCKETS:
        works = comes_back(s3, place.name(output), f"{now:%Y%m%d%H%M%S}", output.encode())
        seen = "a deleted object came back, byte for byte" if works else "a deleted object is gone"
        yield output, works, seen


def register_comes_back(place: Place, now: datetime, minutes: int) -> Result:
    """The register of some minutes ago must know all that had come in and settled by then."""
    at = now - timedelta(minutes=minutes)
    settled = at - timedelta(minutes=minutes)
    with brought_back(place.session, place.name("RegisterTable"), at, now) as name:
        found = reconcile(days_back(settled, DAYS), settled, _books(place, name))
    seen = (
        f"as of {at:%H:%M} UTC: {sum(found.ended.values())} letters and {found.objects} objects "
        f"of {DAYS} days, {len(found.differences)} differences"
    )
    return "RegisterTable", not found.differences, seen


def _books(place: Place, name: str) -> Books:
    return Books(
        raw=S3RawStore(place.session.client("s3")),
        register=dynamo_register(place.session.resource("dynamodb").Table(name)),
        buckets=place.arriving,
    )
