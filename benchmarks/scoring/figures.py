"""The figures that say how good decisions are."""

from collections.abc import Iterable, Mapping, Sequence

from benchmarks.scoring.calibration import could_be_sure, expected_error
from benchmarks.scoring.judging import Judged
from shared.model.fact import Fact

WANTED = 0.99
"""How many of the sure ones must be right."""


class Figures(Fact):
    """Shares from 0 to 1; None where there was nothing to count."""

    letters: int
    process_right: float | None
    """The process is the label's or as good as it."""
    sure: float | None
    sure_right: float | None
    """Of the sure ones, those that are right."""
    could_be_sure: float | None
    """The share that the best limit could declare sure with WANTED of them right."""
    expected_error: float | None
    """Expected calibration error over the bands."""
    offices: int
    """Letters whose office is labelled and was decided; what follows counts only these."""
    office_right: float | None
    automatic: float | None
    automatic_right: float | None
    triage: float | None


def figures(judged: Sequence[Judged]) -> Figures:
    """The figures of some letters."""
    sure = [one for one in judged if one.answer.sure]
    located = [one for one in judged if one.office_right is not None]
    automatic = [one for one in located if one.answer.automatic]
    return Figures(
        letters=len(judged),
        process_right=_share(one.process_right for one in judged),
        sure=_share(one.answer.sure for one in judged),
        sure_right=_share(one.process_right for one in sure),
        could_be_sure=could_be_sure(judged, WANTED),
        expected_error=expected_error(judged),
        offices=len(located),
        office_right=_share(bool(one.office_right) for one in located),
        automatic=_share(one.answer.automatic for one in located),
        automatic_right=_share(bool(one.office_right) for one in automatic),
        triage=_share(not one.answer.automatic for one in located),
    )


def by_difficulty(judged: Iterable[Judged]) -> Mapping[str, list[Judged]]:
    """The letters of each difficulty, in the order of the alphabet."""
    return _grouped((one.label.difficulty, one) for one in judged if one.label.difficulty)


def by_tag(judged: Iterable[Judged]) -> Mapping[str, list[Judged]]:
    """The letters of each tag, in the order of the alphabet; a letter has several."""
    return _grouped((tag, one) for one in judged for tag in one.label.tags)


def _grouped(named: Iterable[tuple[str, Judged]]) -> dict[str, list[Judged]]:
    groups: dict[str, list[Judged]] = {}
    for name, one in named:
        groups.setdefault(name, []).append(one)
    return dict(sorted(groups.items()))


def _share(found: Iterable[bool]) -> float | None:
    counted = list(found)
    return sum(counted) / len(counted) if counted else None
