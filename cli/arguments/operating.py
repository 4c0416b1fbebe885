"""The operator's duties: everything has its end, nothing is ill, orders are carried out."""

from pathlib import Path

from cli.arguments.adding import Commands, add


def ends(commands: Commands) -> None:
    """Does everything come to its end?"""
    compare = add(
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
    replay = add(
        commands, "replay", "replay", "messages that no station could deal with (1: there are some)"
    )
    replay.add_argument("queue", nargs="?", metavar="QUEUE", help="mail, router ... (default: all)")
    back = replay.add_mutually_exclusive_group()
    back.add_argument("--message", metavar="ID", help="give one back to its queue")
    back.add_argument("--all", action="store_true", help="give all back to their queues")
    reminders = add(
        commands, "remind", "remind", "remind senders whose last day for documents is near"
    )
    reminders.add_argument(
        "--days", type=int, default=3, metavar="N",
        help="how many days before the last one (default: 3)",
    )  # fmt: skip


def health(commands: Commands) -> None:
    """Is the deployment well, and could it be brought back?"""
    add(commands, "doctor", "doctor.command",
        "is the deployment as it must be? (1: something is ill)")  # fmt: skip
    drill = add(
        commands, "drill", "drilling.command", "could we restore what was lost? tries each backup"
    )
    drill.add_argument(
        "--minutes", type=int, default=15, metavar="N",
        help="how old the register is that is brought back (default: 15; backups lag five)",
    )  # fmt: skip


def orders(commands: Commands) -> None:
    """One letter by order."""
    export = add(commands, "export", "records.export", "everything about one letter, in a folder")
    export.add_argument("reference", metavar="REFERENCE")
    export.add_argument("folder", type=Path, metavar="DIR", help="new, or empty")
    hold = add(commands, "hold", "records.hold", "nothing of a letter may be erased, by order")
    hold.add_argument("reference", metavar="REFERENCE")
    hold.add_argument("--order", required=True, metavar="TEXT", help="number and date of the order")
    hold.add_argument("--end", action="store_true", help="this order ends the hold")
    erase = add(
        commands, "erase", "records.erase", "erase a letter's data by order; its number stays"
    )
    erase.add_argument("reference", metavar="REFERENCE")
    erase.add_argument(
        "--order", required=True, metavar="TEXT", help="number and date; stands in the register"
    )
