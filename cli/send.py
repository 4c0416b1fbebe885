"""``saraban send``: mail a file."""

import argparse
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from cli import envelope
from cli.mailing import deliver
from cli.place import town
from cli.trouble import Trouble


def run(asked: argparse.Namespace) -> int:
    """Mail the file; says what the town's door answered."""
    state = town(asked.town)
    content = _read(asked.file)
    sender = asked.sender if asked.sender is not None else envelope.sender(content)
    recipients = asked.recipients or envelope.recipients(content, state.outputs["MailDomain"])
    if not recipients:
        raise Trouble(
            f"{asked.file} is addressed to none of our mailboxes. Say --to, e.g. "
            "--to saraban_chiangmai@sso.go.th"
        )
    answer = deliver(state.smtp_host, state.smtp_port, sender, recipients, content)
    console = Console(highlight=False, soft_wrap=True)
    for recipient, said in answer.refused:
        console.print(escape(f"{recipient}: {said}"))
    console.print(escape(answer.said))
    return 0 if answer.accepted and not answer.refused else 1


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Trouble(f"{path} cannot be read: {error.strerror}.") from None
