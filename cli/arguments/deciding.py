"""Reading and deciding without AWS, and what they are taught."""

import argparse
from pathlib import Path

from cli.arguments.adding import Commands, add

JURISDICTIONS = """\
A row: the district's code, the office's, hint or confirmed, what says so, who entered it, when:
  place,office,status,source,who,when
  1013,bkkarea1,confirmed,order 99/2570,the registrar,2027-01-15
"""


def trials(commands: Commands) -> None:
    """What would become of files."""
    read = add(commands, "read", "read", "what the reader makes of files, without AWS")
    read.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="mails, or any file")
    read.add_argument("--json", dest="as_json", action="store_true", help="one JSON object a line")
    explain = add(commands, "explain", "explaining", "decide about letters, without AWS")
    explain.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=".eml or .jsonl")
    explain.add_argument(
        "--json", dest="as_json", action="store_true", help="one JSON object a line"
    )


def lessons(commands: Commands) -> None:
    """What clerks know better."""
    corrections = add(
        commands, "corrections", "corrections", "letters corrected at the desk, for learn"
    )
    corrections.add_argument("file", type=Path, metavar="FILE.jsonl")
    learn = add(commands, "learn", "learning.command", "teach the learned part of deciding again")
    learn.add_argument(
        "files", nargs="*", type=Path, metavar="FILE.jsonl",
        help="all letters that clerks corrected so far, labelled as in benchmarks/letters",
    )  # fmt: skip
    learn.add_argument(
        "--out", type=Path, metavar="FILE",
        help="where to write it (default: where the product has it)",
    )  # fmt: skip
    table = add(
        commands, "jurisdictions", "jurisdictions", "which office is responsible for which district"
    )
    table.add_argument("what", choices=("export", "import"), help="out to a file, or in from one")
    table.add_argument("file", type=Path, metavar="FILE", help="CSV; import replaces the table")
    table.formatter_class = argparse.RawDescriptionHelpFormatter
    table.epilog = JURISDICTIONS
