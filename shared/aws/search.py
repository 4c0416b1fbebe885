"""The search in DynamoDB: what stands in a letter, in SHARDS small items of each office.

| what            | pk                  | sk      | terms                                 |
|-----------------|---------------------|---------|---------------------------------------|
| some words      | WORDS#office#shard  | time#id | marks of the terms that fall into it  |
| of a sender     | SENDER#office#hash  | time#id |                                       |

A term's hash says in which shard it lies. An item for each term would be found in fewer reads,
and would cost more than all the rest of a letter: hundreds of writes against SHARDS. So a search
reads a shard's items, newest first, some thousands in a megabyte, and DynamoDB filters them.

It has a table of its own: items that say nothing new, and can be made again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Any, NamedTuple

from boto3.dynamodb.conditions import Attr, Key

from shared.aws.busy import waiting_for
from shared.aws.items import Item, key, many
from shared.model.fact import OfficeCode
from shared.model.search import FIRST, Found, SearchEntry, address_hash, letter_at

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table

SHARDS = 16
"""With the sender's place a letter is 17 items: one BatchWriteItem holds 25."""
_MARK = slice(1, 7)
"""A term's first hex digit names its shard; of ten million letters one has the rest by chance."""
ROUNDS = 10
"""How often a search that found too little reads on before it says "there may be more"."""
AT_ONCE = 50
"""Letters whose other shards are looked at in a round: four batches of keys at most."""
FEW, MANY = 500, 5000
"""Items read in the first round, and in each further one (about a megabyte)."""
MOST_TERMS = 5
"""Of many terms so many are looked up: the rarest are not known, but five are enough."""

Terms = Mapping[str, Sequence[str]]
"""Marks, by shard."""


class _Page(NamedTuple):
    places: list[str]
    before: str | None


@dataclass(frozen=True)
class DynamoSearch:
    """Keeps ``shared.ports.work.Search``."""

    table: "Table"

    def enter(self, entry: SearchEntry) -> None:
        """Make a letter findable at an office, in one call; twice changes nothing."""
        with waiting_for("dynamodb"), self.table.batch_writer() as batch:
            for item in _items(entry):
                batch.put_item(Item=item)

    def forget(self, entry: SearchEntry) -> None:
        """Let nobody find the letter at this office any more, by whatever words."""
        places = [key("WORDS", entry.office, f"{n:x}", sk=entry.place) for n in range(SHARDS)]
        if entry.sender:
            places.append(key("SENDER", entry.office, entry.sender, sk=entry.place))
        with waiting_for("dynamodb"), self.table.batch_writer() as batch:
            for place in places:
                batch.delete_item(Key=place)

    def by_words(self, office: OfficeCode, terms: Sequence[str], before: str, most: int) -> Found:
        """Letters that have all terms, in at most ROUNDS times (a query and a batch or two)."""
        (shard, marks), *others = _by_shard(sorted(terms)[:MOST_TERMS]).items()
        found: list[str] = []
        pk, place = f"WORDS#{office}#{shard}", before or FIRST
        for number in range(ROUNDS):
            page = self._having(pk, marks, place, MANY if number else FEW)
            found += self._with_all(office, dict(others), page.places)
            if len(found) > most:
                return _found(found[:most], found[most - 1])
            if page.before is None:
                return _found(found, None)
            place = page.before
        return _found(found, place)

    def by_sender(self, office: OfficeCode, address: str, before: str, most: int) -> Found:
        """Letters of a sender."""
        pk = f"SENDER#{office}#{address_hash(address)}"
        places = self._having(pk, (), before or FIRST, most + 1).places
        return _found(places[:most], places[most - 1] if len(places) > most else None)

    def _having(self, pk: str, marks: Sequence[str], before: str, most: int) -> _Page:
        """Of the next ``most`` places those with all marks, AT_ONCE of them, and where to go on."""
        options: dict[str, Any] = {"FilterExpression": _all(marks)} if marks else {}
        with waiting_for("dynamodb"):
            answer = self.table.query(
                KeyConditionExpression=Key("pk").eq(pk) & Key("sk").lt(before),
                ProjectionExpression="sk",
                ScanIndexForward=False,
                Limit=most,
                **options,
            )
        places = [str(item["sk"]) for item in answer["Items"]]
        if len(places) > AT_ONCE:
            return _Page(places[:AT_ONCE], places[AT_ONCE - 1])
        last = answer.get("LastEvaluatedKey")
        return _Page(places, str(last["sk"]) if last else None)

    def _with_all(self, office: OfficeCode, terms: Terms, places: Sequence[str]) -> Iterator[str]:
        wanted = [key("WORDS", office, shard, sk=place) for place in places for shard in terms]
        have = {(item["pk"], item["sk"]): item["terms"] for item in many(self.table, wanted)}
        shards = [(f"WORDS#{office}#{shard}", set(marks)) for shard, marks in terms.items()]
        return (
            place
            for place in places
            if all(marks <= set(have.get((pk, place), ())) for pk, marks in shards)
        )


def _items(entry: SearchEntry) -> Iterator[Item]:
    for shard, marks in _by_shard(sorted(entry.terms)).items():
        yield {**key("WORDS", entry.office, shard, sk=entry.place), "terms": set(marks)}
    if entry.sender:
        yield key("SENDER", entry.office, entry.sender, sk=entry.place)


def _by_shard(terms: Sequence[str]) -> dict[str, list[str]]:
    shards: dict[str, list[str]] = {}
    for term in terms:
        shards.setdefault(term[0], []).append(term[_MARK])
    return shards


def _all(marks: Sequence[str]) -> Any:
    return reduce(and_, [Attr("terms").contains(mark) for mark in marks])


def _found(places: Sequence[str], before: str | None) -> Found:
    return Found(letters=tuple(map(letter_at, places)), before=before)
