"""The commands and their arguments. Each command's module is loaded only when it is used."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from botocore.exceptions import BotoCoreError, ClientError

from cli.trouble import Trouble

EXAMPLE = """\
A folder for an upload has a manifest.json beside its files:
  {"sender": "somchai@mail.example", "subject": "...", "office": "chiangmai",
   "files": ["form.pdf", "photo.jpg"]}
"""
JURISDICTIONS = """\
A row: the district's code, the office's, hint or confirmed, what says so, who entered it, when:
  place,office,status,source,who,when
  1013,bkkarea1,confirmed,order 99/2570,the registrar,2027-01-15
"""


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
    _towns(commands)
    _letters(commands)
    _looks(commands)
    _receipts(commands)
    _tables(commands)
    _records(commands)
    return top


_Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives it no public name


def _towns(commands: "_Commands[argparse.ArgumentParser]") -> None:
    up = _add(commands, "up", "up", "start the town and keep it running until Ctrl-C")
    up.add_argument("--fresh", action="store_true", help="throw away the old outbox and logs")
    up.add_argument(
        "--smtp-port", type=int, metavar="PORT", help="port for mail (default: 2525 if free)"
    )
    demo = _add(
        commands, "demo", "demo.command", "start a town, send the samples, show how each ended"
    )
    demo.add_argument(
        "--patience",
        type=int,
        default=180,
        metavar="SECONDS",
        help="how long to wait for the letters (default: 180)",
    )


def _letters(commands: "_Commands[argparse.ArgumentParser]") -> None:
    send = _add(commands, "send", "send", "mail a letter to the running town")
    send.add_argument("file", type=Path, metavar="FILE.eml")
    send.add_argument("--from", dest="sender", metavar="ADDRESS", help="envelope sender")
    send.add_argument(
        "--to",
        dest="recipients",
        action="append",
        metavar="ADDRESS",
        help="envelope recipient; may be repeated (default: our mailboxes in To and Cc)",
    )
    upload = _add(commands, "upload", "upload", "upload a folder, or drop a single file")
    upload.add_argument("path", type=Path, metavar="FOLDER|FILE")
    upload.add_argument("--office", metavar="CODE", help="for a single file: the office's code")
    upload.formatter_class = argparse.RawDescriptionHelpFormatter
    upload.epilog = EXAMPLE


def _looks(commands: "_Commands[argparse.ArgumentParser]") -> None:
    status = _add(commands, "status", "status", "where a letter is")
    status.add_argument("reference", metavar="REFERENCE")
    arrivals = _add(commands, "arrivals", "arrivals", "what came in on a day, and how it ended")
    arrivals.add_argument("day", nargs="?", metavar="DAY", help="e.g. 2026-11-22 (default: today)")
    compare = _add(
        commands, "reconcile", "reconcile", "does everything that came in have its end? (1: no)"
    )
    compare.add_argument("--day", metavar="DAY", help="one day (default: today and two before)")
    compare.add_argument(
        "--minutes", type=int, default=60, metavar="N",
        help="leave out what is younger: it is still on its way (default: 60)",
    )  # fmt: skip
    compare.add_argument(
        "--redrive", action="store_true", help="put what has no end into intake's queue again"
    )
    replay = _add(
        commands, "replay", "replay", "messages that no station could deal with (1: there are some)"
    )
    replay.add_argument("queue", nargs="?", metavar="QUEUE", help="mail, router ... (default: all)")
    back = replay.add_mutually_exclusive_group()
    back.add_argument("--message", metavar="ID", help="give one back to its queue")
    back.add_argument("--all", action="store_true", help="give all back to their queues")
    reminders = _add(
        commands, "remind", "remind", "remind senders whose last day for documents is near"
    )
    reminders.add_argument(
        "--days", type=int, default=3, metavar="N",
        help="how many days before the last one (default: 3)",
    )  # fmt: skip
    _add(
        commands,
        "doctor",
        "doctor.command",
        "is the deployment as it must be? (1: something is ill)",
    )
    drill = _add(
        commands, "drill", "drilling.command", "could we restore what was lost? tries each backup"
    )
    drill.add_argument(
        "--minutes", type=int, default=15, metavar="N",
        help="how old the register is that is brought back (default: 15; backups lag five)",
    )  # fmt: skip
    queue = _add(commands, "queue", "worklist", "an office's unfinished work")
    queue.add_argument("office", metavar="OFFICE", help="code, e.g. chiangmai, or mailbox")
    book = _add(commands, "register", "book", "an office's register of a year")
    book.add_argument("office", metavar="OFFICE", help="code, e.g. chiangmai, or mailbox")
    book.add_argument("year", type=int, metavar="YEAR", help="Buddhist year, e.g. 2569")
    read = _add(commands, "read", "read", "what the reader makes of files, without AWS")
    read.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="mails, or any file")
    read.add_argument("--json", dest="as_json", action="store_true", help="one JSON object a line")
    explain = _add(commands, "explain", "explaining", "decide about letters, without AWS")
    explain.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=".eml or .jsonl")
    explain.add_argument(
        "--json", dest="as_json", action="store_true", help="one JSON object a line"
    )
    corrections = _add(
        commands, "corrections", "corrections", "letters corrected at the desk, for learn"
    )
    corrections.add_argument("file", type=Path, metavar="FILE.jsonl")
    learn = _add(commands, "learn", "learning.command", "teach the learned part of deciding again")
    learn.add_argument(
        "files", nargs="*", type=Path, metavar="FILE.jsonl",
        help="all letters that clerks corrected so far, labelled as in benchmarks/letters",
    )  # fmt: skip
    learn.add_argument(
        "--out", type=Path, metavar="FILE",
        help="where to write it (default: where the product has it)",
    )  # fmt: skip


def _receipts(commands: "_Commands[argparse.ArgumentParser]") -> None:
    verify = _add(commands, "verify", "verify", "is a receipt, or a code copied from one, ours?")
    verify.add_argument("what", nargs="+", metavar="FILE|CODE", help="a PDF, or SSO1...")
    verify.add_argument(
        "--key", type=Path, metavar="FILE", help="the published public key (default: the town's)"
    )
    receipt = _add(commands, "receipt", "receipt", "make a letter's receipts again, as PDF")
    receipt.add_argument("reference", metavar="REFERENCE")
    receipt.add_argument(
        "--out", type=Path, metavar="FOLDER", default=Path(),
        help="where to write them (default: here)",
    )  # fmt: skip
    preview = _add(commands, "preview", "preview", "each kind of message, with invented facts")
    preview.add_argument("kinds", nargs="*", metavar="KIND", help="default: all")
    preview.add_argument(
        "--out", type=Path, metavar="FOLDER", default=Path("previews"),
        help="where to write them (default: previews)",
    )  # fmt: skip
    preview.add_argument("--open", action="store_true", help="show them with your programs")


def _tables(commands: "_Commands[argparse.ArgumentParser]") -> None:
    table = _add(
        commands, "jurisdictions", "jurisdictions", "which office is responsible for which district"
    )
    table.add_argument("what", choices=("export", "import"), help="out to a file, or in from one")
    table.add_argument("file", type=Path, metavar="FILE", help="CSV; import replaces the table")
    table.formatter_class = argparse.RawDescriptionHelpFormatter
    table.epilog = JURISDICTIONS


def _records(commands: "_Commands[argparse.ArgumentParser]") -> None:
    export = _add(commands, "export", "records.export", "everything about one letter, in a folder")
    export.add_argument("reference", metavar="REFERENCE")
    export.add_argument("folder", type=Path, metavar="DIR", help="new, or empty")
    hold = _add(commands, "hold", "records.hold", "nothing of a letter may be erased, by order")
    hold.add_argument("reference", metavar="REFERENCE")
    hold.add_argument("--order", required=True, metavar="TEXT", help="number and date of the order")
    hold.add_argument("--end", action="store_true", help="this order ends the hold")
    erase = _add(
        commands, "erase", "records.erase", "erase a letter's data by order; its number stays"
    )
    erase.add_argument("reference", metavar="REFERENCE")
    erase.add_argument(
        "--order", required=True, metavar="TEXT", help="number and date; stands in the register"
    )


def _add(
    commands: "_Commands[argparse.ArgumentParser]", name: str, module: str, what: str
) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(name, help=what, description=what)
    made.set_defaults(module=module)
    return made
