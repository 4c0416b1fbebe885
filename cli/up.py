"""``saraban up``: the town, until somebody ends it."""

import argparse
import signal
import threading
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape

from cli.trouble import Trouble
from local.cloud_process import CloudDied
from local.plan import USUAL_HTTP_PORT, USUAL_SMTP_PORT, Plan
from local.residents import RESIDENTS
from local.state import FILE, AlreadyRunning
from local.template import NotPlayed
from local.town import Town
from local.wiring import NotAllowed

if TYPE_CHECKING:
    from collections.abc import Iterator

ENDS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def run(asked: argparse.Namespace) -> int:
    """Start the town, say where everything is, and wait for a signal."""
    console = Console(highlight=False, soft_wrap=True)
    port = USUAL_SMTP_PORT if asked.smtp_port is None else asked.smtp_port
    plan = Plan(fresh=asked.fresh, smtp_port=port, http_port=USUAL_HTTP_PORT)
    with _told_to_end() as told, started(plan, asked.town, console) as town:
        console.print(escape(_addresses(town)))
        told.wait()
        console.print("Stopping ...")
    return 0


@contextmanager
def _told_to_end() -> "Iterator[threading.Event]":
    """Set by Ctrl-C or a polite kill, even while the town is still starting."""
    told = threading.Event()
    before = {number: signal.signal(number, lambda *_: told.set()) for number in ENDS}
    try:
        yield told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def started(plan: Plan, folder: Path, console: Console) -> "Iterator[Town]":
    """A running town. Raises Trouble when it cannot be started."""
    with ExitStack() as held:
        with console.status("Starting the town ..."), _named_trouble():
            town = held.enter_context(Town(folder, plan))
        yield town


@contextmanager
def _named_trouble() -> "Iterator[None]":
    """What can go wrong at the start of a town, in words."""
    try:
        yield
    except AlreadyRunning as folder:
        raise Trouble(
            f"A town is running in {folder} already. Use it, end it (Ctrl-C where it runs), "
            "or choose another folder with --town."
        ) from None
    except CloudDied as log:
        raise Trouble(f"The pretend AWS account did not start; {log} says why.") from None
    except NotPlayed as what:
        raise Trouble(f"The town cannot play this part of template.yaml: {what}") from None
    except NotAllowed as what:
        raise Trouble(f"A policy in template.yaml stands in its own way: {what}") from None


LETTER = (
    "From: me@mail.example",
    "To: saraban_chiangmai@sso.go.th",
    "Subject: เปลี่ยนโรงพยาบาล",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "ขอเปลี่ยนสถานพยาบาลตามสิทธิประกันสังคมค่ะ",
    "",
)
"""A letter to try it with."""


def _addresses(town: Town) -> str:
    state = town.state
    letter = r"\r\n".join(LETTER)
    people = "\n".join(f"  {one.name:<10} {one.role:<14} {one.office}" for one in RESIDENTS)
    return f"""\
The town is running. Everything is on this machine and nothing leaves it.

  desk      {state.fronts.get("DeskApi", "-")}
  counter   {state.fronts.get("PortalApi", "-")}
  agencies  {state.fronts.get("AgencyApi", "-")}openapi.json
  mail      smtp://{state.smtp_host}:{state.smtp_port}
  AWS       {state.endpoint}  (keys in {town.folder / FILE})
  receipts  {state.outbox}
  logs      {state.logs}

Sign in at the desk as one of these, all with the password  {state.password}

{people}

Write to it with any mail client, or with curl:

  printf '{letter}' |
  curl smtp://{state.smtp_host}:{state.smtp_port} --mail-from me@mail.example \\
    --mail-rcpt saraban_chiangmai@sso.go.th --upload-file -

Send letters as an agency's program would (docs/api.md):

  curl --user {":".join(state.agency)} --data grant_type=client_credentials \\
    {state.fronts.get("AgencyApi", "-")}oauth2/token

Then look: saraban queue chiangmai. The register lies in memory and is empty at each start.
Ctrl-C ends the town.
"""
