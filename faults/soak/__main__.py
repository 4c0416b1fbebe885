"""``python -m faults.soak --letters 20000``: many letters, a fault in each hundredth call.

Ends with 1 if a letter was lost or anything else did not hold.
"""

import argparse
import logging
import os
import sys
from collections.abc import Iterator
from time import perf_counter

from faults.books import Books, open_books
from faults.history import gaps
from faults.holding import Expected, violations
from faults.soak.account import Odds
from faults.soak.letters import Kind
from faults.soak.memory import rss
from faults.soak.report import MOST_GROWTH, ends, grew, latencies, memory, told
from faults.soak.soaking import Soak, later, prepared
from faults.stores import missing
from shared.model.letter import Outcome

WORK = (Kind.MAIL, Kind.ATTACHED, Kind.SCANNED, Kind.SEVERAL, Kind.UPLOAD)


def main(given: list[str] | None = None) -> int:
    """Soak; print the figures."""
    asked = _parser().parse_args(given)
    logging.disable(logging.CRITICAL)
    odds = Odds(asked.faults, asked.faults / 50, asked.faults / 50)
    soak = prepared(asked.letters, asked.seed, asked.pace, odds)
    begun = perf_counter()
    soak.run(lambda number: _say(number, begun))
    seconds = perf_counter() - begun
    later(soak.world)
    books = open_books(soak.world)
    _report(soak, books, seconds)
    found = list(_found(soak, books))
    for one in found[:20]:
        print(one)
    print(f"{len(found)} violations, {_lost(soak, books)} letters lost")
    return int(bool(found))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m faults.soak", description=__doc__)
    parser.add_argument("--letters", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults", type=float, default=0.01, help="share of calls that fail")
    parser.add_argument("--pace", type=float, default=5.0, help="letters a simulated second")
    return parser


def _say(number: int, begun: float) -> None:
    if number % 1000 == 0:
        spent = perf_counter() - begun
        print(f"{number:7} letters, {number / spent:6.1f} a second", flush=True)


def expected(soak: Soak, books: Books) -> Expected:
    """What must have become of the letters that came; which desks they reach is not known."""
    sent = soak.arriving.sent
    ended = {
        Outcome.WORK_ITEM: sum(sent[kind] for kind in WORK),
        Outcome.JOINED_THREAD: sent[Kind.REPLY],
        Outcome.DUPLICATE: sent[Kind.DUPLICATE],
        Outcome.REFUSED: sent[Kind.EMPTY] + sent[Kind.MACHINE],
    }
    registers: dict[str, int] = {}
    for item in books.items:
        registers[item.office] = registers.get(item.office, 0) + 1
    answered = ended[Outcome.WORK_ITEM] + sent[Kind.REPLY] + sent[Kind.EMPTY]
    return Expected({one: many for one, many in ended.items() if many}, answered, registers)


def _found(soak: Soak, books: Books) -> Iterator[str]:
    yield from violations(books, expected(soak, books), soak.account.doubles)
    yield from gaps(books)
    yield from missing(soak.world, books)
    for station in soak.stations:
        if station.dead:
            yield f"{len(station.dead)} dead letters before {station.function.name}"
    if (times := grew(soak.account.memory)) > MOST_GROWTH:
        yield f"the worker's memory grew to {times:.2f} times what it was"


def _lost(soak: Soak, books: Books) -> int:
    """Letters that came and have no end: never noted, or taken in and no further."""
    ended = books.ends.total() - books.ends[Outcome.TAKEN_IN]
    return max(0, soak.arriving.sent.total() - ended)


def _report(soak: Soak, books: Books, seconds: float) -> None:
    many = sum(soak.arriving.sent.values())
    print(f"\n{many} letters in {seconds:.0f} s of this machine: {many / seconds:.1f} a second")
    print(f"worker: {soak.account.cpu / many * 1000:.0f} ms of processor time a letter")
    print(f"ended as: {ends(books)}")
    kinds = ", ".join(f"{count} {kind}" for kind, count in soak.arriving.sent.most_common())
    print(f"came: {kinds}")
    tried = dict(soak.account.tried)
    print(f"calls tried: {tried.pop('attempts')}, of them made to fail: {tried}")
    print(f"second copies at the documented instant: {soak.account.doubles}")
    print(f"worker's memory, MB: {memory(soak.account.memory)}; account's: {rss() / 1e6:.0f}")
    print(
        f"its reader of foreign files, at most: {max(soak.account.reader, default=0) / 1e6:.0f} MB"
    )
    heads = f"{'p50':>8} {'p95':>8} {'p99':>8} {'longest':>9}   within"
    print(f"{'seconds to the receipt':24} {'letters':>7} {heads}")
    for name, waited in latencies(books).items():
        print(told(name, waited))


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)
