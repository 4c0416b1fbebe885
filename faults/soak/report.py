"""What a soak found, in figures."""

from collections.abc import Sequence
from statistics import median, quantiles

from faults.books import Books
from faults.soak.letters import SCANNERS
from shared.model.letter import ArrivalRecord, Outcome

TEXT, SCANNED = "text letters", "scanned letters"
HOT, OTHERS = "  of the hot office", "  of the others"
AIMS = {SCANNED: 300.0}
MOST_GROWTH = 1.2
"""Of a soak's memory, so that what leaks a little with each letter is noticed."""
AIM = 60.0
"""Seconds within which 99 of 100 letters are to be acknowledged."""


def latencies(books: Books) -> dict[str, list[float]]:
    """Seconds from a letter's arrival until its receipt had gone out, by kinds of letter."""
    came = {str(one.arrival.id): one for one in books.lines}
    hot = {one.submission_id for one in books.items if one.office == "chiangmai"}
    found: dict[str, list[float]] = {TEXT: [], HOT: [], OTHERS: [], SCANNED: []}
    for receipt in books.receipts:
        line = came.get(receipt.arrival_id)
        if line is None or receipt.sent_at is None or receipt.event:
            continue
        waited = (receipt.sent_at - line.arrival.received_at).total_seconds()
        if _scanned(line):
            found[SCANNED].append(waited)
        else:
            found[TEXT].append(waited)
            found[HOT if receipt.submission_id in hot else OTHERS].append(waited)
    return found


def _scanned(line: ArrivalRecord) -> bool:
    sender = line.arrival.envelope_sender or ""
    return sender.endswith(f"@{SCANNERS}") and line.outcome is Outcome.WORK_ITEM


def told(name: str, seconds: Sequence[float]) -> str:
    """One line of figures."""
    if len(seconds) < 2:  # noqa: PLR2004 - no quantile of less
        return f"{name:24} {len(seconds):7}"
    at = quantiles(seconds, n=100, method="inclusive")  # none is above the longest
    aim = AIMS.get(name, AIM)
    within = sum(one <= aim for one in seconds) / len(seconds)
    return (
        f"{name:24} {len(seconds):7} {at[49]:8.2f} {at[94]:8.2f} {at[98]:8.2f} {max(seconds):9.1f}"
        f" {within:8.2%} in {aim:.0f} s"
    )


def grew(sizes: Sequence[int]) -> float:
    """The worker's memory in the last tenth of its invocations over that in the second; 1: flat.

    In the first tenth it loads what it needs; after a kill it begins anew, hence medians.
    """
    tenth = len(sizes) // 10
    return median(sizes[-tenth:]) / median(sizes[tenth : 2 * tenth]) if tenth else 1.0


def memory(sizes: Sequence[int]) -> str:
    """The worker's memory after each tenth of its invocations, in MB."""
    tenth = max(1, len(sizes) // 10)
    return " ".join(f"{size / 1e6:.0f}" for size in sizes[tenth - 1 :: tenth])


def ends(books: Books) -> str:
    """How arrivals ended."""
    return ", ".join(f"{books.ends[one]} {one}" for one in Outcome if books.ends[one])
