"""``saraban explain``."""

import argparse

from cli.explain import run_explain


def run(asked: argparse.Namespace) -> int:
    """Decide about letters in files, without AWS."""
    return run_explain(asked.paths, as_json=asked.as_json)
