"""Labels and answers for the tests of scoring; each argument changes one thing."""

from typing import Any

from benchmarks.scoring.judging import Answer, Judged, Label


def judged(
    is_: str = "refund/1",
    said: str | None = None,
    *,
    confidence: float = 0.8,
    sure: bool = False,
    also: tuple[str, ...] = (),
    offices: tuple[str, ...] | None = ("loei",),
    office: str | None = "loei",
    automatic: bool = True,
    **label: Any,
) -> Judged:
    """A letter whose process and office are right unless told otherwise."""
    accepted = frozenset({is_, *also})
    desks = None if offices is None else frozenset(offices)
    answer = Answer(
        process=said or is_,
        confidence=confidence,
        sure=sure,
        office=office,
        automatic=automatic,
    )
    return Judged(
        id="one",
        label=Label(process=is_, accepted=accepted, offices=desks, **label),
        answer=answer,
    )
