"""Read every file below a folder as intake would: ``python -m benchmarks.corpora DIR``.

Each file is read in a child process that is killed when it takes too long, so that a hang
in native code is counted and not suffered. Crashed, hung and lost must all be 0: crashed is
an exception that escapes or a process that dies, hung a file that is not done within the
limit, lost a part of a mail that Python's own parser shows and our reading has not.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from time import monotonic
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.progress import track

from benchmarks.reading_bench.one_file import Report, report_on
from benchmarks.reading_bench.tally import MEGABYTE, Outcome, summary
from benchmarks.reading_bench.watched import Child
from cli.tables import console, table

_LIMIT = 300.0
"""Seconds for one file: twelve pages of OCR on a busy core need one or two minutes."""

_MEMORY = 4096
"""Megabytes of address space for one process, so that no bomb takes the whole machine."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the files and print the table; the status is 0 when nothing went wrong."""
    asked = _parser().parse_args(arguments)
    start = monotonic()
    outcomes = read_all(asked.folder, asked.workers, asked.limit, asked.memory * MEGABYTE)
    found = summary(outcomes) | {"seconds": round(monotonic() - start, 1)}
    if asked.as_json:
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    else:
        _print(found)
    return 1 if found["trouble"] else 0


def read_all(folder: Path, workers: int, limit: float, most_memory: int) -> list[Outcome]:
    """Every file below ``folder``, read by ``workers`` processes side by side."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    idle: SimpleQueue[Child[Path, Report]] = SimpleQueue()
    children = [Child[Path, Report](report_on, limit, most_memory) for _ in range(workers)]
    for child in children:
        idle.put(child)

    def watch(path: Path) -> Outcome:
        child = idle.get()
        try:
            return Outcome(path.relative_to(folder).as_posix(), child.ask(path))
        finally:
            idle.put(child)

    try:
        with ThreadPoolExecutor(workers) as pool:
            done = pool.map(watch, paths)
            screen = Console(stderr=True)
            return list(track(done, "reading", total=len(paths), console=screen, transient=True))
    finally:
        for child in children:
            child.close()


def _print(found: dict[str, Any]) -> None:
    screen = console()
    names = ("files", "mails", "read", "read_in_part", "refused", "crashed", "hung", "lost")
    totals = table(*(name.replace("_", " ") for name in names))
    totals.add_row(*(str(found[name]) for name in names))
    screen.print(totals)
    for title, columns, rows in _details(found):
        shown = table(*columns, title=title)
        for row in rows:
            shown.add_row(*(escape(str(cell)) for cell in row))
        if shown.row_count:
            screen.print(shown)
    peak = found["peak_memory"]
    screen.print(
        f"{found['documents']} documents, {found['parts_shown_by_python']} parts shown by Python "
        f"({found['parts_in_a_likelier_charset']} read in a likelier charset), "
        f"{found['ocr_pages']} pages by OCR, {found['unread_pages']} left unread, "
        f"{found['seconds']} s"
    )
    if peak:
        screen.print(escape(f"peak memory {peak['megabytes']} MB: {peak['path']}"))


def _details(found: dict[str, Any]) -> list[tuple[str, Sequence[str], list[Sequence[Any]]]]:
    """Title, columns and rows of each further table."""
    refused: list[Sequence[Any]] = [
        (reason, sum(kinds.values()), ", ".join(f"{n} {kind}" for kind, n in kinds.items()))
        for reason, kinds in found["refused_documents"].items()
    ]
    slowest: list[Sequence[Any]] = [
        (each["path"], each["seconds"], each["ocr_pages"]) for each in found["slowest"]
    ]
    trouble: list[Sequence[Any]] = [
        (each["path"], each["what"], each["how"]) for each in found["trouble"]
    ]
    return [
        ("documents refused", ("reason", "documents", "kinds"), refused),
        ("mails not taken in", ("reason", "mails"), list(found["not_taken_in"].items())),
        ("trouble", ("file", "what", "how"), trouble),
        ("slowest", ("file", "seconds", "pages by OCR"), slowest),
    ]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.corpora", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--json", dest="as_json", action="store_true", help="print JSON")
    parser.add_argument("--limit", type=float, default=_LIMIT, metavar="SECONDS",
                        help=f"for one file (default: {_LIMIT:.0f})")  # fmt: skip
    parser.add_argument("--memory", type=int, default=_MEMORY, metavar="MB",
                        help=f"for one process (default: {_MEMORY})")  # fmt: skip
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, metavar="N",
                        help="files read side by side (default: one for each core)")  # fmt: skip
    return parser


if __name__ == "__main__":
    sys.exit(main())
