"""Figures of offices in DynamoDB: an item for each office and month, added to, never counted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from shared.aws.items import FAILED, Item, key, many
from shared.aws.writing import new, transact
from shared.errors import TryLater
from shared.model.fact import ArrivalId, OfficeCode, ProcessId
from shared.model.figures import NO_PROCESS, Counted, Figures, Name, Tally, Told, Touched

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table

TRIES = 8
_NAMES: Mapping[str, Name] = {
    name.value: name for kind in (Counted, Told, Touched) for name in kind
}
_DAY, _PROCESS = "day", "process"


@dataclass(frozen=True)
class DynamoStatistics:
    """Keeps ``shared.ports.watching.Statistics``."""

    table: "Table"

    def count_once(self, arrival_id: ArrivalId, tallies: Sequence[Tally]) -> None:
        """Count what became of an arrival's receipt, with a mark that it was counted."""
        mark = new(key("RECEIPT", arrival_id, sk="COUNTED"))
        for _ in range(TRIES):
            reasons = transact(self.table, mark, *map(counting, tallies))
            if not reasons or reasons[0] == FAILED:
                return
        raise TryLater("dynamodb: too many count at one office")

    def of(self, offices: Sequence[OfficeCode], month: date) -> tuple[Figures, ...]:
        """The figures of these offices for the month of a day, in their order."""
        places = [_place(office, month) for office in offices]
        found = {item["pk"]: item for item in many(self.table, places)}
        return tuple(_figures(found.get(place["pk"], {})) for place in places)


def counting(tally: Tally) -> dict[str, Any]:
    """The write that adds a tally to its office's figures, for a transaction."""
    lines = (f"{_DAY}#{tally.day.day}", f"{_PROCESS}#{tally.process or NO_PROCESS}")
    names = [f"{line}#{name}" for line in lines for name in tally.names]
    added = ", ".join(f"#n{n} :one" for n in range(len(names)))
    return {
        "Update": {
            "Key": _place(tally.office, tally.day),
            "UpdateExpression": f"ADD {added}",
            "ExpressionAttributeNames": {f"#n{n}": name for n, name in enumerate(names)},
            "ExpressionAttributeValues": {":one": 1},
        }
    }


def _place(office: OfficeCode, day: date) -> dict[str, str]:
    return key("FIGURES", office, sk=f"{day:%Y-%m}")


def _figures(item: Item) -> Figures:
    by_day: dict[int, dict[Name, int]] = {}
    by_process: dict[ProcessId, dict[Name, int]] = {}
    for line, what, name, number in _numbers(item):
        if line == _DAY:
            by_day.setdefault(int(what), {})[name] = number
        else:
            by_process.setdefault(ProcessId(what), {})[name] = number
    # Every name and number was looked at above: all offices together have some 70,000.
    return Figures.model_construct(by_day=by_day, by_process=by_process)


def _numbers(item: Item) -> Iterator[tuple[str, str, Name, int]]:
    for attribute, number in item.items():
        line, _, rest = attribute.partition("#")
        what, _, name = rest.rpartition("#")
        if name in _NAMES:
            yield line, what, _NAMES[name], int(number)
