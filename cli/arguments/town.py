"""The town, and letters for it."""

import argparse
from pathlib import Path

from cli.arguments.adding import Commands, add

EXAMPLE = """\
A folder for an upload has a manifest.json beside its files:
  {"sender": "somchai@mail.example", "subject": "...", "office": "chiangmai",
   "files": ["form.pdf", "photo.jpg"]}
"""


def towns(commands: Commands) -> None:
    """Start one."""
    up = add(commands, "up", "up", "start the town and keep it running until Ctrl-C")
    up.add_argument("--fresh", action="store_true", help="throw away the old outbox and logs")
    up.add_argument(
        "--smtp-port", type=int, metavar="PORT", help="port for mail (default: 2525 if free)"
    )
    demo = add(
        commands, "demo", "demo.command", "start a town, send the samples, show how each ended"
    )
    demo.add_argument(
        "--patience", type=int, default=180, metavar="SECONDS",
        help="how long to wait for the letters (default: 180)",
    )  # fmt: skip


def letters(commands: Commands) -> None:
    """Bring them."""
    send = add(commands, "send", "send", "mail a letter to the running town")
    send.add_argument("file", type=Path, metavar="FILE.eml")
    send.add_argument("--from", dest="sender", metavar="ADDRESS", help="envelope sender")
    send.add_argument(
        "--to", dest="recipients", action="append", metavar="ADDRESS",
        help="envelope recipient; may be repeated (default: our mailboxes in To and Cc)",
    )  # fmt: skip
    upload = add(commands, "upload", "upload", "upload a folder, or drop a single file")
    upload.add_argument("path", type=Path, metavar="FOLDER|FILE")
    upload.add_argument("--office", metavar="CODE", help="for a single file: the office's code")
    upload.formatter_class = argparse.RawDescriptionHelpFormatter
    upload.epilog = EXAMPLE
