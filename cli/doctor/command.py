"""``saraban doctor``: look at everything, print what is ill and what to do. It changes nothing."""

import argparse
from collections.abc import Mapping

from rich.markup import escape

from cli.doctor import facts, mail, queues, stores, watch
from cli.doctor.finding import Finding, Health, Look, looked
from cli.place import here
from cli.tables import console, keep_whole, table

LOOKS: Mapping[str, Look] = {
    "way in": mail.way_in,
    "mail domain": mail.identity,
    "SES account": mail.account,
    "dead letters": queues.dead_letters,
    "waiting messages": queues.drained,
    "event sources": queues.fed,
    "register": stores.table,
    "buckets": stores.buckets,
    "key of receipts": stores.receipt_key,
    "alarms": watch.alarms,
    "lists": facts.lists,
}
STYLES = {Health.WELL: "green", Health.ILL: "bold red", Health.UNSEEN: "yellow"}


def run(asked: argparse.Namespace) -> int:
    """Print every finding, the ill ones last; 1 when there is one."""
    found = sorted(looked(LOOKS.items(), here(asked.town)), key=_ill_last)
    shown = table("Thing", "Is", "Said", "What to do")
    for one in found:
        health = f"[{STYLES[one.health]}]{one.health}[/]"
        shown.add_row(one.thing, health, escape(one.said), escape(one.do))
    keep_whole(shown, "Thing", "Is")
    console().print(shown)
    ill = sum(one.health is Health.ILL for one in found)
    console().print(
        f"{ill} of {len(found)} ill. `saraban reconcile` says whether all came to an end."
    )
    return 1 if ill else 0


def _ill_last(finding: Finding) -> bool:
    return finding.health is Health.ILL
