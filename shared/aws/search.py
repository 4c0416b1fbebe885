"""The search in DynamoDB: a list of places for each term and each sender of an office.

| what            | pk                 | sk      |
|-----------------|--------------------|---------|
| place of a word | WORD#office#hash   | time#id |
| of a sender     | SENDER#office#hash | time#id |

It has a table of its own: many small items that say nothing new, and can be made again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from boto3.dynamodb.conditions import Key

from shared.aws.busy import waiting_for
from shared.aws.items import key, many
from shared.model.fact import OfficeCode
from shared.model.search import FIRST, Found, SearchEntry, address_hash, letter_at

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table

ROUNDS = 5
"""How often a search that found too little reads on before it says "there may be more"."""
AT_ONCE = 50
"""Places read in a round; whether they have the other terms is asked in batches."""
MOST_TERMS = 5
"""Of many terms so many are looked up: the rarest are not known, but five are enough."""


@dataclass(frozen=True)
class DynamoSearch:
    """Keeps ``shared.ports.work.Search``."""

    table: "Table"

    def enter(self, entry: SearchEntry) -> None:
        """Make a letter findable at an office; twice changes nothing."""
        with waiting_for("dynamodb"), self.table.batch_writer() as batch:
            for partition in _partitions(entry):
                batch.put_item(Item={**partition, "sk": entry.place})

    def by_words(self, office: OfficeCode, terms: Sequence[str], before: str, most: int) -> Found:
        """Letters that have all terms, in at most ROUNDS times (a query and three batches)."""
        first, *others = sorted(terms[:MOST_TERMS])
        found: list[str] = []
        for _ in range(ROUNDS):
            places = self._places(f"WORD#{office}#{first}", before)
            found += self._with_all(office, others, places)
            if len(found) > most:
                return _found(found[:most], found[most - 1])
            if len(places) < AT_ONCE:
                return _found(found, None)
            before = places[-1]
        return _found(found, before)

    def by_sender(self, office: OfficeCode, address: str, before: str, most: int) -> Found:
        """Letters of a sender."""
        places = self._places(f"SENDER#{office}#{address_hash(address)}", before, most + 1)
        return _found(places[:most], places[most - 1] if len(places) > most else None)

    def _places(self, pk: str, before: str, most: int = AT_ONCE) -> list[str]:
        with waiting_for("dynamodb"):
            items = self.table.query(
                KeyConditionExpression=Key("pk").eq(pk) & Key("sk").lt(before or FIRST),
                Limit=most,
                ScanIndexForward=False,
            )["Items"]
        return [str(item["sk"]) for item in items]

    def _with_all(
        self, office: OfficeCode, terms: Sequence[str], places: Sequence[str]
    ) -> Iterator[str]:
        wanted = [key("WORD", office, term, sk=place) for place in places for term in terms]
        have = [str(item["sk"]) for item in many(self.table, wanted)]
        return (place for place in places if have.count(place) == len(terms))


def _partitions(entry: SearchEntry) -> Iterator[dict[str, str]]:
    for term in sorted(entry.terms):
        yield {"pk": f"WORD#{entry.office}#{term}"}
    if entry.sender:
        yield {"pk": f"SENDER#{entry.office}#{entry.sender}"}


def _found(places: Sequence[str], before: str | None) -> Found:
    return Found(letters=tuple(map(letter_at, places)), before=before)
