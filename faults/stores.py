"""Whether buckets and register belong together: reconciling, and the files that letters name."""

from collections.abc import Iterator
from datetime import timedelta

from faults.books import Books
from faults.clock import NOON
from faults.world import World
from functions.daily.reconcile import Books as Ledger
from functions.daily.reconcile import days_back, reconcile
from shared.aws.buckets import S3LetterStore, S3RawStore


def missing(world: World, books: Books) -> Iterator[str]:
    """Differences that the daily look would name, and files that are not there."""
    now = world.clock.now
    ledger = Ledger(raw=S3RawStore(world.s3), register=world.register, buckets=world.buckets)
    days = days_back(now, (now - NOON).days + 2)
    for one in reconcile(days, now + timedelta(minutes=1), ledger).differences:
        yield f"reconciling: {one.kind} {one.arrival.id}"
    letters = S3LetterStore(world.s3, world.environment["LETTERS_BUCKET"])
    keys = {letter.letter_key for letter in books.letters}
    keys |= {reply.letter_key for _, reply in books.replies}
    stored = {item["Key"] for item in _listed(world)}
    for key in keys:
        if key not in stored:
            yield f"{key} is not in the bucket"
            continue
        documents = letters.read_letter(key).submission.documents
        lost = [one.key for one in documents if one.key and one.key not in stored]
        if lost:
            yield f"{key} names {lost}, which are not there"


def _listed(world: World) -> Iterator[dict[str, str]]:
    pages = world.s3.get_paginator("list_objects_v2").paginate(
        Bucket=world.environment["LETTERS_BUCKET"]
    )
    for page in pages:
        yield from page.get("Contents", ())
