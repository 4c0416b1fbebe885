"""Filled-in forms and letters, invented by a script: what is on each sheet, and its true text."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Literal

from benchmarks.reading_bench.people import person

_DATA = Path(__file__).with_name("sheets.toml")

Kind = Literal["heading", "section", "right", "fields", "ticks", "boxes", "words"]
_LEADS: dict[str, Kind] = {"# ": "heading", "= ": "section", "> ": "right"}


@dataclass(frozen=True)
class Line:
    """One line: pairs of a label and what stands behind it (one of them may be empty)."""

    kind: Kind
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Sheet:
    """One page, by the name that ``sheets.toml`` gives it."""

    name: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """What is written on it, line by line; what a tick says is drawn, not written."""
        return "\n".join(_written(line) for line in self.lines)


@dataclass(frozen=True)
class Letter:
    """A mail around some sheets."""

    name: str
    subject: str
    text: str
    sheets: tuple[Sheet, ...]


def some_sheets(count: int, seed: int) -> tuple[Sheet, ...]:
    """The sheets that letters begin with, in turn, each filled in for somebody else."""
    random = Random(seed)  # noqa: S311 - invented people, no secret
    first = list(dict.fromkeys(entry["sheets"][0] for entry in _data()["letters"].values()))
    return tuple(
        _sheet(first[n % len(first)], person(random, _data()["words"])) for n in range(count)
    )


def some_letters(seed: int) -> tuple[Letter, ...]:
    """One letter of each kind; all its sheets are about the same person."""
    random = Random(seed)  # noqa: S311 - invented people, no secret
    return tuple(_letter(name, person(random, _data()["words"])) for name in _data()["letters"])


def parsed(written: str) -> Line:
    """A line of ``sheets.toml``, as its first lines explain."""
    if written[:2] in _LEADS:
        return Line(_LEADS[written[:2]], ((written[2:], ""),))
    if written.startswith("["):
        ticks = [part.strip() for part in written.split("|")]
        return Line("ticks", tuple((tick[4:], tick[1].strip()) for tick in ticks))
    if " :# " in written:
        return Line("boxes", (_pair(written, " :# "),))
    if " :: " in written:
        return Line("fields", tuple(_pair(part, " :: ") for part in written.split(" | ")))
    return Line("words", ((written, ""),))


def _pair(written: str, between: str) -> tuple[str, str]:
    label, _, value = written.partition(between)
    return label.strip(), value.strip()


def _written(line: Line) -> str:
    if line.kind == "ticks":
        return " ".join(label for label, _ in line.pairs)
    return " ".join(word for pair in line.pairs for word in pair if word)


def _letter(name: str, person: Mapping[str, str]) -> Letter:
    entry = _data()["letters"][name]
    sheets = tuple(_sheet(each, person) for each in entry["sheets"])
    subject, text = (entry[part].format_map(person) for part in ("subject", "text"))
    return Letter(name, subject, text, sheets)


def _sheet(name: str, person: Mapping[str, str]) -> Sheet:
    return Sheet(name, tuple(parsed(line.format_map(person)) for line in _data()["sheets"][name]))


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))
