"""The digit reader beside the plain OCR engine: ``python -m benchmarks.digits FONTS [--json]``.

Official letters full of numbers in Thai digits are drawn in the fonts of the folder that the
reader never learnt from, worn down, read by the engine, and their numbers read again. A
number counts as right when it stands in the text exactly, every digit and separator.

The aims: of clean print at least 95 % of the numbers exactly right, and of those called
sure at least 99.5 %, also blurred and bold. The same pages with Arabic digits show false
alarms: what the reader changed there although the engine can read it.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import fmean

from rich.console import Console
from rich.progress import track

from benchmarks.digit_bench.one_page import CLEAN, PageResult, result
from benchmarks.digit_bench.tally import Tally
from cli.tables import console, table
from functions.intake.reading.digits.signs import ARABIC, THAI
from tools.digits.fonts import is_upright, of_part

_CONDITIONS = (CLEAN, "bold", "blurred", "phone", "jpeg", "coarse", "fax", "coarse fax")
_SEED = "2568"


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw, read and print."""
    asked = _parser().parse_args(arguments)
    fonts = [font for font in of_part(asked.fonts, asked.part) if is_upright(font)]
    if not fonts:
        sys.stderr.write(f"no {asked.part} fonts in {asked.fonts}\n")
        return 1
    work = [(font, worn) for worn in asked.conditions for font in fonts] * asked.pages
    found = {
        digits: [
            result(font, worn, digits, f"{_SEED} {number}")
            for number, (font, worn) in enumerate(track(work, digits, console=Console(stderr=True)))
        ]
        for digits in (THAI, ARABIC)
    }
    (_print_json if asked.json else _print_tables)(found[THAI], found[ARABIC])
    return 0


def _print_json(thai: Sequence[PageResult], arabic: Sequence[PageResult]) -> None:
    found = {"thai": [asdict(each) for each in thai], "arabic": [asdict(each) for each in arabic]}
    sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")


def _print_tables(thai: Sequence[PageResult], arabic: Sequence[PageResult]) -> None:
    for title, results in (("Thai digits", thai), ("Arabic digits", arabic)):
        for rows in ("condition", "font"):
            shown = table(rows, *_COLUMNS, title=title)
            for name in dict.fromkeys(getattr(each, rows) for each in results):
                shown.add_row(name, *_cells([e for e in results if getattr(e, rows) == name]))
            shown.add_row("all", *_cells(results))
            console().print(shown)


_COLUMNS = (
    "numbers",
    "exactly right",
    "called sure",
    "right among sure",
    "wrong but sure",
    "plain engine right",
    "reader ms/page",
    "engine s/page",
)


def _cells(results: Sequence[PageResult]) -> Iterable[str]:
    claimed, guessed, plain = (
        sum((getattr(each, name) for each in results), Tally())
        for name in ("claimed", "guessed", "plain")
    )
    sure = claimed.right + claimed.wrong
    yield str(claimed.numbers)
    yield f"{guessed.right / claimed.numbers:.1%}"
    yield f"{sure / claimed.numbers:.1%}"
    yield f"{claimed.right / sure:.2%}" if sure else "-"
    yield str(claimed.wrong)
    yield f"{plain.right / claimed.numbers:.1%}"
    yield f"{1000 * fmean(each.reader_seconds for each in results):.0f}"
    yield f"{fmean(each.plain_seconds for each in results):.2f}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.digits")
    parser.add_argument("fonts", type=Path, help="a folder of Thai fonts (.ttf, .otf)")
    parser.add_argument("--json", action="store_true", help="every page's counts, as JSON")
    parser.add_argument("--pages", type=int, default=1, help="per font and condition")
    parser.add_argument("--part", choices=("test", "tuning", "learning"), default="test")
    parser.add_argument("--conditions", nargs="+", choices=_CONDITIONS, default=_CONDITIONS)
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
