"""docs/costs.md, from what was counted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from benchmarks.costing import bill
from benchmarks.costing.prices import PriceFile
from benchmarks.costing.usage import Usage
from benchmarks.line.witness import Call
from local.plan import TEMPLATE
from local.template import load

MOST_CALLS = 16
_BY_MAIL = ("ses.received", "ses.received_chunk")
_SCANS = 0.5
"""Of the letters in the monthly table so many are scans: an assumption, no statistics exist."""


@dataclass(frozen=True)
class Counted:
    """Means over letters, one letter's calls of each kind, and what stands there anyway."""

    text: Usage
    scanned: Usage
    fixed: Usage
    text_calls: Sequence[Call]
    scanned_calls: Sequence[Call]


def drawn(kind: str) -> int:
    """How many resources of a type the template draws."""
    return sum(one["Type"] == kind for one in load(TEMPLATE)["Resources"].values())


def page(counted: Counted, file: PriceFile, day: date) -> str:
    """The whole page."""
    parts = (
        _head(day),
        _letters(counted, file),
        _calls(counted),
        _months(counted, file),
        _prices(file),
        _left_out(file),
    )
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _head(day: date) -> Iterator[str]:
    yield "# Costs"
    yield ""
    yield f"Written by `make cost` on {day:%d %B %Y}; do not edit. Letters went through the real"
    yield "stations over a pretend account; calls, request units, bytes and log lines are counted,"
    yield "processor time is measured (moto's taken off), waiting for AWS is assumed, prices are"
    yield "list prices without free tiers (`benchmarks/costing/prices.toml`)."


def _letters(counted: Counted, file: PriceFile) -> Iterator[str]:
    thousand = [
        {line.name: line for line in bill.lines(_times(bill.once(one), 1000), file)}
        for one in (counted.text, counted.scanned)
    ]
    yield "## A thousand letters"
    yield ""
    yield "| from mail to receipt | text letters | | scanned letters | |"
    yield "|---|---|---|---|---|"
    for name, price in file.prices.items():
        found = [one.get(name) for one in thousand]
        if any(found):
            mark = "" if price.region == file.region else "\\*"
            cells = " | ".join(_cell(line) for line in found)
            yield f"| {price.what}{mark} | {cells} |"
    sums = [bill.total(tuple(one.values())) for one in thousand]
    yield f"| **all** | | **${sums[0]:.3f}** | | **${sums[1]:.3f}** |"
    keeps = [
        bill.total(bill.lines(_times(bill.kept(one), 1000), file))
        for one in (counted.text, counted.scanned)
    ]
    yield f"| and for each month of keeping them | | ${keeps[0]:.5f} | | ${keeps[1]:.4f} |"
    yield ""
    yield "\\* the price list of another region: that of ours was not found. Aims: $0.25 and $1.00."
    mail = sum(line.usd or 0 for name, line in thousand[0].items() if name.startswith("ses."))
    yield f"Of a thousand text letters ${mail:.3f} go to SES alone, for one mail in and one out."
    by_mail = sum(thousand[1][name].usd or 0 for name in _BY_MAIL if name in thousand[1])
    yield f"Of a thousand scanned ones it takes ${by_mail:.3f} for receiving them: what is handed"
    yield "in at the counter is free of that."


def _cell(line: bill.Line | None) -> str:
    if line is None:
        return "| "
    return f"{line.many:,.6g} | " + ("no price" if line.usd is None else f"${line.usd:.4f}")


def _calls(counted: Counted) -> Iterator[str]:
    yield "## Calls of one letter"
    yield ""
    yield "| station | text letter | scanned letter |"
    yield "|---|---|---|"
    both = [counted.text_calls, counted.scanned_calls]
    for name in dict.fromkeys(call.function for call in counted.scanned_calls):
        cells = (_named(calls, name) for calls in both)
        yield f"| {name.partition('-')[2]} | " + " | ".join(cells) + " |"
    yield f"| **all** | **{len(both[0])}** | **{len(both[1])}** |"
    yield ""
    yield f"Aim: at most {MOST_CALLS} for a text letter; each attached file is one call more, and"
    yield "the places of a scan's words one. Not among them: what Lambda asks of SQS for us (for"
    yield "each station one receive and one delete; they are in the price)."


def _named(calls: Sequence[Call], function: str) -> str:
    own = [call for call in calls if call.function == function]
    kinds = Counter(f"{call.service}.{call.operation}" for call in own)
    told = ", ".join(f"{name}{f' × {n}' if n > 1 else ''}" for name, n in kinds.items())
    return f"{len(own)}: {told}"


def _months(counted: Counted, file: PriceFile) -> Iterator[str]:
    yield "## A month"
    yield ""
    yield f"The twelfth month, everything kept; {_SCANS:.0%} of the letters are scans (assumed)."
    yield ""
    yield "| letters a month | new letters | kept letters | what stands there | all |"
    yield "|---|---|---|---|---|"
    usages = (counted.text, counted.scanned, counted.fixed)
    for row in bill.months(*usages, file, share=_SCANS):
        new, stored, fixed = row["new"], row["stored"], row["fixed"]
        whole = new + stored + fixed
        yield (
            f"| {row['letters']:,.0f} | ${new:,.2f} | ${stored:,.2f} | ${fixed:,.2f} "
            f"| **${whole:,.2f}** |"
        )
    yield ""
    told = ", ".join(f"{line.many:,.0f} × {line.what}" for line in bill.lines(counted.fixed, file))
    yield f"What stands there: {told} (Lambda asking empty queues)."


def _prices(file: PriceFile) -> Iterator[str]:
    yield "## Prices"
    yield ""
    yield "| | $ | per | region | source | read |"
    yield "|---|---|---|---|---|---|"
    for one in file.prices.values():
        usd = "none found" if one.usd is None else f"{one.usd:.10f}".rstrip("0").rstrip(".")
        yield f"| {one.what} | {usd} | {one.per} | {one.region} | {one.source} | {one.read} |"


def _left_out(file: PriceFile) -> Iterator[str]:
    missing = [one.what for one in file.prices.values() if one.usd is None]
    yield "## Not counted"
    yield ""
    yield f"* No price was found for: {'; '.join(missing)}."
    yield "* KMS for S3, SQS and DynamoDB: bucket keys and reused data keys make it a call for"
    yield "  minutes of traffic, not for letters."
    yield "* Metrics of our own, traces, desk, portal, daily look, backups elsewhere, tax, support."


def _times(usage: Usage, many: int) -> Usage:
    return {name: used * many for name, used in usage.items()}
