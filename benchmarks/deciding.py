"""How right the product decides: ``python -m benchmarks.deciding [PATH.jsonl ...] [--json]``.

For every file of labelled letters (benchmarks.labelled_letters): how often process and
office are right, how often they stand without a person and are right then, whether the
confidences mean what they say, and which processes are taken for which, by difficulty and
tag; beside it, in the same run, the rules alone and a classifier on n-grams of characters.
At the end the speed.

Without a PATH it takes the project's own letters. Files named kept* are kept unseen while
words and weights are worked on: of them only sums are shown, unless --show-errors asks. They
do teach the deployed learned part, but never one that decides them here.

The aims, on letters that nobody saw: process 95 %; of the sure ones 99 % right, 80 % sure;
office 97 %; of the automatic ones 99.5 % right; 300 letters a second; data in 150 ms.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.deciders import answer, by_rules_alone, classified, honestly, routed
from benchmarks.deciding_view import show, show_pace
from benchmarks.labelled_letters import BrokenLabelError, LabelledLetter, read
from benchmarks.ngrams.asking import ask
from benchmarks.pace import pace, start
from benchmarks.scoring.judging import Answer, Judged
from benchmarks.scoring.report import NGRAMS, PRODUCT, RULES, Report, report
from shared.classification.classify import SURE
from shared.directory import offices, processes
from shared.model.classification import Classification

LETTERS = Path(__file__).parent / "letters"
KEPT = "kept"
HONEST = "a letter that taught the product's learned part is decided by one taught without it"

Letters = Sequence[LabelledLetter]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 when a file is no file of labelled letters."""
    asked = _parser().parse_args(arguments)
    own = sorted(LETTERS.glob("*.jsonl"))
    taught = asked.train or [path for path in own if not path.name.startswith(KEPT)]
    try:
        files = {path: _read(path) for path in asked.paths or own}
        teaching = [one for path in taught for one in _read(path)]
    except (BrokenLabelError, OSError) as error:
        sys.stderr.write(f"benchmarks.deciding: {error}\n")
        return 1
    reports = {
        path: report_on(path.name, some, teaching, show_errors=asked.show_errors)
        for path, some in files.items()
    }
    speed = pace([one.letter for some in files.values() for one in some])
    fresh = start(next(iter(files)))
    if asked.as_json:
        parts = {str(path): one.model_dump(mode="json") for path, one in reports.items()}
        whole = {"files": parts, "letters_per_second": speed.model_dump()}
        whole["start_milliseconds"] = fresh.model_dump()
        sys.stdout.write(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")
    else:
        for path, one in reports.items():
            show(str(path), one)
        show_pace(speed, fresh)
    return 0


def report_on(name: str, letters: Letters, teaching: Letters, *, show_errors: bool) -> Report:
    """Decide every letter of the file of this name, ask the rules alone and the n-grams too."""
    found = honestly([one.letter for one in letters])
    ruled = [by_rules_alone(one.letter) for one in letters]
    judged = {PRODUCT: _decided(letters, found), RULES: _decided(letters, ruled)}
    notes = [f"deployed: {classified(letters[0].letter).version}", HONEST]
    if teaching:
        judged[NGRAMS] = _judged(letters, ask(letters, teaching, SURE))
        notes.append(f"n-grams: taught with up to {len(teaching)} letters, never with those asked")
    kept = name.startswith(KEPT)
    return report(judged, notes, only_sums=kept and not show_errors, show_mistakes=show_errors)


def _decided(letters: Letters, found: Sequence[Classification]) -> list[Judged]:
    pairs = zip(letters, found, strict=True)
    return _judged(letters, [answer(one, routed(its.letter, one)) for its, one in pairs])


def _judged(letters: Letters, answers: Sequence[Answer]) -> list[Judged]:
    pairs = zip(letters, answers, strict=True)
    return [Judged(id=one.id, label=one.label, answer=its) for one, its in pairs]


def _read(path: Path) -> Letters:
    at = datetime.now(UTC)
    letters = read(path, offices.load(at.date()), processes.load(at.date()), at)
    if not letters:
        raise BrokenLabelError(f"{path.name}: no letters in it")
    return letters


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="benchmarks.deciding",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH.jsonl")
    parser.add_argument("--train", action="append", type=Path, metavar="PATH.jsonl",
                        help="teaches the n-grams; may be repeated (default: our own letters "
                        "but those kept unseen)")  # fmt: skip
    parser.add_argument("--show-errors", action="store_true",
                        help="list every letter with a wrong process or office")  # fmt: skip
    parser.add_argument("--json", dest="as_json", action="store_true", help="print JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
