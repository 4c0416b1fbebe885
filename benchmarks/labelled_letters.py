"""Letters with their labels, one per line as JSON, for the benchmarks of deciding.

Beside what ``cli.labelled`` reads, a row has ``process``, ``also`` (processes as good as
it), ``office`` (a mailbox; null: a person must choose), ``office_also``, ``difficulty`` and
``tags``. Without the key ``office`` it is not labelled. A passage has ``text`` for a body.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from benchmarks.scoring.judging import Label
from cli.labelled import BrokenLineError, letter_from
from shared.directory.offices import Directory
from shared.model.fact import CENTRAL, OfficeCode, ProcessId
from shared.model.process import Process
from shared.model.submission import ReadLetter


@dataclass(frozen=True)
class LabelledLetter:
    """A letter as the product gets it, and what a clerk decided about it."""

    id: str
    letter: ReadLetter
    label: Label

    @property
    def text(self) -> str:
        """All that the letter says: subject, bodies, attachments with their names."""
        submission = self.letter.submission
        names = [document.name for document in submission.documents if document.name]
        return "\n".join([submission.subject, *(r.text for r in self.letter.readings), *names])


class BrokenLabelError(ValueError):
    """A row that is no labelled letter; ``str()`` names file, line and fault."""


def read(
    path: Path, directory: Directory, processes: Mapping[ProcessId, Process], at: datetime
) -> tuple[LabelledLetter, ...]:
    """Every letter of a file, as if received ``at`` that time.

    Raises BrokenLabelError for a row that is no letter or whose label is unknown.
    """
    return tuple(_rows(path, directory, processes, at))


def _rows(
    path: Path, directory: Directory, processes: Mapping[ProcessId, Process], at: datetime
) -> Iterator[LabelledLetter]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
                name, letter = letter_from(_letter_line(row, line), directory, at)
                label = _label(row, directory, processes)
            except (AttributeError, BrokenLineError, ValueError) as error:
                raise BrokenLabelError(f"{path.name}:{number}: {error}") from None
            yield LabelledLetter(name or f"{path.name}:{number}", letter, label)


def _letter_line(row: Mapping[str, Any], line: str) -> str:
    if "text" in row and "body" not in row:
        return json.dumps({**row, "body": row["text"]}, ensure_ascii=False)
    return line


def _label(
    row: Mapping[str, Any], directory: Directory, processes: Mapping[ProcessId, Process]
) -> Label:
    named = [ProcessId(str(name)) for name in (row.get("process"), *(row.get("also") or ()))]
    for name in named:
        if name not in processes:
            raise BrokenLabelError(f"no process is called {name!r}")
    return Label(
        process=named[0],
        accepted=frozenset(named),
        offices=_offices(row, directory),
        difficulty=row.get("difficulty") or "",
        tags=tuple(dict.fromkeys(row.get("tags") or ())),
    )


def _offices(row: Mapping[str, Any], directory: Directory) -> frozenset[OfficeCode] | None:
    if "office" not in row:
        return None
    also = row.get("office_also") or ()
    return frozenset(_office(mailbox, directory) for mailbox in (row["office"], *also))


def _office(mailbox: str | None, directory: Directory) -> OfficeCode:
    if mailbox is None:
        return CENTRAL
    office = directory.by_mailbox(mailbox)
    if office is None:
        raise BrokenLabelError(f"no office has the mailbox {mailbox!r}")
    return office.code
