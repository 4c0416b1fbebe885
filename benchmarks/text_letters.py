"""What a letter of text costs the reader: ``python -m benchmarks.text_letters [DIR]``.

CPU milliseconds for each letter, from its bytes to its readings (in this process and in the
one that intake keeps for reading), beside what the standard library's mail parser and pypdf
need for the same bytes in the same run. They answer less (no damaged charset, no judgement
of the text), so they are a floor to compare with. DIR adds the real mails below it that hold
no picture.

The aim: a median under 20 ms.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from email import message_from_bytes, policy
from io import BytesIO
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from pypdf import PdfReader

from benchmarks.reading_bench.as_deployed import read_as_deployed
from benchmarks.reading_bench.descendants import CpuWatch
from benchmarks.reading_bench.text_mails import KINDS, mails
from cli.letter_file import is_mail
from cli.tables import console, table
from functions.intake.mail import parse_mail
from functions.intake.reading.kinds import Kind
from functions.intake.reading.sniffing import kind_of
from shared.errors import Refused
from shared.model.reading import Source
from shared.model.submission import ReadLetter

_LETTERS = 120
_SEED = 20261120
_TEXTS = frozenset({Kind.TEXT, Kind.HTML, Kind.EML, Kind.PDF})
_FOUND = "found in DIR"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    asked = _parser().parse_args(arguments)
    groups = {kind: list(mails(kind, asked.letters, _SEED)) for kind in KINDS}
    if asked.folder:
        groups[_FOUND] = list(_text_mails(asked.folder))
    found = {name: _measured(group) for name, group in groups.items() if group}
    if asked.as_json:
        sys.stdout.write(json.dumps(found, indent=2) + "\n")
    else:
        _print(found)
    return 0


def by_reader(raw: bytes) -> ReadLetter | None:
    """A mail as intake reads it."""
    return read_as_deployed("letter.eml", raw).letter


def by_library(raw: bytes) -> str:
    """The texts that the standard library and pypdf find, as far as they get."""
    texts: list[str] = []
    for part in message_from_bytes(raw, policy=policy.default).walk():
        if part.is_multipart():
            continue
        try:
            content = part.get_content()
            if part.get_content_type() == "application/pdf":
                pages = PdfReader(BytesIO(content)).pages
                content = "\n".join(page.extract_text() for page in pages)
        except Exception:  # noqa: BLE001, S112 - what it cannot read costs it nothing more
            continue
        texts.append(str(content))
    return "\n".join(texts)


def _measured(letters: Sequence[bytes]) -> dict[str, float]:
    """Milliseconds, one pass each after a first letter that loads what is needed."""
    reader, library = _milliseconds(by_reader, letters), _milliseconds(by_library, letters)
    return {
        "letters": len(letters),
        "kilobytes": round(median(map(len, letters)) / 1024, 1),
        "median": round(median(reader), 2),
        "p95": round(_p95(reader), 2),
        "most": round(max(reader), 2),
        "library_median": round(median(library), 2),
        "library_p95": round(_p95(library), 2),
    }


def _milliseconds(work: Callable[[bytes], object], letters: Iterable[bytes]) -> list[float]:
    found = list(letters)
    work(found[0])
    times = []
    for raw in found:
        watch = CpuWatch()
        work(raw)
        times.append(watch.seconds() * 1000)
    return times


def _p95(values: Sequence[float]) -> float:
    return quantiles(values, n=20)[-1] if len(values) > 1 else values[0]


def _text_mails(folder: Path) -> Iterator[bytes]:
    """The mails below a folder that have only texts in them, and no page that needs OCR."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        raw = path.read_bytes()
        if is_mail(path.name, raw) and _only_text(raw) and _no_ocr(by_reader(raw)):
            yield raw


def _only_text(raw: bytes) -> bool:
    try:
        parts = parse_mail(raw).parts
    except Refused:
        return False
    return all((part.kind or kind_of(part.content)) in _TEXTS for part in parts)


def _no_ocr(letter: ReadLetter | None) -> bool:
    pages = [page for reading in letter.readings for page in reading.pages] if letter else []
    return letter is not None and not any(page.source is Source.OCR for page in pages)


def _print(found: dict[str, dict[str, Any]]) -> None:
    shown = table("mails", "letters", "KB (median)", "ms median", "p95", "most",
                  "library median", "p95", "times")  # fmt: skip
    for name, row in found.items():
        times = row["median"] / row["library_median"] if row["library_median"] else 0.0
        shown.add_row(name, *(str(value) for value in row.values()), f"{times:.1f}")
    console().print(shown)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.text_letters", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="real mails to add")
    parser.add_argument("--letters", type=int, default=_LETTERS, metavar="N",
                        help=f"of each kind (default: {_LETTERS})")  # fmt: skip
    parser.add_argument("--json", dest="as_json", action="store_true", help="print JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
