"""A letter's cost beside ever more letters in the register."""

from collections.abc import Iterator
from typing import Any

from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.dynamodb.models import dynamodb_backends

from benchmarks.costing.letters import text_letters
from benchmarks.growing.exponent import Growth
from benchmarks.line.system import System
from local.session import REGION

LETTERS = (100, 1_000, 10_000, 100_000)
_OFFICE = "chiangmai"
_YEAR = 2569


def by_letters(made: System) -> Iterator[Growth]:
    """What the stations ask of DynamoDB for one letter, when so many lie at its office already."""
    calls, examined, writes = [], [], []
    raws = text_letters(len(LETTERS) + 1)
    _send(made, next(raws), "first@mail.example")
    there = 0
    for many in LETTERS:
        _fill(made, there, many)
        there = many
        made.witness.clear()
        _send(made, next(raws), f"after{many}@mail.example")
        calls.append(float(len(made.witness.calls)))
        examined.append(float(sum(call.capacity.examined for call in made.witness.calls)))
        writes.append(float(sum(call.capacity.writes for call in made.witness.calls)))
    xs = tuple(map(float, LETTERS))
    yield Growth("letters at the office", "AWS calls", xs, tuple(calls))
    yield Growth("letters at the office", "items read", xs, tuple(examined))
    yield Growth("letters at the office", "write units", xs, tuple(writes))


def _send(made: System, raw: bytes, sender: str) -> None:
    made.receive(raw, [f"saraban_{_OFFICE}@sso.go.th"], sender)
    made.carry()


def _fill(made: System, first: int, last: int) -> None:
    """Lay what earlier letters leave where the stations look or write, without the stations.

    Into every list and register of the office, and of the central registry: whichever of them
    the letters go to, its lists are long.
    """
    tables = dynamodb_backends[DEFAULT_ACCOUNT_ID][REGION]
    register, search = (made.environment[name] for name in ("REGISTER_TABLE", "SEARCH_TABLE"))
    for office in (_OFFICE, "central"):
        for number in range(first, last):
            for pk, sk in _places(office, number):
                name = search if pk.startswith(("WORDS", "SENDER")) else register
                tables.put_item(name, {"pk": {"S": pk}, "sk": {"S": sk}}, None)
        _count(tables, register, office, last)


def _places(office: str, number: int) -> Iterator[tuple[str, str]]:
    yield f"TRAY#{office}#all", f"9#2025-01-01#{number:09}"
    yield f"WORDS#{office}#0", f"2025-01-01T00:00:00+00:00#{number:09}"


def _count(tables: Any, register: str, office: str, last: int) -> None:
    """The office's numbers go on from where the old letters end."""
    where = {"pk": {"S": f"NUMBERS#{office}#{_YEAR}"}, "sk": {"S": "NUMBERS"}}
    tables.put_item(register, {**where, "last": {"N": str(last + 10)}}, None)
