"""What a soak found, in figures."""

from collections.abc import Sequence
from statistics import quantiles

from faults.books import Books
from shared.model.letter import Outcome

AIM = 60.0
"""Seconds within which 99 of 100 text letters are to be acknowledged."""


def latencies(books: Books) -> dict[bool, list[float]]:
    """Seconds from a letter's arrival until its receipt had gone out; the hot office's apart."""
    came = {str(one.arrival.id): one.arrival.received_at for one in books.lines}
    hot = {one.submission_id for one in books.items if one.office == "chiangmai"}
    found: dict[bool, list[float]] = {True: [], False: []}
    for receipt in books.receipts:
        if receipt.sent_at and not receipt.event and receipt.arrival_id in came:
            waited = (receipt.sent_at - came[receipt.arrival_id]).total_seconds()
            found[receipt.submission_id in hot].append(waited)
    return found


def told(name: str, seconds: Sequence[float]) -> str:
    """One line of figures."""
    if len(seconds) < 2:  # noqa: PLR2004 - no quantile of less
        return f"{name:24} {len(seconds):7}"
    at = quantiles(seconds, n=100)
    within = sum(one <= AIM for one in seconds) / len(seconds)
    return (
        f"{name:24} {len(seconds):7} {at[49]:8.2f} {at[94]:8.2f} {at[98]:8.2f} {max(seconds):9.1f}"
        f" {within:8.2%}"
    )


def memory(sizes: Sequence[int]) -> str:
    """The worker's memory after each tenth of its invocations, in MB."""
    tenth = max(1, len(sizes) // 10)
    return " ".join(f"{size / 1e6:.0f}" for size in sizes[tenth - 1 :: tenth])


def ends(books: Books) -> str:
    """How arrivals ended."""
    return ", ".join(f"{books.ends[one]} {one}" for one in Outcome if books.ends[one])
