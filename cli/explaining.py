"""``saraban explain``: what would be decided about letters, as lines of JSON or to look at."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from cli.explain import Broken, as_row, explain_letters
from cli.explain_view import show


def run(asked: argparse.Namespace) -> int:
    """Decide about letters in files, without AWS."""
    return run_explain(asked.paths, as_json=asked.as_json)


def run_explain(paths: Sequence[Path], *, as_json: bool) -> int:
    """Explain every letter in the files; returns 1 if anything could not be read, else 0.

    With ``as_json`` one JSON object a line. What is broken is named on standard error and
    the run goes on.
    """
    status = 0
    for found in explain_letters(paths):
        if isinstance(found, Broken):
            sys.stderr.write(f"saraban: {found.where}: {found.what}\n")
            status = 1
        elif as_json:
            sys.stdout.write(json.dumps(as_row(found), ensure_ascii=False) + "\n")
        else:
            show(found)
    sys.stdout.flush()
    return status
