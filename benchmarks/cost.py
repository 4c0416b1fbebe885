"""What a letter costs on AWS: ``python -m benchmarks.cost [--write]``.

Text letters and scanned letters go through the real stations over moto, from mail to receipt.
Every AWS call is counted by a hook in botocore, with the request units that DynamoDB would bill
for its items, and the processor time, memory and log lines of every invocation; moto's own time
is taken off. Times the dated price file (costing/prices.toml), in dollars. ``--write`` writes
docs/costs.md.

The aims: at most 16 calls for a text letter; under $0.25 for 1,000 text letters, under $1 for
1,000 scanned ones.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.costing import page
from benchmarks.costing.letters import scanned_letters, text_letters, watched
from benchmarks.costing.prices import Assumed, load
from benchmarks.costing.usage import Seen, Usage, mean, usage
from benchmarks.line.system import System, system
from shared.thai.calendar import BANGKOK

PAGE = Path(__file__).parents[1] / "docs" / "costs.md"
_TEXT, _SCANNED = 24, 12


def main(arguments: Sequence[str] | None = None) -> int:
    """Count, multiply and print; 1 when a text letter takes more calls than it may."""
    asked = _parser().parse_args(arguments)
    file = load()
    with system() as made:
        text = list(watched(text_letters(asked.text + 1), made, silent=1))
        if asked.calls:
            sys.stdout.write(json.dumps(text[0].calls_by()) + "\n")
            return 0
        scanned = list(watched(scanned_letters(asked.scanned), made))
        counted = _counted(text, scanned, standing(made, file.assumed), file.assumed)
    written = page.page(counted, file, datetime.now(UTC).astimezone(BANGKOK).date())
    if asked.write:
        PAGE.write_text(written, encoding="utf-8")
    sys.stdout.write(written)
    return 0 if len(counted.text_calls) <= page.MOST_CALLS else 1


def _counted(
    text: Sequence[Seen], scanned: Sequence[Seen], fixed: Usage, assumed: Assumed
) -> page.Counted:
    return page.Counted(
        text=mean(usage(seen, assumed) for seen in text),
        scanned=mean(usage(seen, assumed) for seen in scanned),
        fixed=fixed,
        text_calls=text[0].calls,
        scanned_calls=scanned[0].calls,
    )


def standing(made: System, assumed: Assumed) -> Usage:
    """What is paid each month for what stands there, whether letters come or not."""
    minutes = 60 * 24 * 30
    return {
        "kms.key_month": page.drawn("AWS::KMS::Key"),
        "alarm.month": page.drawn("AWS::CloudWatch::Alarm"),
        "sqs.request": assumed.empty_polls_a_minute * minutes * len(made.stack.feeds),
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="benchmarks.cost",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--write", action="store_true", help="write docs/costs.md")
    parser.add_argument("--text", type=int, default=_TEXT, metavar="N", help="text letters")
    parser.add_argument("--scanned", type=int, default=_SCANNED, metavar="N", help="scanned ones")
    parser.add_argument("--calls", action="store_true", help="a text letter's calls, as JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
