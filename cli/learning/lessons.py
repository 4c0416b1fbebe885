"""What is taught: labelled letters."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from cli.labelled import BrokenLineError, letter_from
from cli.trouble import Trouble
from shared.classification.classify import ByRules, by_rules
from shared.classification.runs import runs_of, said
from shared.directory import offices, processes
from shared.model.fact import ProcessId
from shared.model.submission import ReadLetter

LETTERS = Path(__file__).parents[2] / "benchmarks" / "letters"
"""The project's own letters."""
KEPT = "kept"
"""No rule was tuned on the letters of a file that begins so: they show what confidences mean."""
_LETTER_AT = datetime(2026, 1, 5, 9, tzinfo=UTC)
"""A letter's text does not depend on it."""


@dataclass(frozen=True)
class Lesson:
    """Distinct runs, how likely each process is, how much it counts (a letter: 1)."""

    runs: frozenset[str]
    shares: Mapping[str, float]
    weight: float = 1.0


@dataclass(frozen=True, eq=False)
class Example:
    """A labelled letter. ``accepted`` are its process and those as good as it."""

    name: str
    group: str
    letter: ReadLetter = field(repr=False)
    process: ProcessId
    accepted: frozenset[ProcessId]

    @cached_property
    def key(self) -> str:
        """What it says: the same for the same letter in another file."""
        return key_of(self.letter)

    @cached_property
    def ruled(self) -> ByRules:
        """What the rules say of it."""
        return by_rules(self.letter, processes.load())

    @property
    def shares(self) -> Mapping[ProcessId, float]:
        """The rules' share of each process."""
        return self.ruled.shares

    @cached_property
    def runs(self) -> frozenset[str]:
        """Its runs, without what is quoted."""
        return frozenset(runs_of(piece.folded.text for piece in said(self.ruled.passages)))

    @property
    def lesson(self) -> Lesson:
        """What it teaches."""
        return Lesson(self.runs, {self.process: 1.0})


def key_of(letter: ReadLetter) -> str:
    """All that a letter says."""
    said_there = (letter.submission.subject, *(reading.text for reading in letter.readings))
    return "\n".join(said_there)


def own_letters() -> list[Example]:
    """The project's own letters. Raises Trouble where the project's folder is not there."""
    files = sorted(LETTERS.glob("*.jsonl"))
    if not files:
        raise Trouble(f"{LETTERS} has no letters: learn where the project's folder is.")
    return [example for path in files for example in examples(path)]


def examples(path: Path) -> list[Example]:
    """The labelled letters of a file. Raises Trouble naming file and line of what is none."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Trouble(f"{path} cannot be read ({type(error).__name__}).") from None
    return [
        _example(path, number, line) for number, line in enumerate(lines, start=1) if line.strip()
    ]


def _example(path: Path, number: int, line: str) -> Example:
    try:
        name, letter = letter_from(line, offices.load(), _LETTER_AT)
        row = json.loads(line)
        accepted = [ProcessId(str(p)) for p in (row.get("process"), *(row.get("also") or ()))]
    except (BrokenLineError, TypeError, ValueError) as error:
        raise Trouble(f"{path}:{number}: {error}.") from None
    if unknown := [process for process in accepted if process not in processes.load()]:
        raise Trouble(f"{path}:{number}: no process is called {unknown[0]!r}.")
    return Example(
        name or f"{path.name}:{number}", path.stem, letter, accepted[0], frozenset(accepted)
    )
