"""All that is said about one file of letters."""

from collections.abc import Mapping, Sequence

from benchmarks.scoring.calibration import Band, bands
from benchmarks.scoring.confusion import Confusion, confusions
from benchmarks.scoring.figures import Figures, by_difficulty, by_tag, figures
from benchmarks.scoring.judging import Judged
from shared.model.fact import Fact, OfficeCode, ProcessId

PRODUCT, RULES, NGRAMS = "product", "rules alone", "n-grams"
FEW = 5


class Group(Fact):
    """The letters of one difficulty or tag: the product's figures, and another's beside them."""

    name: str
    product: Figures
    ngrams_process_right: float | None


class Mistake(Fact):
    """One letter that the product got wrong: ``process`` or ``office`` says which."""

    id: str
    what: str
    label: ProcessId | tuple[OfficeCode, ...]
    answer: ProcessId | OfficeCode
    confidence: float
    stood: bool
    """No person would have looked: it was sure, or automatic."""


class Report(Fact):
    """Figures by who decided; bands, groups and pairs are the product's.

    ``confused`` and ``mistakes`` are None where they are not to be looked at.
    """

    figures: Mapping[str, Figures]
    bands: tuple[Band, ...]
    by_difficulty: tuple[Group, ...]
    by_tag: tuple[Group, ...]
    notes: tuple[str, ...]
    confused: tuple[Confusion, ...] | None
    mistakes: tuple[Mistake, ...] | None


def report(
    judged: Mapping[str, Sequence[Judged]],
    notes: Sequence[str],
    *,
    only_sums: bool = False,
    show_mistakes: bool = False,
) -> Report:
    """From the judged answers of each who decided; PRODUCT must be among them.

    With ``only_sums`` no pair is shown and no group so small that it tells of single letters.
    """
    product, ngrams = judged[PRODUCT], judged.get(NGRAMS, ())
    least = FEW if only_sums else 1
    return Report(
        figures={name: figures(some) for name, some in judged.items()},
        bands=bands(product),
        by_difficulty=_groups(by_difficulty(product), by_difficulty(ngrams), least),
        by_tag=_groups(by_tag(product), by_tag(ngrams), least),
        notes=tuple(notes),
        confused=None if only_sums else confusions(product),
        mistakes=tuple(m for one in product for m in _mistakes(one)) if show_mistakes else None,
    )


def _groups(
    product: Mapping[str, Sequence[Judged]], ngrams: Mapping[str, Sequence[Judged]], least: int
) -> tuple[Group, ...]:
    return tuple(
        Group(
            name=name,
            product=figures(some),
            ngrams_process_right=figures(ngrams.get(name, ())).process_right,
        )
        for name, some in product.items()
        if len(some) >= least
    )


def _mistakes(one: Judged) -> list[Mistake]:
    found, label, answer = [], one.label, one.answer
    if not one.process_right:
        found.append(
            Mistake(
                id=one.id,
                what="process",
                label=label.process,
                answer=answer.process,
                confidence=answer.confidence,
                stood=answer.sure,
            )
        )
    if one.office_right is False and answer.office:
        found.append(
            Mistake(
                id=one.id,
                what="office",
                label=tuple(sorted(label.offices or ())),
                answer=answer.office,
                confidence=answer.confidence,
                stood=answer.automatic,
            )
        )
    return found
