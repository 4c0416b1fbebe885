"""The reports on all files of a corpus summed up. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from benchmarks.reading_bench.one_file import Report
from benchmarks.reading_bench.watched import End, Watched

MEGABYTE = 1024 * 1024
SLOWEST = 8


class Verdict(StrEnum):
    """What became of a file: exactly one of these."""

    READ = "read"
    IN_PART = "read in part"
    """Some of its documents were refused by name."""
    REFUSED = "refused"
    """All of it, by name."""
    CRASHED = "crashed"
    HUNG = "hung"


@dataclass(frozen=True)
class Outcome:
    """A file by its path below the corpus, and what came of watching it being read."""

    path: str
    watched: Watched[Report]

    @property
    def verdict(self) -> Verdict:
        """See ``Verdict``."""
        report = self.watched.answer
        if self.watched.end is End.HUNG:
            return Verdict.HUNG
        if self.watched.end is End.CRASHED or report is None:
            return Verdict.CRASHED
        refused = sum(piece.refusal is not None for piece in report.pieces)
        if not report.opened or (refused and refused == len(report.pieces)):
            return Verdict.REFUSED
        return Verdict.IN_PART if refused else Verdict.READ

    @property
    def seconds(self) -> float:
        """Of the reading, or until it was given up."""
        return self.watched.answer.seconds if self.watched.answer else self.watched.seconds

    @property
    def lost(self) -> bool:
        """Whether something that Python shows of a mail is missing."""
        return bool(self.watched.answer and self.watched.answer.compared.lost)


def summary(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Everything that the table says, as JSON has it."""
    reports = [each.watched.answer for each in outcomes if each.watched.answer]
    verdicts = Counter(each.verdict for each in outcomes)
    return {
        "files": len(outcomes),
        "mails": sum(report.mail for report in reports),
        **{verdict.value.replace(" ", "_"): verdicts[verdict] for verdict in Verdict},
        "lost": sum(each.lost for each in outcomes),
        "parts_shown_by_python": sum(report.compared.shown for report in reports),
        "parts_in_a_likelier_charset": sum(report.compared.recoded for report in reports),
        "documents": sum(len(report.pieces) for report in reports),
        "ocr_pages": sum(piece.ocr_pages for report in reports for piece in report.pieces),
        "unread_pages": sum(piece.unread_pages for report in reports for piece in report.pieces),
        "refused_documents": _refusals(reports),
        "not_taken_in": dict(Counter(report.refused for report in reports if report.refused)),
        "trouble": [_trouble(each) for each in outcomes if _is_trouble(each)],
        "slowest": [_slow(each) for each in _slowest(outcomes)],
        "peak_memory": _peak(outcomes),
    }


def _refusals(reports: Iterable[Report]) -> dict[str, dict[str, int]]:
    """By reason, then by kind."""
    found: dict[str, Counter[str]] = {}
    for report in reports:
        for piece in report.pieces:
            if piece.refusal:
                found.setdefault(piece.refusal, Counter())[piece.kind] += 1
    return {reason: dict(kinds.most_common()) for reason, kinds in sorted(found.items())}


def _is_trouble(outcome: Outcome) -> bool:
    return outcome.lost or outcome.verdict in (Verdict.CRASHED, Verdict.HUNG)


def _trouble(outcome: Outcome) -> dict[str, Any]:
    report = outcome.watched.answer
    lost = report.compared.lost if report else ()
    said = ", ".join(f"part {each.part} ({each.type}): {each.share:.1%}" for each in lost)
    what = "lost" if lost else outcome.verdict.value
    return {"path": outcome.path, "what": what, "how": said or outcome.watched.why}


def _slowest(outcomes: Iterable[Outcome]) -> list[Outcome]:
    return sorted(outcomes, key=lambda each: -each.seconds)[:SLOWEST]


def _slow(outcome: Outcome) -> dict[str, Any]:
    report = outcome.watched.answer
    pages = sum(piece.ocr_pages for piece in report.pieces) if report else 0
    return {"path": outcome.path, "seconds": round(outcome.seconds, 1), "ocr_pages": pages}


def _peak(outcomes: Iterable[Outcome]) -> dict[str, Any] | None:
    """The file that needed most, and the megabytes; None where the system does not tell."""
    known = [(each.watched.peak, each.path) for each in outcomes if each.watched.peak]
    most, path = max(known, default=(0, ""))
    return {"path": path, "megabytes": most // MEGABYTE} if known else None
