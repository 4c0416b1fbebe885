"""What ``saraban learn`` prints."""

from collections.abc import Sequence

from cli.learning.trial import Answer
from cli.tables import console, table
from shared.classification.learned import Learned


def show(before: Sequence[Answer], after: Sequence[Answer], calibrated: Learned) -> None:
    """Both trials beside each other, for each file of letters and for all."""
    shown = table(
        "letters", "", "process right", "after", "sure", "after", "right of the sure", "after"
    )
    groups = sorted({answer.example.group for answer in before})
    for group in (*groups, ""):
        old, new = _of(before, group), _of(after, group)
        pairs = zip(_figures(old), _figures(new), strict=True)
        shown.add_row(group or "all", str(len(old)), *(cell for pair in pairs for cell in pair))
    out = console()
    out.print(shown)
    out.print(
        f"the rules count {calibrated.rules:g}, the learned part {calibrated.learned:g}; "
        f"a process stands from {calibrated.sure_from:g} on, a disputed one from "
        f"{calibrated.sure_alone:g}"
    )


def _of(answers: Sequence[Answer], group: str) -> list[Answer]:
    return [answer for answer in answers if group in {"", answer.example.group}]


def _figures(answers: Sequence[Answer]) -> tuple[str, str, str]:
    sure = [answer for answer in answers if answer.sure]
    right = sum(answer.right for answer in answers)
    return (
        _percent(right, len(answers)),
        _percent(len(sure), len(answers)),
        _percent(sum(answer.right for answer in sure), len(sure)),
    )


def _percent(some: int, of: int) -> str:
    return f"{100 * some / of:.1f} %" if of else "-"
