"""The demo from beginning to end."""

import argparse
import time

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from cli.demo.ending import differences
from cli.demo.showing import endings
from cli.demo.watching import Watch
from cli.tables import console as wide_console
from cli.up import started
from local.outbox import mails
from local.plan import Plan
from samples.inbox import load


def run(asked: argparse.Namespace) -> int:
    """0 only if every letter ended exactly as it should; what did not is told by name."""
    began = time.monotonic()
    console = wide_console()
    samples = load()
    with started(Plan(fresh=True), asked.town / "demo", console) as town:
        console.print(f"The town stands after {time.monotonic() - began:.0f} s.")
        watch = Watch(samples, town.state)
        _follow(watch, asked.patience, console)
    wrong = _wrong(watch)
    console.print(endings(samples, watch.endings, wrong))
    outbox, logs = town.state.outbox, town.state.logs
    console.print(escape(f"Receipts: {len(mails(outbox))} mails in {outbox}\nLogs: {logs}"))
    for name, what in wrong.items():
        for difference in what:
            console.print(f"[red]✗[/] {name}: {escape(difference)}")
    well = sum(not what for what in wrong.values())
    took = time.monotonic() - began
    console.print(f"{well} of {len(samples)} letters ended as they should, in {took:.0f} s.")
    return 0 if well == len(samples) else 1


def _follow(watch: Watch, patience: float, console: Console) -> None:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console) as progress:
        task = progress.add_task("Letters that have ended", total=len(watch.samples))
        watch.run(patience, lambda: progress.update(task, completed=len(watch.done)))


def _wrong(watch: Watch) -> dict[str, tuple[str, ...]]:
    letters = watch.letters()
    return {
        sample.id: differences(sample, watch.endings[sample.id], letters)
        if sample.id in watch.endings
        else ("never arrived",)
        for sample in watch.samples
    }
