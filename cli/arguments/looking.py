"""A look at letters, registers and receipts."""

from pathlib import Path

from cli.arguments.adding import Commands, add


def registers(commands: Commands) -> None:
    """Where letters are."""
    status = add(commands, "status", "status", "where a letter is")
    status.add_argument("reference", metavar="REFERENCE")
    arrivals = add(commands, "arrivals", "arrivals", "what came in on a day, and how it ended")
    arrivals.add_argument("day", nargs="?", metavar="DAY", help="e.g. 2026-11-22 (default: today)")
    queue = add(commands, "queue", "worklist", "an office's unfinished work")
    queue.add_argument("office", metavar="OFFICE", help="code, e.g. chiangmai, or mailbox")
    book = add(commands, "register", "book", "an office's register of a year")
    book.add_argument("office", metavar="OFFICE", help="code, e.g. chiangmai, or mailbox")
    book.add_argument("year", type=int, metavar="YEAR", help="Buddhist year, e.g. 2569")


def receipts(commands: Commands) -> None:
    """What senders were told."""
    verify = add(commands, "verify", "verify", "is a receipt, or a code copied from one, ours?")
    verify.add_argument("what", nargs="+", metavar="FILE|CODE", help="a PDF, or SSO1...")
    verify.add_argument(
        "--key", type=Path, metavar="FILE", help="the published public key (default: the town's)"
    )
    receipt = add(commands, "receipt", "receipt", "make a letter's receipts again, as PDF")
    receipt.add_argument("reference", metavar="REFERENCE")
    receipt.add_argument(
        "--out", type=Path, metavar="FOLDER", default=Path(),
        help="where to write them (default: here)",
    )  # fmt: skip
    preview = add(commands, "preview", "preview", "each kind of message, with invented facts")
    preview.add_argument("kinds", nargs="*", metavar="KIND", help="default: all")
    preview.add_argument(
        "--out", type=Path, metavar="FOLDER", default=Path("previews"),
        help="where to write them (default: previews)",
    )  # fmt: skip
    preview.add_argument("--open", action="store_true", help="show them with your programs")
