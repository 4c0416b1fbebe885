"""Our reader beside the plain OCR engine: ``python -m benchmarks.scans [--fonts FOLDER]``.

A script draws filled-in Thai forms and letters in several fonts and wears them down as
scanners, phones and faxes do. Printed per condition: the character error after folding
(Levenshtein distance over length), CPU seconds for each page read, and glances (how often
the engine was shown a page); then, for letters of several pages, the pages read and whether
the decision stayed what it is with the true text. Beside it stands the same engine with the
same models run plainly over all pages in the same run.

The aim: an error no worse anywhere and under 6 % in uneven light, at most 1.1 times the
plain time for a page read, at most half its page reads for a letter.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import track

from benchmarks.reading_bench.comparison import PageResult, tables
from benchmarks.reading_bench.drawn import Font, pictures, thai_fonts
from benchmarks.reading_bench.engines import Seen, by_plain_engine, by_reader, warm_up
from benchmarks.reading_bench.error import wrong_signs
from benchmarks.reading_bench.sheets import Sheet, some_letters, some_sheets
from benchmarks.reading_bench.whole_letters import SENT_AS, LetterResult, result
from benchmarks.reading_bench.worn import CONDITIONS, DRAWN_AT
from cli.tables import console

_PAGES = 6
_SEED = 20261120
_MANY = len(SENT_AS) * len(some_letters(_SEED))

Done = TypeVar("Done")


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw, read and print."""
    asked = _parser().parse_args(arguments)
    warm_up()
    rows = asked.rows or list(CONDITIONS)
    pages = _watched("pages", _pages(rows, asked.fonts, asked.pages), len(rows) * asked.pages)
    letters = [] if asked.no_letters else _watched("letters", _letters(asked.fonts), _MANY)
    if asked.as_json:
        found = {"pages": [asdict(each) for each in pages], "letters": list(map(asdict, letters))}
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    else:
        for shown in tables(pages, letters):
            console().print(shown)
    return 0


def _watched(what: str, work: Iterable[Done], total: int) -> list[Done]:
    """The work done, with a bar on standard error for those who wait."""
    screen = Console(stderr=True)
    return list(track(work, what, total=total, console=screen, transient=True))


def _pages(rows: Sequence[str], folder: Path | None, count: int) -> Iterator[PageResult]:
    fonts = thai_fonts(folder, max(4, count))
    for number, sheet in enumerate(some_sheets(count, _SEED)):
        font = fonts[number % len(fonts)]
        page = pictures([sheet], font, folder, DRAWN_AT)[0]
        for condition in rows:
            content = CONDITIONS[condition](page, _SEED + number)
            ours, plain = by_reader(content), by_plain_engine(content)
            yield _compared(condition, font, sheet, ours, plain)


def _compared(condition: str, font: Font, sheet: Sheet, ours: Seen, plain: Seen) -> PageResult:
    wrong, signs = wrong_signs(sheet.text, ours.text)
    plain_wrong, _ = wrong_signs(sheet.text, plain.text)
    return PageResult(
        condition=condition,
        font=font.name,
        sheet=sheet.name,
        signs=signs,
        wrong=wrong,
        plain_wrong=plain_wrong,
        seconds=ours.seconds,
        plain_seconds=plain.seconds,
        pages=ours.pages,
        glances=ours.glances,
    )


def _letters(folder: Path | None) -> Iterator[LetterResult]:
    """Every letter in every way in which pages are sent."""
    fonts = thai_fonts(folder, 4)
    for number, letter in enumerate(some_letters(_SEED)):
        pages = pictures(letter.sheets, fonts[number % len(fonts)], folder, DRAWN_AT)
        for sent_as in SENT_AS:
            yield result(letter, pages, sent_as, _SEED + number)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks.scans", description=__doc__)
    parser.add_argument("--fonts", type=Path, metavar="FOLDER",
                        help="Thai fonts to draw with beside the project's own")  # fmt: skip
    parser.add_argument("--pages", type=int, default=_PAGES, metavar="N",
                        help=f"pages for each condition (default: {_PAGES})")  # fmt: skip
    parser.add_argument("--rows", nargs="+", choices=list(CONDITIONS), metavar="ROW",
                        help=f"only these: {', '.join(CONDITIONS)}".replace("%", "%%"))  # fmt: skip
    parser.add_argument("--no-letters", action="store_true", help="single pages only")
    parser.add_argument("--json", dest="as_json", action="store_true", help="print JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
