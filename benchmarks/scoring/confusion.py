"""Which processes are taken for which others."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from benchmarks.scoring.judging import Judged
from shared.model.fact import Fact, ProcessId


class Confusion(Fact):
    """Letters of one process that were taken for another."""

    label: ProcessId
    answer: ProcessId
    letters: int
    sure: int
    """How many of them stood without a person."""
    difficulties: Mapping[str, int]
    tags: Mapping[str, int]


def confusions(judged: Iterable[Judged]) -> tuple[Confusion, ...]:
    """Every confused pair, the most frequent first."""
    pairs: dict[tuple[ProcessId, ProcessId], list[Judged]] = {}
    for one in judged:
        if not one.process_right:
            pairs.setdefault((one.label.process, one.answer.process), []).append(one)
    found = [_confusion(label, answer, some) for (label, answer), some in pairs.items()]
    return tuple(sorted(found, key=lambda pair: (-pair.letters, pair.label, pair.answer)))


def _confusion(label: ProcessId, answer: ProcessId, some: Sequence[Judged]) -> Confusion:
    return Confusion(
        label=label,
        answer=answer,
        letters=len(some),
        sure=sum(one.answer.sure for one in some),
        difficulties=_counted(one.label.difficulty for one in some if one.label.difficulty),
        tags=_counted(tag for one in some for tag in one.label.tags),
    )


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items(), key=lambda item: (-item[1], item[0])))
