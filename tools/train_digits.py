"""Teach the digit reader: ``python -m tools.train_digits FONTS WORK``.

Writes functions/intake/reading/digits/network.npz. Needs PyTorch (``pip install torch``)
and a folder of Thai fonts (``python -m tools.gather_fonts`` makes one from font packages);
the families of tools.digits.fonts.TEST and TUNING are left out. Half an hour of one core.
WORK is a folder for what is drawn and learnt on the way: broken off and started again, the
work goes on where it was. The outcome is then measured with ``python -m benchmarks.digits``.
"""

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random

from functions.intake.reading.digits.network import WEIGHTS
from tools.digits.examples import Example, examples
from tools.digits.fonts import of_part
from tools.digits.keeping import kept
from tools.digits.writing import written

_FILES, _IN_EACH, _SEED = 9, 10_000, 2568


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw, teach, write."""
    asked = _parser().parse_args(arguments)
    # Not earlier: without PyTorch, --help still helps.
    from tools.digits.learning import ROUNDS, Teacher  # noqa: PLC0415

    asked.work.mkdir(parents=True, exist_ok=True)
    fonts = of_part(asked.fonts, "learning")
    _say(f"{len(fonts)} fonts to learn from")
    drawn = [one for number in range(asked.files) for one in _drawn(asked.work, fonts, number)]
    _say(f"{len(drawn)} examples")
    teacher = Teacher(ROUNDS, _SEED, asked.work / "unfinished.pt")
    taught = teacher.taught(drawn, lambda step, lost: _say(f"{step}: {lost:.3f}"))
    written(taught, asked.to)
    return 0


def _drawn(work: Path, fonts: Sequence[Path], number: int) -> list[Example]:
    name = f"learning{number}"
    source = examples(fonts, Random(name))  # noqa: S311 - pictures, not secrets
    return kept(work / f"{name}.npz", partial(islice, source, _IN_EACH))


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.train_digits")
    parser.add_argument("fonts", type=Path, help="a folder of Thai fonts (.ttf, .otf)")
    parser.add_argument("work", type=Path, help="a folder for unfinished work")
    parser.add_argument("--files", type=int, default=_FILES, help=f"of {_IN_EACH} examples")
    parser.add_argument("--to", type=Path, default=WEIGHTS, help="the file to write")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
