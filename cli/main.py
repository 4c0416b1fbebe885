"""The way in: one command is read and done. Its module is loaded only when it is used."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from botocore.exceptions import BotoCoreError, ClientError

from cli.arguments import deciding, looking, operating, town
from cli.trouble import Trouble

GROUPS = (
    town.towns,
    town.letters,
    looking.registers,
    looking.receipts,
    operating.ends,
    operating.health,
    operating.orders,
    deciding.trials,
    deciding.lessons,
)
"""In the order in which ``saraban --help`` lists them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status. Trouble is one line on standard error."""
    asked = parser().parse_args(arguments)
    try:
        done: int = importlib.import_module(f"cli.{asked.module}").run(asked)
    except Trouble as trouble:
        return _complain(str(trouble))
    except (BotoCoreError, ClientError) as error:
        return _complain(f"AWS (or the town that plays it) says: {error}")
    except BrokenPipeError:
        # Whoever read our output has gone; closing it again must not complain once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    return done


def _complain(sentence: str) -> int:
    sys.stderr.write(f"saraban: {sentence}\n")
    return 1


def parser() -> argparse.ArgumentParser:
    """All commands."""
    top = argparse.ArgumentParser(
        prog="saraban",
        description="Letters to the Social Security Office: the town, and a look into it.",
    )
    top.add_argument(
        "--town",
        type=Path,
        metavar="FOLDER",
        default=Path(os.environ.get("SARABAN_TOWN", ".town")),
        help="where the town keeps its state, logs and outbox (default: .town)",
    )
    commands = top.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for group in GROUPS:
        group(commands)
    return top
